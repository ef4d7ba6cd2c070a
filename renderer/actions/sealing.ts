import type { Day } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { call } from '../api/client.ts';
import { openEntry } from '../state/open-entry.ts';
import { ui } from '../state/ui-store.ts';
import { showToast, withdrawUndo } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { goTo, openLetter, showFailure, undoInVault } from './navigate.ts';

/** Asks until when the open letter shall be sealed. */
export function askToSeal(): void {
  const entry = openEntry();
  if (entry !== null) ui.openDialog({ name: 'seal', id: entry.id });
}

/**
 * Saves a letter, seals it, leaves it, and offers to undo that. `said` is what is told of it. Where
 * it could not be saved it is not sealed: nobody could tell what is in the envelope.
 */
export async function sealLetter(
  id: EntryId,
  until: Day,
  said: string,
): Promise<Result<void, AppError | 'notSaved'>> {
  const open = openEntry();
  if (open?.id === id && !(await open.flush())) return err('notSaved');
  const reply = await call('entries.seal', { id, until });
  if (!reply.ok) return reply;
  if (openEntry()?.id === id) await goTo({ name: 'writing' });
  showToast({
    title: said,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
  return ok(undefined);
}

/** Opens a sealed letter before its day. */
export async function openSealedLetter(id: EntryId): Promise<void> {
  // Its sealing can not be taken back any more.
  withdrawUndo();
  const reply = await call('entries.unseal', id);
  if (reply.ok) await openLetter(id);
  else showFailure(reply.error);
}

/** The note that a letter was sealed was read: it is not shown again. */
export async function putSealNoteAway(id: EntryId): Promise<void> {
  const reply = await call('entries.unseal', id);
  if (!reply.ok) showFailure(reply.error);
}
