import { join } from 'node:path';
import { app, nativeTheme, powerMonitor, type BrowserWindow } from 'electron';
import { offerContextMenu } from './context-menu.ts';
import { createShellHandlers } from './handlers.ts';
import { answerPage } from './ipc.ts';
import { watchIdleness } from './idle-lock.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { createKnownVaults } from './known-vaults.ts';
import { forbidMemoryDumps } from './memory-dumps.ts';
import { setMenu } from './menu.ts';
import { choosePaths } from './paths.ts';
import { createPrinter, type Printer } from './print.ts';
import { registerScheme, servePages } from './protocol.ts';
import { createSecretClipboard, type SecretClipboard } from './secret-clipboard.ts';
import { createSecureKeyboard } from './secure-keyboard.ts';
import { createSession, quietChromium } from './session.ts';
import { refuseUnknownSwitches } from './switches.ts';
import { raiseWalls } from './walls.ts';
import { createWindow } from './window.ts';
import { readWindowState, writeWindowState, type WindowState } from './window-file.ts';

const PAGES = join(import.meta.dirname, '../renderer');

refuseUnknownSwitches();
forbidMemoryDumps();
app.setName('Amends');
const { vaultFolder, vaultsFile, windowFile, keepNoSessionData } = choosePaths();
registerScheme();
quietChromium();
raiseWalls();

let window: BrowserWindow | undefined;
app.on('window-all-closed', () => {
  app.quit();
});
/** The window is hidden and on its way out: there is nothing in it to be shown. */
let isClosing = (): boolean => false;
let startsAgain = false;
app.on('second-instance', () => {
  if (isClosing()) {
    // Once it is gone, and once only: each of these calls would start another.
    if (!startsAgain) app.relaunch();
    startsAgain = true;
    return;
  }
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
  offerContextMenu(shown);
  const secrets = createSecretClipboard();
  const keyboard = createSecureKeyboard(shown);
  const lock = (): void => {
    void keeper.lockInAnyCase();
  };
  const idleLock = watchIdleness(lock);
  const vaults = createKnownVaults(vaultsFile, vaultFolder);
  const keeper = createKeeper(vaults.folder(), shown, isOpen => {
    keyboard.watch(!isOpen);
    if (!isOpen) {
      printer.endAll();
      void secrets.clear();
      idleLock.forget();
    }
    setMenu(isOpen, id => {
      shown.webContents.send('event', { type: 'action', id });
    });
  });
  isClosing = keeper.isLeaving;
  lockWithTheComputer(lock);
  const parts = { keeper, printer, secrets, idleLock };
  const handlers = createShellHandlers({ window: shown, ...parts, vaults, remember });
  answerPage(
    () => window,
    handlers,
    page => {
      keeper.connect(page);
    },
  );
  closeInOrder(shown, { keeper, printer, secrets, remember });
  shown.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void keeper.pageGone();
  });
  leaveNoTraces();
  await keeper.start();
}

interface Closing {
  readonly keeper: Keeper;
  readonly printer: Printer;
  readonly secrets: SecretClipboard;
  readonly remember: (change: Partial<WindowState>) => void;
}

/**
 * The window closes only after what was typed is saved, or the person said that it may be lost, and
 * the vault process has ended.
 */
function closeInOrder(shown: BrowserWindow, { keeper, printer, secrets, remember }: Closing): void {
  let isLeaving = false;
  async function leave(): Promise<void> {
    isLeaving = await keeper.leave();
    if (!isLeaving) return;
    window = undefined;
    // A hidden window that still prints would keep the app alive, and the letter in it.
    printer.endAll();
    await secrets.clear();
    shown.destroy();
  }
  shown.on('close', event => {
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    remember({ bounds: shown.getNormalBounds(), maximized: shown.isMaximized() });
    void leave();
  });
}

/** Lists of recent files would name what was exported. */
function leaveNoTraces(): void {
  if (process.platform === 'win32') app.setJumpList([]);
  if (process.platform !== 'linux') app.clearRecentDocuments();
}

/** When nobody sits before the computer any more, or another one might. */
function lockWithTheComputer(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  // Some systems sleep without a word before it.
  powerMonitor.on('resume', lock);
  powerMonitor.on('lock-screen', lock);
  if (process.platform === 'darwin') powerMonitor.on('user-did-resign-active', lock);
}
