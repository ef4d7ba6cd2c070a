import type { CommitmentEdit, LedgerLine } from '#shared/domain/commitment.ts';
import { showFailure, undoInVault } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../ui/Toast.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { words } from '../../words/en.ts';
import { isSameText, keyOf, type CommitmentTexts } from './ledger.ts';

export type EditOutcome = 'saved' | 'conflict' | 'failed';

/** What this list itself wrote last, by line: it may be changed again before it was read anew. */
const written = new Map<string, CommitmentTexts>();

/**
 * Changes a commitment where it stands: in its letter. A letter that was changed since the list
 * was read is read anew; the change goes on only if this commitment is still the one that was seen.
 */
export async function editCommitment(
  line: LedgerLine,
  change: CommitmentEdit['change'],
): Promise<EditOutcome> {
  const { entryId, index } = line;
  const edit = (version: number) => call('commitments.edit', { entryId, version, index, change });
  let reply = await edit(line.version);
  if (!reply.ok && reply.error.code === 'entry.conflict') {
    const fresh = await readAnew(line);
    if (fresh === undefined || !isExpected(fresh, line)) return 'conflict';
    reply = await edit(fresh.version);
  }
  if (!reply.ok) {
    if (reply.error.code === 'entry.conflict') return 'conflict';
    showFailure(reply.error);
    return 'failed';
  }
  const { who, what, by, notice } = { ...line, ...written.get(keyOf(line)), ...given(change) };
  written.set(keyOf(line), { who, what, by, notice });
  sayChanged(change);
  return 'saved';
}

/** Whether a line still says what was seen, or what was written into it from here. */
function isExpected(fresh: LedgerLine, seen: LedgerLine): boolean {
  const mine = written.get(keyOf(seen));
  return isSameText(fresh, seen) || (mine !== undefined && isSameText(fresh, mine));
}

/** The texts of a change, without those that stay as they are. */
const given = (change: CommitmentEdit['change']): Partial<CommitmentTexts> =>
  Object.fromEntries(Object.entries(change).filter(([name]) => name !== 'status'));

/** The line as the vault has it now. */
async function readAnew(line: LedgerLine): Promise<LedgerLine | undefined> {
  await queryClient.invalidateQueries({ queryKey: ['entries', 'commitments'] });
  const lines = await queryClient.fetchQuery(queries.commitments(null));
  return lines.find(each => keyOf(each) === keyOf(line));
}

function sayChanged({ status }: CommitmentEdit['change']): void {
  showToast({
    title: commitmentWords.changed[status ?? 'text'],
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
}

/** Says that a line was left as it is, because its letter had changed. */
export const sayConflict = (): void =>
  showToast({
    title: commitmentWords.conflict.title,
    description: commitmentWords.conflict.next,
  });
