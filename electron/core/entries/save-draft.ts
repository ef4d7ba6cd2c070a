import type { Draft, DraftSaved } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { keepConflictingText } from '../revisions/repository.ts';
import type { Session } from '../session.ts';
import { findStoredText, prepareText, storeText } from './store-text.ts';

/**
 * Saves what the editor holds. An answer without error means that it is on disk. A text written
 * upon another version than the stored one never replaces it: it is kept beside it.
 */
export function saveDraft({ write, ports }: Session, draft: Draft): Result<DraftSaved, AppError> {
  const text = prepareText(draft.title, draft.writtenOn, draft.document);
  if (!text.ok) return text;
  const now = ports.clock.now();
  return write(['entries'], db => {
    const stored = findStoredText(db, draft.id);
    if (stored === undefined) return err({ code: 'entry.notFound', id: draft.id });
    if (stored.version !== draft.baseVersion) {
      const { title, baseVersion: version } = draft;
      const document = text.value.json;
      keepConflictingText(db, { entrySeq: stored.seq, version, title, document, keptAt: now });
      return err({ code: 'entry.conflict', latestVersion: stored.version });
    }
    const version = storeText(db, stored, text.value, now);
    const { wordCount } = text.value.projection;
    return ok({ seq: draft.seq, version, savedAt: now, wordCount });
  });
}
