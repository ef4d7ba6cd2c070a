import type { RevisionId } from '#shared/domain/revision.ts';
import { call } from '../api/client.ts';
import { openEntry } from '../state/open-entry.ts';
import { showToast } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { historyWords } from '../words/history.ts';
import { openLetter, showFailure, undoInVault } from './navigate.ts';

/** What is typed and unsaved would be replaced without ever having been kept. */
async function isSaved(): Promise<boolean> {
  const open = openEntry();
  return open === null || open.flush();
}

/**
 * Puts an earlier text in the place of the present one, and offers to undo that. The open letter
 * follows by itself, as it follows every change from elsewhere.
 */
export async function restoreVersion(id: RevisionId): Promise<void> {
  if (!(await isSaved())) return;
  const reply = await call('revisions.restore', id);
  if (!reply.ok) {
    showFailure(reply.error);
    return;
  }
  showToast({
    title: historyWords.toast.restored,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
}

/** Opens a kept text as a letter of its own. */
export async function openVersionAsNew(id: RevisionId): Promise<void> {
  if (!(await isSaved())) return;
  const reply = await call('revisions.openAsNew', id);
  if (reply.ok) await openLetter(reply.value.id);
  else showFailure(reply.error);
}
