import { dayOf } from '#shared/domain/day.ts';
import { TemplateId, type EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { queries } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { keepAll } from '../state/keep-on-leaving.ts';
import { openEntry, type OpenEntry } from '../state/open-entry.ts';
import { ui, type View } from '../state/ui-store.ts';
import { showToast, withdrawUndo } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { cover, quickHide } from './hide.ts';
import { takeAhead } from './read-ahead.ts';

const DAILY_CHECK_IN = TemplateId.parse('daily-check-in');

let openings = 0;

/** Saves the open letter, then leaves it. What could not be saved is only left if the person says so. */
export async function afterSaving(leave: () => void | Promise<void>): Promise<void> {
  const entry = openEntry();
  if (entry === null || (await entry.flush())) {
    await leave();
    return;
  }
  ui.openDialog({
    name: 'unsaved',
    where: 'letter',
    leave: () => {
      entry.discard();
      ui.closeDialog();
      void leave();
    },
  });
}

/** Goes to another place in the main area. */
export const goTo = (view: View): Promise<void> => afterSaving(() => ui.show(view));

/** Opens a piece of writing, at the first of the words if there are any. */
export function openLetter(id: EntryId, reveal: readonly string[] = []): Promise<void> {
  openings += 1;
  const opening = openings;
  return afterSaving(() => {
    // It is there, or on its way while the place for it is drawn.
    const ahead = takeAhead(id);
    void queryClient.prefetchQuery({
      ...queries.opened(id, opening),
      ...(ahead !== undefined && { queryFn: () => ahead.asked }),
      ...(ahead?.entry !== undefined && { initialData: ahead.entry }),
    });
    ui.show({ name: 'entry', id, opening, reveal });
  });
}

/** Looks for words in everything. */
export const searchFor = (text: string): Promise<void> =>
  afterSaving(() => {
    ui.setSearchText(text);
    ui.show({ name: 'search' });
  });

/** Starts a piece of writing from a template, or from a blank page. */
export async function startLetter(templateId: TemplateId | null): Promise<void> {
  await afterSaving(() => createAndOpen(templateId));
}

async function createAndOpen(templateId: TemplateId | null): Promise<void> {
  const settings = await queryClient.ensureQueryData(queries.settings);
  const reply = await call('entries.create', {
    templateId,
    journeyId: settings.currentJourneyId,
  });
  if (reply.ok) await openLetter(reply.value.id);
  else showFailure(reply.error);
}

/** Opens today's daily check-in of the journey, or starts it. Without a journey, that of none. */
export async function startCheckIn(): Promise<void> {
  const { currentJourneyId } = await queryClient.ensureQueryData(queries.settings);
  // Not from the check-ins: one that is sealed is not among them.
  const all = await queryClient.fetchQuery(queries.entries);
  const today = dayOf(new Date());
  const made = all.find(
    ({ writtenOn, journeyId, templateId }) =>
      writtenOn === today && journeyId === currentJourneyId && templateId === DAILY_CHECK_IN,
  );
  await (made === undefined ? startLetter(DAILY_CHECK_IN) : openLetter(made.id));
}

/** Takes back, or does again, the last change outside of a text. */
export async function undoInVault(procedure: 'history.undo' | 'history.redo'): Promise<void> {
  withdrawUndo();
  const reply = await call(procedure);
  if (!reply.ok) showFailure(reply.error);
}

/** Opens the print preview of the open letter, as it is saved. */
export async function printOpenLetter(): Promise<void> {
  const entry = openEntry();
  if (entry === null) return;
  if (await entry.flush()) ui.openPrint(entry.id);
  else showToast({ title: words.toast.notPrinted });
}

/** Locks the vault. The shell asks for a last `flush` before it takes the page away. */
export async function lockVault(): Promise<void> {
  const reply = await call('shell.lock');
  if (reply.ok) return;
  ui.setLeaving(false);
  cover(false);
  showFailure(reply.error);
}

/** Takes everything out of sight first, then saves and locks, whatever could be saved. */
export async function hideAndLock(): Promise<void> {
  const error = await quickHide();
  if (error !== null) showFailure(error);
}

/** How long the last save may take before the person is asked, rather than kept waiting. */
const LAST_SAVE_MS = 3_000;

/** The person was asked, and goes on without what an open form could not keep. */
let goesOn = false;

/**
 * The window is about to lock or close: from here on nothing can be typed, and all of it is saved,
 * in the letter and in open forms. If that fails, the person is asked, unless the computer itself
 * locks. `asked` is the number of the `flush` that this answers.
 */
export async function saveAndLetGo(asked: number): Promise<void> {
  cover(true);
  ui.setLeaving(true);
  const entry = openEntry();
  const { kept, saved } = await saveAll(entry);
  const reply = await call('shell.flushed', { asked, saved: saved && (kept || goesOn) });
  goesOn = false;
  const heldBack = reply.ok ? reply.value.heldBack : null;
  // The page is on its way out: what would be typed now would be lost.
  if (heldBack === null) return;
  ui.setLeaving(false);
  cover(false);
  ui.openDialog({
    name: 'unsaved',
    where: saved ? 'form' : 'letter',
    leave: () => {
      if (!saved) entry?.discard();
      goesOn = true;
      ui.closeDialog();
      // With nothing unsaved any more, this time nothing holds it back.
      void call(heldBack === 'lock' ? 'shell.lock' : 'shell.close');
    },
  });
}

interface LastSave {
  readonly kept: boolean;
  readonly saved: boolean;
}

async function saveAll(entry: OpenEntry | null): Promise<LastSave> {
  // Forms first: one of them may put its words into the letter.
  const keeping = inTime(keepForms(), LAST_SAVE_MS);
  const saving = entry === null ? true : inTime(entry.flush(), LAST_SAVE_MS);
  const [kept, saved] = await Promise.all([keeping, saving]);
  return { kept, saved };
}

let keepingForms: Promise<boolean> | undefined;

/** A form that is kept twice at once would be two: a sleep and a screen lock come together. */
function keepForms(): Promise<boolean> {
  keepingForms ??= keepAll().finally(() => {
    keepingForms = undefined;
  });
  return keepingForms;
}

/** Whether it was saved in time. Whatever goes wrong, the shell has to hear an answer. */
const inTime = (saving: Promise<boolean>, patience: number): Promise<boolean> =>
  Promise.race([
    saving.catch(() => false),
    new Promise<boolean>(resolve => {
      setTimeout(resolve, patience, false);
    }),
  ]);

/** Says that something did not work, where there is no better place for it. */
export function showFailure(error: AppError): void {
  const { title, next } = describeError(error);
  showToast({ title, description: next });
}

/** Opens the step's place on the path. */
export const goToStep = (step: number | null): Promise<void> => goTo({ name: 'home', step });
