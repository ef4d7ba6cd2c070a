import { DOCUMENT_MAX_BYTES } from '#shared/domain/document.ts';
import type { Draft, DraftSaved } from '#shared/domain/entry.ts';
import { projectDocument, type Projection } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { WriteDb } from '../db/statements.ts';
import { reasonToKeep } from '../revisions/policy.ts';
import { keepConflictingText, keepStoredText, lastKeptAt } from '../revisions/repository.ts';
import type { Session } from '../session.ts';
import { findStoredDraft, updateDraft, type StoredDraft } from './repository.ts';

/**
 * Saves what the editor holds. An answer without error means that it is on disk. A text written
 * upon another version than the stored one never replaces it: it is kept beside it.
 */
export function saveDraft({ write, ports }: Session, draft: Draft): Result<DraftSaved, AppError> {
  const document = JSON.stringify(draft.document);
  if (Buffer.byteLength(document) > DOCUMENT_MAX_BYTES) {
    return err({ code: 'entry.tooLarge', limit: DOCUMENT_MAX_BYTES });
  }
  const projection = projectDocument(draft.document);
  const now = ports.clock.now();

  return write(['entries'], db => {
    const stored = findStoredDraft(db, draft.id);
    if (stored === undefined) return err({ code: 'entry.notFound', id: draft.id });
    if (stored.version !== draft.baseVersion) {
      const { title, baseVersion: version } = draft;
      keepConflictingText(db, { entrySeq: stored.seq, version, title, document, keptAt: now });
      return err({ code: 'entry.conflict', latestVersion: stored.version });
    }
    keepRevisionIfDue(db, stored, projection, now);
    const version = stored.version + 1;
    updateDraft(db, {
      seq: stored.seq,
      title: draft.title,
      writtenOn: draft.writtenOn,
      document,
      version,
      updatedAt: now,
      excerpt: projection.excerpt,
      wordCount: projection.wordCount,
      textLength: projection.textLength,
    });
    return ok({ seq: draft.seq, version, savedAt: now, wordCount: projection.wordCount });
  });
}

function keepRevisionIfDue(
  db: WriteDb,
  stored: StoredDraft,
  { textLength }: Projection,
  now: number,
): void {
  const reason = reasonToKeep({
    now,
    lastKeptAt: lastKeptAt(db, stored.seq) ?? stored.createdAt,
    previousLength: stored.textLength,
    nextLength: textLength,
  });
  if (reason !== null) keepStoredText(db, stored.seq, reason, now);
}
