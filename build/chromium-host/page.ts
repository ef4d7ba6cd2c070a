import type { Target } from './chromium/browser.ts';
import type { Line } from './chromium/pipe.ts';
import { interceptRequests, type PageRequest } from './chromium/requests.ts';
import { livePages } from './live-pages.ts';
import { applyTheme } from './native-theme.ts';
import { Navigation, type NavigationNews } from './navigation.ts';
import { PageChannel, type PageNews } from './page-channel.ts';

export interface PageSettings {
  readonly preload: string | undefined;
  readonly javascript: boolean;
  readonly guardsClose: boolean;
}

/** Who a page belongs to: everything it does is asked or told here. */
export interface PageOwner {
  readonly request: (page: Page, request: PageRequest) => Promise<Response | 'stay' | 'refuse'>;
  readonly navigation: NavigationNews;
  readonly news: PageNews;
  readonly dialog: (page: Page, kind: string) => void;
  readonly windowOpen: (url: string) => void;
  readonly crashed: () => void;
  readonly console: (level: string, message: string) => void;
}

export interface Page {
  readonly target: Target;
  readonly line: Line;
  readonly channel: PageChannel;
  readonly navigation: Navigation;
}

interface ConsoleCall {
  readonly type: string;
  readonly args: readonly {
    readonly value?: string | number | boolean | object | null;
    readonly description?: string;
  }[];
}

/** Makes a page of Chromium a page of the app, before it has loaded anything. */
export async function openPage(
  target: Target,
  owner: PageOwner,
  settings: PageSettings,
): Promise<Page> {
  const { line } = target;
  const navigation = new Navigation(line, owner.navigation);
  const channel = new PageChannel(line, owner.news);
  const page = { target, line, channel, navigation };

  line.on('Page.javascriptDialogOpening', ({ type }) => {
    owner.dialog(page, type as string);
  });
  line.on('Page.windowOpen', ({ url }) => {
    owner.windowOpen(url as string);
  });
  line.on('Inspector.targetCrashed', () => {
    channel.close();
    owner.crashed();
  });
  line.on('Runtime.consoleAPICalled', params => {
    const { type, args } = params as unknown as ConsoleCall;
    const words = args.map(({ value, description = '' }) =>
      typeof value === 'object' ? JSON.stringify(value) : String(value ?? description),
    );
    owner.console(type, words.join(' '));
  });
  const answer = (request: PageRequest) => owner.request(page, request);

  // All sent at once; Chromium keeps the order.
  await Promise.all([
    navigation.enable(),
    line.send('Runtime.enable'),
    line.send('Inspector.enable'),
    interceptRequests(line, answer),
    settings.javascript
      ? channel.install(settings.preload, settings.guardsClose)
      : line.send('Emulation.setScriptExecutionDisabled', { value: true }),
    applyTheme(line),
    guardChildren(target, answer),
    line.send('Runtime.runIfWaitingForDebugger'),
  ]);
  livePages.add(line);
  void target.gone.then(() => {
    livePages.delete(line);
    navigation.abandon();
    channel.close();
  });
  return page;
}

/** Frames and workers in processes of their own ask through the same gate. */
async function guardChildren(
  target: Target,
  answer: (request: PageRequest) => Promise<Response | 'stay' | 'refuse'>,
): Promise<void> {
  target.line.on('Target.attachedToTarget', params => {
    const child = target.child((params as { sessionId: string }).sessionId);
    const steps = [interceptRequests(child, answer), child.send('Runtime.runIfWaitingForDebugger')];
    void Promise.allSettled(steps);
  });
  await target.line.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}
