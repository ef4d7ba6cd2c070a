import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';

interface Role {
  readonly label: string;
  /** Only of roles that Chromium does not carry out by itself. */
  readonly accelerator?: string;
  readonly perform?: (window: BrowserWindow | undefined) => void;
}

const edit = (
  label: string,
  command:
    'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll' | 'delete',
): Role => ({
  label,
  perform: window => {
    window?.webContents[command]();
  },
});

const zoom = (label: string, next: (level: number) => number): Role => ({
  label,
  perform: window => {
    if (window !== undefined) window.webContents.zoomLevel = next(window.webContents.zoomLevel);
  },
});

/** What a menu item does by its role. */
export const ROLES: Readonly<Record<string, Role>> = {
  undo: edit('Undo', 'undo'),
  redo: edit('Redo', 'redo'),
  cut: edit('Cut', 'cut'),
  copy: edit('Copy', 'copy'),
  paste: edit('Paste', 'paste'),
  pasteandmatchstyle: edit('Paste and Match Style', 'pasteAndMatchStyle'),
  selectall: edit('Select All', 'selectAll'),
  delete: edit('Delete', 'delete'),
  zoomin: zoom('Zoom In', level => level + 0.5),
  zoomout: zoom('Zoom Out', level => level - 0.5),
  resetzoom: zoom('Actual Size', () => 0),
  togglefullscreen: {
    label: 'Toggle Full Screen',
    perform: window => window?.setFullScreen(!window.isFullScreen()),
  },
  reload: { label: 'Reload', perform: window => window?.reload() },
  minimize: {
    label: 'Minimize',
    accelerator: 'CmdOrCtrl+M',
    perform: window => window?.minimize(),
  },
  close: { label: 'Close Window', accelerator: 'CmdOrCtrl+W', perform: window => window?.close() },
  quit: {
    label: 'Quit',
    accelerator: 'CmdOrCtrl+Q',
    perform: () => {
      app.quit();
    },
  },
};
