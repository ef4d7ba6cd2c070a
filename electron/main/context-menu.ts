import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';

/** The menu of the right button where something can be cut, copied or pasted; Electron brings none. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
    const editing: MenuItemConstructorOptions[] = [
      { role: 'cut', enabled: editFlags.canCut },
      copy,
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: 'Paste as plain text', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
    if (!isEditable && selectionText.trim() === '') return;
    Menu.buildFromTemplate(isEditable ? editing : [copy]).popup({ window });
  });
}
