import type { Document } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { EntryId } from '#shared/domain/ids.ts';
import type { RevisionId } from '#shared/domain/revision.ts';
import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { insertEntry, readEntry } from '../entries/repository.ts';
import { findStoredText, prepareText, storeText } from '../entries/store-text.ts';
import type { Change } from '../history.ts';
import type { Clock } from '../ports.ts';
import type { Session } from '../session.ts';
import { isKept, keepStoredText, readRevision } from './repository.ts';

/** Puts a kept text in the place of the present one, which is kept first. */
export function restoreRevision(
  { db, history, ports }: Session,
  id: RevisionId,
): Result<HistoryState, AppError> {
  const revision = readRevision(db, id);
  if (!revision.ok) return revision;
  const { entryId, title, document } = revision.value;
  const entry = readEntry(db, entryId);
  if (!entry.ok) return entry;
  const upon = entry.value.version;
  return history.execute(putText(ports.clock, { entryId, upon, title, document }));
}

interface Text {
  readonly entryId: EntryId;
  /** The version whose place it takes; what someone has written since is never replaced. */
  readonly upon: number;
  readonly title: string;
  readonly document: Document;
}

const putText = (clock: Clock, { entryId, upon, title, document }: Text): Change => ({
  label: 'Bring version back',
  topics: ['entries'],
  about: [entryId],
  apply(db) {
    const found = readEntry(db, entryId);
    if (!found.ok) return found;
    const before = found.value;
    const stored = findStoredText(db, entryId);
    if (stored === undefined) return err({ code: 'entry.notFound', id: entryId });
    if (before.version !== upon) {
      return err({ code: 'entry.conflict', latestVersion: before.version });
    }
    const text = prepareText(title, before.writtenOn, document);
    if (!text.ok) return text;
    const now = clock.now();
    if (stored.substance > 0) keepStoredText(db, stored.seq, 'restore', now);
    const version = storeText(db, stored, text.value, now);
    const back = { entryId, upon: version, title: before.title, document: before.document };
    return ok(putText(clock, back));
  },
});

/** Begins a new entry with a kept text. The entry that it was kept of stays as it is. */
export function openRevisionAsNew(
  { db, write, ports }: Session,
  id: RevisionId,
): Result<Entry, AppError> {
  const revision = readRevision(db, id);
  if (!revision.ok) return revision;
  const origin = readEntry(db, revision.value.entryId);
  if (!origin.ok) return origin;
  const now = ports.clock.now();
  const entry: Entry = {
    ...origin.value,
    id: EntryId.parse(ports.newId()),
    title: revision.value.title,
    document: revision.value.document,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return write(['entries'], writable => {
    insertEntry(writable, entry);
    return ok(entry);
  });
}

/** Keeps the texts of entries that are being left, as they are now. */
export function keepAsLeft(session: Session, ids: readonly EntryId[]): Result<void, AppError> {
  const { db, edited, write, ports } = session;
  const left = ids.filter(id => edited.has(id));
  if (left.length === 0) return ok(undefined);
  const kept = write(['entries'], writable => {
    for (const id of left) {
      const stored = findStoredText(db, id);
      if (stored !== undefined && stored.substance > 0 && !isKept(db, stored.seq)) {
        keepStoredText(writable, stored.seq, 'close', ports.clock.now());
      }
    }
    return ok(undefined);
  });
  if (kept.ok) for (const id of left) edited.delete(id);
  return kept;
}
