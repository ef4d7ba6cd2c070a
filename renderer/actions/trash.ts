import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../api/client.ts';
import { showToast, withdrawUndo } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { trashWords } from '../words/trash.ts';
import { showFailure, undoInVault } from './navigate.ts';

/** Brings a deleted piece of writing back, and offers to undo that. */
export async function bringBack(id: EntryId): Promise<void> {
  const reply = await call('trash.restore', id);
  if (!reply.ok) {
    showFailure(reply.error);
    return;
  }
  showToast({
    title: trashWords.toast.restored,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
}

/** Erases deleted writing. Returns why it could not be erased, or null when all of it is gone. */
export async function letGo(ids: readonly EntryId[]): Promise<AppError | null> {
  // Its deletion can not be taken back any more.
  withdrawUndo();
  const reply = await call('entries.erase', [...ids]);
  return reply.ok ? null : reply.error;
}
