import type { ActionId } from '#shared/actions.ts';
import { queries } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { openEntry } from '../state/open-entry.ts';
import { ui, useUi, type PanelName } from '../state/ui-store.ts';
import { askToSeal } from './sealing.ts';
import { exportFromHere } from './export.ts';
import {
  goTo,
  hideAndLock,
  lockVault,
  printOpenLetter,
  startCheckIn,
  startLetter,
  undoInVault,
} from './navigate.ts';
import { trashOpenLetter } from './trash.ts';

/** Actions that also work while a dialog is open, or the question of the beginning. */
const OVER_DIALOGS: ReadonlySet<ActionId> = new Set<ActionId>([
  'vault.lock',
  'vault.quickHide',
  'app.preferences',
  'help.safety',
  'help.shortcuts',
]);

/** The ways into the palette: while it is open, each leads to what the other does not list. */
export const PALETTES: ReadonlySet<ActionId> = new Set<ActionId>(['go.quickOpen', 'help.commands']);

/** Where the wish came from. A key that is not taken here keeps its ordinary meaning in the page. */
export type Origin = 'key' | 'menu';

/** Does what an action means, here and now. Returns whether it meant anything. */
export function perform(id: ActionId, origin: Origin): boolean {
  if (useUi.getState().leaving) return true;
  if (isBelowOthers(id)) return isOfText(id) ? editField(id, origin) : true;
  if (isOfText(id)) return edit(id, origin);
  void run(id);
  return true;
}

/** Whether something lies over the window, or takes its place, that the action has to wait for. */
function isBelowOthers(id: ActionId): boolean {
  const { dialogs, printing } = useUi.getState();
  if (dialogs.length === 0 && printing === null && !isIntroducing()) return false;
  return !OVER_DIALOGS.has(id) && !(PALETTES.has(id) && dialogs.at(-1)?.name === 'palette');
}

/** Whether the question about whom the writing is has the window for itself. */
export const isIntroducing = (): boolean =>
  useUi.getState().introducing ||
  queryClient.getQueryData(queries.settings.queryKey)?.introduced === false;

/** Actions that mean nothing unless a letter is open. */
const OF_LETTER: ReadonlySet<ActionId> = new Set<ActionId>([
  'entry.save',
  'entry.print',
  'entry.seal',
  'entry.trash',
  'find.open',
  'find.next',
  'find.previous',
  'find.replace',
  'panel.guide',
  'panel.feelings',
  'panel.history',
  'view.focus',
]);

/** Whether an action chosen from a menu would mean anything, here and now. */
export function isMeaningful(id: ActionId): boolean {
  // Only a key, or the menu of the system, can paste.
  if (id === 'edit.pastePlain') return false;
  if (id === 'edit.undo' || id === 'edit.redo') return true;
  if (isOfText(id)) return openEntry() !== null && !isInOtherText();
  return openEntry() !== null || !OF_LETTER.has(id);
}

/** Actions that are done to a text, if the caret is in one. */
type TextAction = Extract<ActionId, `${'edit' | 'format' | 'insert' | 'section'}.${string}`>;

const isOfText = (id: ActionId): id is TextAction => /^(?:edit|format|insert|section)\./.test(id);

function edit(id: ActionId, origin: Origin): boolean {
  // Only a real paste brings the clipboard with it, so its key goes on to the text that has the caret.
  if (id === 'edit.pastePlain') return false;
  const isElsewhere = isInOtherText();
  if (!isElsewhere && openEntry()?.perform(id) === true) return true;
  if (id !== 'edit.undo' && id !== 'edit.redo') return false;
  if (isElsewhere) return editField(id, origin);
  void undoInVault(id === 'edit.undo' ? 'history.undo' : 'history.redo');
  return true;
}

/** The keys of a field are the browser's own; the menu of the system asks here. */
function editField(id: TextAction, origin: Origin): boolean {
  if (origin === 'key' || !isInOtherText()) return false;
  if (id !== 'edit.undo' && id !== 'edit.redo') return false;
  return document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
}

/** Whether the caret is in a text that is not the letter's, such as its title. */
const isInOtherText = (): boolean =>
  isTextField(document.activeElement) && openEntry()?.hasFocus() !== true;

const isTextField = (element: Element | null): boolean =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable);

type PlainAction = Exclude<ActionId, TextAction>;

function togglePanel(panel: PanelName): void {
  if (useUi.getState().view.name === 'entry') ui.togglePanel(panel);
}

/** To see or type back the code that there is, or to make the first. */
async function openRecovery(): Promise<void> {
  const { exists } = await queryClient.fetchQuery(queries.recoveryState);
  ui.openDialog({ name: exists ? 'recovery' : 'renewRecovery' });
}

async function run(id: ActionId): Promise<void> {
  await plainActions[id as PlainAction]();
}

const plainActions: { readonly [K in PlainAction]: () => void | Promise<void> } = {
  'entry.new': () => ui.openDialog({ name: 'gallery' }),
  'entry.newBlank': () => startLetter(null),
  'entry.checkIn': startCheckIn,
  'entry.save': () => openEntry()?.saveNow(),
  'entry.print': printOpenLetter,
  'entry.export': exportFromHere,
  'entry.seal': askToSeal,
  'entry.trash': trashOpenLetter,
  'vault.lock': lockVault,
  'vault.quickHide': hideAndLock,
  'vault.backups': () => ui.openDialog({ name: 'backups' }),
  'vault.recovery': openRecovery,
  'vault.passphrase': () => ui.openDialog({ name: 'passphrase' }),
  'vault.newKeys': () => ui.openDialog({ name: 'replaceKeys' }),
  'vault.name': () => ui.openDialog({ name: 'nameVault' }),
  'vault.move': () => ui.openDialog({ name: 'moveVault' }),
  'app.import': () => ui.openDialog({ name: 'import' }),
  'app.preferences': () => ui.openDialog({ name: 'preferences' }),
  'find.open': () => openEntry()?.find('find'),
  'find.next': () => openEntry()?.find('next'),
  'find.previous': () => openEntry()?.find('previous'),
  'find.replace': () => openEntry()?.find('replace'),
  'search.find': () => goTo({ name: 'search' }),
  'go.quickOpen': () => ui.openDialog({ name: 'palette', of: 'letters' }),
  'go.home': () => goTo({ name: 'home', step: null }),
  'go.writing': () => goTo({ name: 'writing' }),
  'go.trash': () => goTo({ name: 'trash' }),
  'go.commitments': () => goTo({ name: 'commitments' }),
  'go.checkIns': () => goTo({ name: 'checkIns' }),
  'panel.guide': () => togglePanel('guide'),
  'panel.feelings': () => togglePanel('feelings'),
  'panel.history': () => togglePanel('history'),
  'view.focus': () => {
    if (useUi.getState().view.name === 'entry') ui.toggleFocusMode();
  },
  'help.commands': () => ui.openDialog({ name: 'palette', of: 'commands' }),
  'help.shortcuts': () => ui.openDialog({ name: 'shortcuts' }),
  'help.safety': () => ui.openDialog({ name: 'safety' }),
};
