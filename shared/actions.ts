/** Where an action stands in the menu bar. */
export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'view' | 'vault' | 'help';

interface ActionSpec {
  readonly label: string;
  /** Electron's accelerator syntax; the page shows it in the words of the platform. */
  readonly keys?: readonly string[];
  readonly menu: MenuName;
  /** Starts a new group in its menu. */
  readonly group?: true;
}

/**
 * Every action of the person, once: the native menu, the keyboard, tooltips and the list of
 * shortcuts all read this table. The first of several keys is the one that is shown.
 */
const table = {
  'entry.new': { label: 'New letter', keys: ['CmdOrCtrl+N', 'CmdOrCtrl+Shift+N'], menu: 'file' },
  'entry.newBlank': { label: 'Write freely', menu: 'file' },
  'entry.checkIn': { label: 'New check-in', menu: 'file' },
  'go.quickOpen': { label: 'Open letter…', keys: ['CmdOrCtrl+O'], menu: 'file' },
  'entry.save': { label: 'Save now', keys: ['CmdOrCtrl+S'], menu: 'file', group: true },
  'entry.print': { label: 'Print…', keys: ['CmdOrCtrl+P'], menu: 'file' },
  'entry.export': { label: 'Export…', keys: ['CmdOrCtrl+E'], menu: 'file' },
  'entry.seal': { label: 'Seal to cool off…', menu: 'file' },
  'app.import': { label: 'Import writing…', menu: 'file' },
  'entry.trash': { label: 'Delete this writing', menu: 'file' },
  'edit.undo': { label: 'Undo', keys: ['CmdOrCtrl+Z'], menu: 'edit' },
  'edit.redo': { label: 'Redo', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'], menu: 'edit' },
  'edit.pastePlain': { label: 'Paste as plain text', keys: ['CmdOrCtrl+Shift+V'], menu: 'edit' },
  'find.open': {
    label: 'Find in this letter',
    keys: ['CmdOrCtrl+F'],
    menu: 'edit',
    group: true,
  },
  'find.next': { label: 'Find next', keys: ['F3'], menu: 'edit' },
  'find.previous': { label: 'Find previous', keys: ['Shift+F3'], menu: 'edit' },
  'find.replace': { label: 'Replace', keys: ['CmdOrCtrl+H'], menu: 'edit' },
  'search.find': { label: 'Search everything', keys: ['CmdOrCtrl+Shift+F'], menu: 'edit' },
  'insert.statement': {
    label: '“I feel” statement',
    keys: ['CmdOrCtrl+Alt+F'],
    menu: 'insert',
  },
  'insert.feelings': { label: 'Feelings', menu: 'insert' },
  'insert.ladder': { label: 'Three drafts', menu: 'insert' },
  'insert.commitment': { label: 'Commitment', menu: 'insert' },
  'insert.answer': { label: 'Point and answer', menu: 'insert' },
  'insert.checklist': { label: 'Check list', menu: 'insert' },
  'insert.scale': { label: 'Scale', menu: 'insert' },
  'insert.date': { label: 'Date', menu: 'insert' },
  'insert.picture': { label: 'Picture…', menu: 'insert' },
  'insert.section': { label: 'Section', menu: 'insert', group: true },
  'section.up': { label: 'Move up', keys: ['Alt+Shift+Up'], menu: 'insert', group: true },
  'section.down': { label: 'Move down', keys: ['Alt+Shift+Down'], menu: 'insert' },
  'format.bold': { label: 'Bold', keys: ['CmdOrCtrl+B'], menu: 'format' },
  'format.italic': { label: 'Italic', keys: ['CmdOrCtrl+I'], menu: 'format' },
  'format.underline': { label: 'Underline', keys: ['CmdOrCtrl+U'], menu: 'format' },
  'format.strikethrough': {
    label: 'Strikethrough',
    keys: ['CmdOrCtrl+Shift+X'],
    menu: 'format',
  },
  'format.link': { label: 'Link', keys: ['CmdOrCtrl+K'], menu: 'format' },
  'format.paragraph': {
    label: 'Paragraph',
    keys: ['CmdOrCtrl+Alt+0'],
    menu: 'format',
    group: true,
  },
  'format.heading1': { label: 'Heading 1', keys: ['CmdOrCtrl+Alt+1'], menu: 'format' },
  'format.heading2': { label: 'Heading 2', keys: ['CmdOrCtrl+Alt+2'], menu: 'format' },
  'format.heading3': { label: 'Heading 3', keys: ['CmdOrCtrl+Alt+3'], menu: 'format' },
  'format.quote': { label: 'Quote', keys: ['CmdOrCtrl+Alt+Q'], menu: 'format' },
  'format.numbered': {
    label: 'Numbered list',
    keys: ['CmdOrCtrl+Shift+7'],
    menu: 'format',
    group: true,
  },
  'format.bullets': { label: 'Bullet list', keys: ['CmdOrCtrl+Shift+8'], menu: 'format' },
  'format.checklist': { label: 'Check list', keys: ['CmdOrCtrl+Shift+9'], menu: 'format' },
  'format.clear': {
    label: 'Clear formatting',
    keys: ['CmdOrCtrl+\\'],
    menu: 'format',
    group: true,
  },
  'format.forEveryone': { label: 'Who may read this: everyone', menu: 'format', group: true },
  'format.forCounsellor': { label: 'Who may read this: only my counsellor and I', menu: 'format' },
  'format.forMe': { label: 'Who may read this: only I', keys: ['CmdOrCtrl+Alt+P'], menu: 'format' },
  'format.notNeeded': { label: 'Who may read this: only I, details not needed', menu: 'format' },
  'go.home': { label: 'The path', keys: ['CmdOrCtrl+Shift+H'], menu: 'view' },
  'go.writing': { label: 'All writing', keys: ['CmdOrCtrl+Shift+A'], menu: 'view' },
  'go.trash': { label: 'Recently deleted', menu: 'view' },
  'go.commitments': { label: 'Commitments', keys: ['CmdOrCtrl+Shift+M'], menu: 'view' },
  'go.checkIns': { label: 'Check-ins', menu: 'view' },
  'panel.guide': { label: 'Guide', keys: ['CmdOrCtrl+Shift+G'], menu: 'view', group: true },
  'panel.feelings': { label: 'Feelings', keys: ['CmdOrCtrl+Shift+E'], menu: 'view' },
  'panel.history': { label: 'History', menu: 'view' },
  'view.focus': { label: 'Focus mode', keys: ['F9'], menu: 'view', group: true },
  'vault.lock': { label: 'Lock', keys: ['CmdOrCtrl+L'], menu: 'vault' },
  'vault.quickHide': { label: 'Lock and hide', keys: ['CmdOrCtrl+Shift+L'], menu: 'vault' },
  'vault.backups': { label: 'Backups…', menu: 'vault', group: true },
  'vault.passphrase': { label: 'Change passphrase…', menu: 'vault' },
  'vault.recovery': { label: 'Recovery code…', menu: 'vault' },
  'vault.newKeys': { label: 'Someone may know my passphrase or code…', menu: 'vault' },
  'vault.name': { label: 'Name this vault…', menu: 'vault' },
  'vault.move': { label: 'Move this vault to another folder…', menu: 'vault' },
  'app.preferences': { label: 'Preferences', keys: ['CmdOrCtrl+,'], menu: 'vault', group: true },
  'help.commands': { label: 'All commands…', keys: ['CmdOrCtrl+Shift+P'], menu: 'help' },
  'help.shortcuts': { label: 'Keyboard shortcuts', keys: ['CmdOrCtrl+/'], menu: 'help' },
  'help.safety': { label: 'Help and safety', keys: ['F1'], menu: 'help' },
} as const satisfies Record<string, ActionSpec>;

export type ActionId = keyof typeof table;

export interface Action extends ActionSpec {
  readonly id: ActionId;
}

export const actions: readonly Action[] = Object.entries(table).map(([id, spec]) => ({
  ...(spec as ActionSpec),
  id: id as ActionId,
}));

/** The action with this id. */
export const actionOf = (id: ActionId): Action => ({ ...(table[id] as ActionSpec), id });
