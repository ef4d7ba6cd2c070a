import { constants, runInThisContext } from 'node:vm';
import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import { shownBrowser } from './browsers.ts';
import * as electron from './electron.ts';
import { createCodec } from './page/clone-codec.ts';
import { WebContents } from './web-contents.ts';

/**
 * Lets the test that started us run functions in this process and find our page in Chromium. Only
 * with a channel to the process that started us, and only if it asked for it.
 */
export interface Ask {
  readonly id: number;
  /** The text of a function of `electron` and one argument. */
  readonly source: string;
  readonly arg: string;
}

export type Told =
  | { readonly type: 'page'; readonly endpoint: string; readonly targetId: string }
  | { readonly type: 'answer'; readonly id: number; readonly ok: boolean; readonly value: string };

const { encode, decode } = createCodec();

const tell = (message: Told): void => {
  if (process.connected) process.send?.(message);
};

async function answer({ id, source, arg }: Ask): Promise<void> {
  try {
    // The test's own function, sent as text; it may import what the app may.
    const run = runInThisContext(`(${source})`, {
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as (api: typeof electron, given: unknown) => unknown;
    const value: unknown = await run(electron, decode(arg));
    tell({ type: 'answer', id, ok: true, value: encode(structuredClone(value)) });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ type: 'answer', id, ok: false, value: encode(message) });
  }
}

process.on('message', (message: Ask) => void answer(message));
// A test that died leaves nothing running.
process.on('disconnect', () => {
  app.exit(1);
});

app.once('browser-window-created', (_event: unknown, window: BrowserWindow) => {
  window.webContents.once('did-finish-load', () => {
    void Promise.all([shownBrowser(app.getName()), WebContents.page(window.webContents)]).then(
      async ([browser, page]) => {
        tell({ type: 'page', endpoint: await browser.endpoint(), targetId: page.target.id });
      },
    );
  });
});
