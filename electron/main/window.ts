import { join } from 'node:path';
import { app, BrowserWindow, screen, type Rectangle, type Session } from 'electron';
import { PAGE_PREFERENCES } from './page-preferences.ts';
import type { WindowState } from './window-file.ts';

const DEFAULT = { width: 1280, height: 800 };
const SMALLEST = { minWidth: 640, minHeight: 480 };

/** The one window, where it was last time, clamped to a screen that is there today. */
export function createWindow(session: Session, state: WindowState, dark: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT,
    ...SMALLEST,
    ...(state.bounds === null ? {} : onScreen(state.bounds)),
    show: false,
    title: 'Amends',
    backgroundColor: dark ? '#1a1816' : '#f3eee5',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      ...PAGE_PREFERENCES,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  // The title never changes: task bars, window lists and screen recorders would show it.
  window.on('page-title-updated', event => {
    event.preventDefault();
  });
  return window;
}

/** Moves and shrinks a rectangle so that all of it lies on the nearest screen's work area. */
function onScreen(wanted: Rectangle): Rectangle {
  const area = screen.getDisplayMatching(wanted).workArea;
  const width = Math.min(wanted.width, area.width);
  const height = Math.min(wanted.height, area.height);
  const within = (at: number, low: number, high: number) => Math.max(low, Math.min(at, high));
  return {
    width,
    height,
    x: within(wanted.x, area.x, area.x + area.width - width),
    y: within(wanted.y, area.y, area.y + area.height - height),
  };
}
