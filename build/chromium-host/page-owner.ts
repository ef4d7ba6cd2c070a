import { toApp } from './address.ts';
import type { PageRequest } from './chromium/requests.ts';
import { answerInvoke, ipcMain } from './ipc-main.ts';
import type { NavigationNews } from './navigation.ts';
import type { Page, PageOwner } from './page.ts';
import { Session } from './session.ts';
import type { WebContents } from './web-contents.ts';
import { WebFrameMain } from './web-frame.ts';

export type OpenHandler = (details: object) => { action: 'allow' | 'deny' };

/** What a page does to its web contents. */
export interface PageState {
  title: string;
  isLoading: boolean;
  /** The app itself is opening another page. */
  isLeaving: boolean;
  openHandler: OpenHandler | undefined;
}

type Heard = (kind: string, args: readonly unknown[]) => void;

/** Turns what happens in a page into Electron's events; `heard` gets what concerns the window. */
export function createPageOwner(contents: WebContents, state: PageState, heard: Heard): PageOwner {
  const event = () => ({
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: 1,
    processId: contents.id,
    ports: [],
    reply: (channel: string, ...args: unknown[]) => {
      contents.send(channel, ...args);
    },
  });

  const askOpen = (url: string): void => {
    const details = { url, frameName: '', features: '', disposition: 'new-window' };
    if (state.openHandler?.(details).action !== 'allow') return;
    console.error('The Chromium host opens no further windows.');
  };

  const other: Heard = (kind, args) => {
    if (kind === 'open') askOpen(String(args[0]));
    else if (kind === 'refused-navigation') asksToLeave(contents, String(args[0]), true);
    else {
      if (kind === 'title') state.title = String(args[0]);
      heard(kind, args);
    }
  };

  return {
    request: (page, request) => answer(contents, page, request),
    navigation: navigationNews(contents, state, heard),
    news: {
      hello: url => {
        // The preload may speak before Chromium has told us that the page is there.
        WebFrameMain.moveTo(contents.mainFrame, contents.mainFrame.frameToken, toApp(url));
        heard('hello', []);
      },
      send: (channel, args) => {
        contents.emit('ipc-message', event(), channel, ...args);
        ipcMain.emit(channel, event(), ...args);
      },
      invoke: (channel, args) => answerInvoke(event(), channel, args),
      other: (kind, ...args) => {
        other(kind, args);
      },
    },
    dialog: (page, kind) => {
      heard('dialog', [page, state.isLeaving ? 'leaving' : kind]);
    },
    windowOpen: askOpen,
    crashed: () => {
      contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    },
    console: (level, message) => {
      contents.emit('console-message', { level, message, frame: contents.mainFrame });
    },
  };
}

function navigationNews(contents: WebContents, state: PageState, heard: Heard): NavigationNews {
  return {
    started: (url, isMainFrame) => {
      if (isMainFrame) state.isLoading = true;
      contents.emit('did-start-navigation', { url, isMainFrame, isSameDocument: false });
    },
    committed: (frameId, url) => {
      WebFrameMain.moveTo(contents.mainFrame, frameId, url);
      contents.emit('did-navigate', {}, url, 200, 'OK');
    },
    inPage: url => {
      contents.emit('did-navigate-in-page', {}, url, true);
    },
    domReady: () => contents.emit('dom-ready', {}),
    loaded: () => {
      state.isLoading = false;
      if (contents.zoomLevel !== 0) contents.setZoomLevel(contents.zoomLevel);
      contents.emit('did-finish-load', {});
      heard('loaded', []);
    },
  };
}

async function answer(
  contents: WebContents,
  page: Page,
  request: PageRequest,
): Promise<Response | 'stay' | 'refuse'> {
  if (request.resourceType === 'Document') {
    const { url, rawUrl, isRedirect, frameId } = request;
    const isMain = page.navigation.isMainFrame(frameId);
    const asker = await page.navigation.originOf(request);
    if (isRedirect && contents.emitPreventable('will-redirect', { url }, url)) return 'stay';
    if (asker === 'page' && !isRedirect && asksToLeave(contents, url, isMain)) return 'stay';
    // An address that is none of the app's: no error page takes the place of the page.
    if (isMain && url === rawUrl) return 'stay';
  }
  return Session.answer(contents.session, request, contents.id);
}

/** Asks the app whether a page may go where it wants to go; says whether it may not. */
function asksToLeave(contents: WebContents, url: string, isMainFrame: boolean): boolean {
  const details = { url, isMainFrame, isSameDocument: false, frame: contents.mainFrame };
  const refused = contents.emitPreventable('will-frame-navigate', details, url);
  return (isMainFrame && contents.emitPreventable('will-navigate', details, url)) || refused;
}
