import type { CommitmentEdit } from '#shared/domain/commitment.ts';
import type { DocumentNode } from '#shared/domain/document.ts';
import { commitmentsIn, editedCommitment, withNode } from '#shared/domain/edit-commitment.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { commitmentOf } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readEntry } from '../entries/repository.ts';
import { findStoredText, prepareText, storeText } from '../entries/store-text.ts';
import type { Change } from '../history.ts';
import type { Clock } from '../ports.ts';
import type { Session } from '../session.ts';

/** Changes a commitment where it stands: in the text of its letter. */
export function editCommitment(
  { db, history, ports }: Session,
  { entryId, version, index, change }: CommitmentEdit,
): Result<HistoryState, AppError> {
  const entry = readEntry(db, entryId);
  if (!entry.ok) return entry;
  if (entry.value.version !== version) {
    return err({ code: 'entry.conflict', latestVersion: entry.value.version });
  }
  const from = commitmentsIn(entry.value.document.root)[index];
  if (from === undefined) return err({ code: 'entry.notFound', id: entryId });
  const to = editedCommitment(from, change);
  if (to === from) return ok(history.state());
  return history.execute(replaceCommitment(ports.clock, { entryId, index, from, to }));
}

interface Replacement {
  readonly entryId: EntryId;
  readonly index: number;
  readonly from: DocumentNode;
  readonly to: DocumentNode;
}

/**
 * One commitment in the place of another. The version of the text grows, to and fro: an editor that
 * holds an older one must never save over it.
 */
const replaceCommitment = (clock: Clock, { entryId, index, from, to }: Replacement): Change => ({
  label: 'Edit commitment',
  topics: ['entries'],
  about: [entryId],
  apply(db) {
    const found = readEntry(db, entryId);
    if (!found.ok) return found;
    const entry = found.value;
    const stored = findStoredText(db, entryId);
    if (stored === undefined) return err({ code: 'entry.notFound', id: entryId });
    const place = placeOf(commitmentsIn(entry.document.root), index, from);
    if (place === undefined) return err({ code: 'entry.conflict', latestVersion: stored.version });
    const document = withNode(entry.document, place.node, to);
    const text = prepareText(entry.title, entry.writtenOn, document);
    if (!text.ok) return text;
    storeText(db, stored, text.value, clock.now());
    const back = { entryId, index: place.index, from: to, to: place.node };
    return ok(replaceCommitment(clock, back));
  },
});

/**
 * Where the commitment that was there stands now. The letter may have been written on since; one
 * that says something else by now is not taken for it.
 */
function placeOf(
  commitments: readonly DocumentNode[],
  index: number,
  wanted: DocumentNode,
): { readonly node: DocumentNode; readonly index: number } | undefined {
  const meaning = (node: DocumentNode) => JSON.stringify(commitmentOf(node));
  const alike = commitments
    .map((node, at) => ({ node, index: at }))
    .filter(({ node }) => meaning(node) === meaning(wanted));
  return alike.find(place => place.index === index) ?? (alike.length === 1 ? alike[0] : undefined);
}
