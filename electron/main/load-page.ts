import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** A process that Chromium held ready for the next page may go with the one that crashed. */
const TRIES = 3;
const BETWEEN_MS = 200;

/**
 * Loads one of the app's own pages. False if it does not come even after some tries, or crashes in
 * each. A page that another one overtook, or that went with its window, does not have to load.
 */
export async function loadPage(
  window: BrowserWindow,
  url: string,
  isOvertaken: () => boolean,
): Promise<boolean> {
  for (let tries = 1; !window.isDestroyed() && !isOvertaken(); tries += 1) {
    try {
      await loadOrCrash(window, url);
      return true;
    } catch {
      if (tries === TRIES) return window.isDestroyed() || isOvertaken();
      await wait(BETWEEN_MS);
    }
  }
  return true;
}

/** A page that crashes while it is loaded may leave `loadURL` unanswered. */
async function loadOrCrash(window: BrowserWindow, url: string): Promise<void> {
  const { webContents } = window;
  const crashed = Promise.withResolvers<never>();
  const onGone = (): void => {
    crashed.reject(new Error('the page crashed while it was loaded'));
  };
  webContents.once('render-process-gone', onGone);
  try {
    await Promise.race([window.loadURL(url), crashed.promise]);
  } finally {
    if (!window.isDestroyed()) webContents.off('render-process-gone', onGone);
  }
}
