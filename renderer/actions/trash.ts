import { nameOfAll } from '#shared/content/kinds.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../api/client.ts';
import { openEntry, type OpenEntry } from '../state/open-entry.ts';
import { ui } from '../state/ui-store.ts';
import { showToast, withdrawUndo } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { trashWords } from '../words/trash.ts';
import { afterSaving, showFailure, undoInVault } from './navigate.ts';

/** Writing, and what it is called. */
type Named = Pick<EntrySummary, 'id' | 'kind'>;

const idsOf = (entries: readonly Named[]): EntryId[] => entries.map(({ id }) => id);

/** Deletes the letter that is open. */
export function trashOpenLetter(): Promise<void> {
  const open = openEntry();
  // What is deleted is the newest text, so that undo brings back all of it.
  return open === null ? Promise.resolve() : afterSaving(() => leaveToTrash(open));
}

async function leaveToTrash(open: OpenEntry): Promise<void> {
  await trashWriting([open], () => {
    open.discard();
    ui.show({ name: 'writing' });
  });
}

/**
 * Deletes writing, all of it in one step, and offers to bring it back. Returns whether it did.
 * @param then is called before that is said.
 */
export const trashWriting = (
  entries: readonly Named[],
  then = (): void => undefined,
): Promise<boolean> =>
  unlessUnderWay(async () => {
    const reply = await call('entries.trash', idsOf(entries));
    if (!reply.ok) {
      showFailure(reply.error);
      return false;
    }
    then();
    const { deleted, kept } = trashWords.toast;
    offerUndo(deleted(nameOfAll(entries)), kept(entries.length));
    return true;
  });

/** Brings deleted writing back, all of it in one step, and offers to undo that. Returns whether it did. */
export const bringBack = (entries: readonly Named[]): Promise<boolean> =>
  unlessUnderWay(async () => {
    const reply = await call('trash.restore', idsOf(entries));
    if (reply.ok) offerUndo(trashWords.toast.restored(nameOfAll(entries)));
    else showFailure(reply.error);
    return reply.ok;
  });

let isUnderWay = false;

/** A second press would be told that what the first one moves is not there. */
async function unlessUnderWay(move: () => Promise<boolean>): Promise<boolean> {
  if (isUnderWay) return false;
  isUnderWay = true;
  try {
    return await move();
  } finally {
    isUnderWay = false;
  }
}

const offerUndo = (title: string, description?: string): void =>
  showToast({
    title,
    ...(description !== undefined && { description }),
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });

/** Erases deleted writing. Returns why it could not be erased, or null when all of it is gone. */
export async function letGo(ids: readonly EntryId[]): Promise<AppError | null> {
  // Its deletion can not be taken back any more.
  withdrawUndo();
  const reply = await call('entries.erase', [...ids]);
  return reply.ok ? null : reply.error;
}
