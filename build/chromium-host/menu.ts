import { parseAccelerator } from './accelerator.ts';
import type { BrowserWindow } from './browser-window.ts';
import { ROLES } from './menu-roles.ts';
import type { Shortcut } from './page/window-keys.ts';
import { registry } from './registry.ts';
import { HostEmitter } from './strict.ts';
import { WebContents } from './web-contents.ts';

interface ItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly ItemOptions[] | Menu;
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
}

let lastCommand = 0;

export class MenuItem {
  readonly commandId = (lastCommand += 1);
  readonly id: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  /** As a person would: does nothing while the item is disabled. */
  readonly click: (event?: object, window?: BrowserWindow) => void;

  constructor(options: ItemOptions) {
    const role = ROLES[options.role?.toLowerCase() ?? ''];
    const { submenu } = options;
    this.id = options.id ?? '';
    this.role = options.role?.toLowerCase();
    this.label = options.label ?? role?.label ?? '';
    this.accelerator = options.accelerator ?? role?.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.click = (event = {}, window = BrowserWindowInFront()) => {
      if (!this.enabled || !this.visible) return;
      if (options.click === undefined) role?.perform?.(window);
      else options.click(this, window, event);
    };
  }
}

let applicationMenu: Menu | null = null;

/** The menu's items and keys. Chromium shows no menu bar; the page shows what a person needs. */
export class Menu extends HostEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) {
      menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    for (const contents of registry.contents) {
      if (contents.getURL() !== '') WebContents.tell(contents, 'shortcuts', menuShortcuts());
    }
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    return allItems(this).find(item => item.id === id) ?? null;
  }
}

const BrowserWindowInFront = (): BrowserWindow | undefined =>
  [...registry.windows].find(window => window.isFocused()) ?? [...registry.windows][0];

const allItems = (menu: Menu): MenuItem[] =>
  menu.items.flatMap(item => [item, ...(item.submenu === undefined ? [] : allItems(item.submenu))]);

/** The accelerators that the page's window listens for. */
export function menuShortcuts(): Shortcut[] {
  const items = applicationMenu === null ? [] : allItems(applicationMenu);
  return items.flatMap(({ accelerator, registerAccelerator, commandId }) =>
    accelerator === undefined || !registerAccelerator
      ? []
      : [parseAccelerator(accelerator, commandId)],
  );
}

/** A key of the menu was pressed in the page. */
export function performShortcut(commandId: number, window: BrowserWindow): void {
  const items = applicationMenu === null ? [] : allItems(applicationMenu);
  items.find(item => item.commandId === commandId)?.click({ triggeredByAccelerator: true }, window);
}
