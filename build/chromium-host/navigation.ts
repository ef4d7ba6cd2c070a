import { setTimeout as wait } from 'node:timers/promises';
import { toApp, toChromium } from './address.ts';
import type { Line } from './chromium/pipe.ts';
import type { PageRequest } from './chromium/requests.ts';

interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly unreachableUrl?: string;
}

/** What happens to the page's address, in the app's own addresses. */
export interface NavigationNews {
  readonly started: (url: string, isMainFrame: boolean) => void;
  readonly committed: (frameId: string, url: string) => void;
  readonly inPage: (url: string) => void;
  readonly domReady: () => void;
  readonly loaded: () => void;
}

/** How long Chromium may take to tell that a page itself asked to leave. */
const ASKED_MS = 40;

/** Moves one page, and tells moves of the app from those of the page. */
export class Navigation {
  readonly #line: Line;
  #mainFrame = '';
  #expected: string | undefined;
  readonly #askedByPage = new Set<string>();
  #loads = new Map<string, PromiseWithResolvers<void>>();
  #lastLoaded: string | undefined;

  constructor(line: Line, news: NavigationNews) {
    this.#line = line;
    line.on('Page.frameStartedNavigating', params => {
      const { frameId, url } = params as { frameId: string; url: string };
      news.started(toApp(url), frameId === this.#mainFrame);
    });
    line.on('Page.frameRequestedNavigation', params => {
      const { frameId, url } = params as { frameId: string; url: string };
      this.#askedByPage.add(`${frameId} ${url}`);
    });
    line.on('Page.frameNavigated', params => {
      const { frame } = params as unknown as { frame: Frame };
      if (frame.parentId !== undefined) return;
      this.#mainFrame = frame.id;
      this.#askedByPage.clear();
      news.committed(frame.id, toApp(frame.unreachableUrl ?? frame.url));
    });
    line.on('Page.navigatedWithinDocument', params => {
      const { frameId, url } = params as { frameId: string; url: string };
      if (frameId === this.#mainFrame) news.inPage(toApp(url));
    });
    line.on('Page.lifecycleEvent', params => {
      const { frameId, loaderId, name } = params as Record<string, string>;
      if (frameId !== this.#mainFrame) return;
      if (name === 'DOMContentLoaded') news.domReady();
      if (name !== 'load') return;
      this.#lastLoaded = loaderId;
      this.#loads.get(loaderId ?? '')?.resolve();
      news.loaded();
    });
  }

  async enable(): Promise<void> {
    const [tree] = await Promise.all([
      this.#line.send<{ frameTree: { frame: Frame } }>('Page.getFrameTree'),
      this.#line.send('Page.enable'),
      this.#line.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    ]);
    this.#mainFrame = tree.frameTree.frame.id;
  }

  /** Opens an address for the app; resolves when it is loaded. */
  async load(url: string): Promise<void> {
    const target = toChromium(url);
    this.#expected = withoutHash(target);
    const { loaderId, errorText } = await this.#line.send<{
      loaderId?: string;
      errorText?: string;
    }>('Page.navigate', { url: target });
    if (errorText !== undefined)
      throw new Error(`${errorText.replace('net::', '')} loading '${url}'`);
    this.abandon();
    // Without one it was a move within the document, which is over already.
    if (loaderId === undefined || loaderId === this.#lastLoaded) return;
    const load = Promise.withResolvers<void>();
    this.#loads.set(loaderId, load);
    await load.promise;
    this.#loads.delete(loaderId);
  }

  /** Whoever still waits for an earlier page waits in vain. */
  abandon(): void {
    for (const { reject } of this.#loads.values()) reject(new Error('ERR_ABORTED (-3) loading'));
    this.#loads.clear();
  }

  async reload(): Promise<void> {
    const { entries, currentIndex } = await this.#line.send<{
      entries: { url: string }[];
      currentIndex: number;
    }>('Page.getNavigationHistory');
    this.#expected = withoutHash(entries[currentIndex]?.url ?? '');
    await this.#line.send('Page.reload');
  }

  /** Who wants this document: the app, the page, or the person through Chromium itself. */
  async originOf(request: PageRequest): Promise<'app' | 'page' | 'browser'> {
    const isMain = request.frameId === this.#mainFrame;
    if (isMain && withoutHash(request.rawUrl) === this.#expected) {
      this.#expected = undefined;
      return 'app';
    }
    const asked = `${request.frameId} ${request.rawUrl}`;
    if (!this.#askedByPage.has(asked)) await wait(ASKED_MS);
    return this.#askedByPage.has(asked) || !isMain ? 'page' : 'browser';
  }

  isMainFrame(frameId: string): boolean {
    return frameId === this.#mainFrame;
  }
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');
