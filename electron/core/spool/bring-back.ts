import type { Entry } from '#shared/domain/entry.ts';
import type { ReturnedDraft } from '#shared/domain/returned-draft.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { insertEntry } from '../entries/repository.ts';
import { leavesNothing } from '../revisions/policy.ts';
import { findStoredText, prepareText, storeText, type NewText } from '../entries/store-text.ts';
import { keepConflictingText, keepStoredText } from '../revisions/repository.ts';
import type { Session } from '../session.ts';
import type { Spool, SpooledDraft } from './spool.ts';

/**
 * Takes into the vault what could not be saved before. Words written upon the text that is stored
 * become the text, and that one is kept; any others are kept beside it. Nothing is overwritten.
 */
export function bringBackDrafts(session: Session, spool: Spool): Result<void, AppError> {
  for (const draft of spool.read()) {
    const text = prepareText(draft.title, draft.writtenOn, draft.document);
    if (!text.ok) continue;
    const taken = session.write(['entries'], db => ok(takeIn(db, session, draft, text.value)));
    if (!taken.ok) return taken;
    if (taken.value !== null) {
      session.returned.push({ id: draft.id, title: draft.title, as: taken.value });
    }
    // Only now: a crash before this takes it in once more, and finds that it is there.
    spool.forget(draft.id);
  }
  return ok(undefined);
}

/** What became of a draft; null when it holds nothing that is not stored already. */
function takeIn(
  db: WriteDb,
  { ports }: Session,
  draft: SpooledDraft,
  text: NewText,
): ReturnedDraft['as'] | null {
  const now = ports.clock.now();
  const stored = findStoredText(db, draft.id);
  if (stored === undefined) {
    insertEntry(db, entryOf(draft, now));
    return 'text';
  }
  if (isStored(db, stored.seq, text)) return null;
  const wouldEmpty = leavesNothing(stored, text.projection);
  if (draft.baseVersion === stored.version && !wouldEmpty) {
    keepStoredText(db, stored.seq, 'restore', now);
    storeText(db, stored, text, now);
    return 'text';
  }
  keepConflictingText(db, {
    entrySeq: stored.seq,
    version: draft.baseVersion,
    title: draft.title,
    document: text.json,
    wordCount: text.projection.wordCount,
    keptAt: now,
  });
  return 'version';
}

/** Whether these words are the text, or were kept of it before. */
const isStored = (db: ReadDb, seq: number, { title, json }: NewText): boolean =>
  prepare(
    db,
    `SELECT 1 FROM entry JOIN entry_text USING (seq)
       WHERE seq = @seq AND title = @title AND document = @json
     UNION ALL
     SELECT 1 FROM revision WHERE entry_seq = @seq AND title = @title AND document = @json`,
  ).get({ seq, title, json }) !== undefined;

/** An entry that the vault does not hold: it was begun in a file that is no longer this one. */
const entryOf = ({ id, title, writtenOn, document }: SpooledDraft, now: number): Entry => ({
  id,
  kind: 'journal',
  journeyId: null,
  templateId: null,
  step: null,
  title,
  writtenOn,
  document,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
