import { Menu, type MenuItemConstructorOptions } from 'electron';
import { actions, type Action, type ActionId, type MenuName } from '#shared/actions.ts';

type Item = MenuItemConstructorOptions;

/** What the system does by itself, added to the actions of each menu. */
const ROLES: Readonly<Record<MenuName, readonly Item[]>> = {
  file: [{ type: 'separator' }, { role: 'quit' }],
  edit: [
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
  insert: [],
  format: [],
  view: [
    { type: 'separator' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
  ],
  vault: [],
  help: [],
};

const TITLES: Readonly<Record<MenuName, string>> = {
  file: '&File',
  edit: '&Edit',
  insert: '&Insert',
  format: 'F&ormat',
  view: '&View',
  vault: 'V&ault',
  help: '&Help',
};

/** Actions that the system carries out itself: only a real paste brings the clipboard with it. */
const ROLE_OF: Partial<Record<ActionId, Item['role']>> = {
  'edit.pastePlain': 'pasteAndMatchStyle',
};

/** What is done to the window, and not to a letter. */
const ALWAYS: ReadonlySet<ActionId> = new Set<ActionId>(['vault.quickHide']);

/** Builds the native menu from `shared/actions.ts`. While locked, no action of a letter is offered. */
export function setMenu(isOpen: boolean, perform: (id: ActionId) => void): void {
  const whatItDoes = (id: ActionId): Item => {
    const role = ROLE_OF[id];
    return role === undefined ? { click: () => perform(id) } : { role };
  };
  const toItem = (action: Action): Item[] => [
    ...(action.group ? [{ type: 'separator' } as const] : []),
    {
      id: action.id,
      label: action.label,
      enabled: isOpen || ALWAYS.has(action.id),
      ...(action.keys?.[0] === undefined ? {} : { accelerator: action.keys[0] }),
      // The page handles its own keys, so that they work alike on every system; the menu shows them.
      registerAccelerator: false,
      ...whatItDoes(action.id),
    },
  ];
  const menus = (Object.keys(ROLES) as MenuName[]).map(name => ({
    label: TITLES[name],
    submenu: [...actions.filter(a => a.menu === name).flatMap(toItem), ...ROLES[name]],
  }));
  const mac: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, ...menus]));
}
