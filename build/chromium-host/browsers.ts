import { launchBrowser, type Browser } from './chromium/browser.ts';
import { switches } from './command-line.ts';
import { learnSystemTheme } from './native-theme.ts';
import { hostOptions } from './options.ts';
import { learnScreen } from './screen.ts';

const SIZE = { width: 1280, height: 800 };

let shown: Promise<Browser> | undefined;
let unseen: Promise<Browser> | undefined;

const start = (title: string) => ({
  title,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  size: SIZE,
  switches: switches(),
});

/** The Chromium of the app's window; started once, and again if its last window was closed. */
export function shownBrowser(title: string): Promise<Browser> {
  shown ??= launchBrowser(hostOptions(), start(title)).then(async browser => {
    void browser.gone.then(() => {
      shown = undefined;
    });
    await learn(browser);
    return browser;
  });
  return shown;
}

/**
 * The Chromium of windows that are never shown. Only a headless one prints pages that no one sees,
 * so a second one is started when the app's own is not.
 */
export function unseenBrowser(title: string): Promise<Browser> {
  if (hostOptions().headless) return shownBrowser(title);
  const options = { ...hostOptions(), headless: true, driven: false };
  unseen ??= launchBrowser(options, start(title)).then(browser => {
    void browser.gone.then(() => {
      unseen = undefined;
    });
    return browser;
  });
  return unseen;
}

/** Ends every Chromium that was started. */
export async function killBrowsers(): Promise<void> {
  const started = [shown, unseen].filter(browser => browser !== undefined);
  await Promise.allSettled(started.map(async browser => (await browser).kill()));
}

/** The screen and the theme, which the app asks for before it has a window. */
async function learn(browser: Browser): Promise<void> {
  const target = browser.targets.peekFirst();
  if (target === undefined) return;
  await target.line.send('Runtime.runIfWaitingForDebugger');
  const expression = `JSON.stringify({
    width: screen.width, height: screen.height, x: screen.availLeft, y: screen.availTop,
    availWidth: screen.availWidth, availHeight: screen.availHeight, scale: devicePixelRatio,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
  })`;
  const { result } = await target.line.send<{ result: { value: string } }>('Runtime.evaluate', {
    expression,
  });
  const seen = JSON.parse(result.value) as Parameters<typeof learnScreen>[0] & { dark: boolean };
  learnScreen(seen);
  learnSystemTheme(seen.dark);
}
