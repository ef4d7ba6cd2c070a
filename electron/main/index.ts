import { join } from 'node:path';
import { app, nativeTheme, powerMonitor, type BrowserWindow } from 'electron';
import { createShellHandlers } from './handlers.ts';
import { answerPage } from './ipc.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { setMenu } from './menu.ts';
import { choosePaths } from './paths.ts';
import { createPrinter } from './print.ts';
import { registerScheme, servePages } from './protocol.ts';
import { createSession, quietChromium } from './session.ts';
import { refuseUnknownSwitches } from './switches.ts';
import { raiseWalls } from './walls.ts';
import { createWindow } from './window.ts';
import { readWindowState, writeWindowState, type WindowState } from './window-file.ts';

const PAGES = join(import.meta.dirname, '../renderer');

refuseUnknownSwitches();
app.setName('Amends');
const { vaultFolder, windowFile, keepNoSessionData } = choosePaths();
registerScheme();
quietChromium();
raiseWalls();

let window: BrowserWindow | undefined;
app.on('window-all-closed', () => {
  app.quit();
});
app.on('second-instance', () => {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
});

if (app.requestSingleInstanceLock()) {
  keepNoSessionData();
  void app.whenReady().then(open);
} else app.quit();

async function open(): Promise<void> {
  let state = readWindowState(windowFile);
  const remember = (change: Partial<WindowState>): void => {
    state = { ...state, ...change };
    writeWindowState(windowFile, state);
  };
  nativeTheme.themeSource = state.theme;

  const session = createSession();
  const printer = createPrinter(session, join(PAGES, 'print.html'));
  servePages(session, PAGES, printer.page);

  const shown = createWindow(session, state, nativeTheme.shouldUseDarkColors);
  window = shown;
  const keeper = createKeeper(vaultFolder, shown, isOpen => {
    setMenu(isOpen, id => {
      shown.webContents.send('event', { type: 'action', id });
    });
  });
  const handlers = createShellHandlers({ window: shown, keeper, printer, vaultFolder, remember });
  answerPage(
    () => window,
    handlers,
    page => {
      keeper.vault().connect(page);
    },
  );
  closeInOrder(shown, keeper, remember);
  lockWithTheComputer(keeper);
  leaveNoTraces();
  await keeper.start();
}

/** The window closes only after what was typed is saved and the vault process has ended. */
function closeInOrder(
  shown: BrowserWindow,
  keeper: Keeper,
  remember: (change: Partial<WindowState>) => void,
): void {
  let isLeaving = false;
  shown.on('close', event => {
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    remember({ bounds: shown.getNormalBounds(), maximized: shown.isMaximized() });
    void keeper.leave().finally(() => {
      window = undefined;
      shown.destroy();
    });
  });
}

/** Lists of recent files would name what was exported. */
function leaveNoTraces(): void {
  if (process.platform === 'win32') app.setJumpList([]);
  if (process.platform !== 'linux') app.clearRecentDocuments();
}

function lockWithTheComputer(keeper: Keeper): void {
  const lock = (): void => {
    if (keeper.isOpen()) void keeper.lock();
  };
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}
