/**
 * The module `electron` of the main process. What the app does not use is here too, as a value that
 * says so when it is touched, so that every import of Electron's names links.
 */
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { MessageChannelMain, MessagePortMain } from './message-port.ts';
import { nativeTheme } from './native-theme.ts';
import { screen } from './screen.ts';
import { protocol, session } from './session.ts';
import { absent } from './strict.ts';
import { clipboard, powerMonitor, shell } from './system.ts';
import { utilityProcess } from './utility-process.ts';
import { webContents } from './web-contents.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  MessagePortMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
};

export const autoUpdater = absent('autoUpdater');
export const BaseWindow = absent('BaseWindow');
export const BrowserView = absent('BrowserView');
export const contentTracing = absent('contentTracing');
export const crashReporter = absent('crashReporter');
export const desktopCapturer = absent('desktopCapturer');
export const globalShortcut = absent('globalShortcut');
export const ImageView = absent('ImageView');
export const inAppPurchase = absent('inAppPurchase');
export const nativeImage = absent('nativeImage');
export const net = absent('net');
export const netLog = absent('netLog');
export const Notification = absent('Notification');
export const powerSaveBlocker = absent('powerSaveBlocker');
export const pushNotifications = absent('pushNotifications');
export const safeStorage = absent('safeStorage');
export const ShareMenu = absent('ShareMenu');
export const systemPreferences = absent('systemPreferences');
export const TouchBar = absent('TouchBar');
export const Tray = absent('Tray');
export const View = absent('View');
export const WebContentsView = absent('WebContentsView');
export const webFrameMain = absent('webFrameMain');
