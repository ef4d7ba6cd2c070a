import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import { call } from '../api/client.ts';
import { openEntry } from '../state/open-entry.ts';
import { showToast } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { openLetter, showFailure, undoInVault } from './navigate.ts';

/** What the vault is about to read has to be there. */
const isSaved = async (id: EntryId): Promise<boolean> => {
  const open = openEntry();
  return open?.id !== id || open.flush();
};

/** Makes an impact letter of what a map holds, and opens it. The map stays as it is. */
export async function makeImpactLetter(map: EntryId): Promise<void> {
  if (!(await isSaved(map))) return;
  const reply = await call('entries.assembleImpact', map);
  if (reply.ok) await openLetter(reply.value.id);
  else showFailure(reply.error);
}

/** Moves a letter to another journey, or to none, and offers to undo that. */
export async function moveLetter(
  id: EntryId,
  journeyId: JourneyId | null,
  said: string,
): Promise<void> {
  if (!(await isSaved(id))) return;
  const reply = await call('entries.move', { id, journeyId });
  if (!reply.ok) {
    showFailure(reply.error);
    return;
  }
  showToast({
    title: said,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
}
