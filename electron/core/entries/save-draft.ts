import type { Draft, DraftSaved } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { leavesNothing } from '../revisions/policy.ts';
import { keepConflictingText } from '../revisions/repository.ts';
import type { Session } from '../session.ts';
import {
  findStoredText,
  prepareText,
  storeText,
  type NewText,
  type StoredText,
} from './store-text.ts';

/**
 * Saves what the editor holds. An answer without error means that it is on disk. A text written
 * upon another version than the stored one never replaces it, nor does an empty one that nobody has
 * emptied: it is kept beside it.
 */
export function saveDraft(
  { write, ports, edited }: Session,
  draft: Draft,
): Result<DraftSaved, AppError> {
  const text = prepareText(draft.title, draft.writtenOn, draft.document);
  if (!text.ok) return text;
  const now = ports.clock.now();
  const { wordCount } = text.value.projection;
  const saved = write<DraftSaved>(['entries'], db => {
    const stored = findStoredText(db, draft.id);
    if (stored === undefined) return err({ code: 'entry.notFound', id: draft.id });
    const refusal = reasonToRefuse(draft, text.value, stored);
    if (refusal !== null) {
      const { title, baseVersion: version } = draft;
      const document = text.value.json;
      const entrySeq = stored.seq;
      keepConflictingText(db, { entrySeq, version, title, document, wordCount, keptAt: now });
      return err(refusal);
    }
    const version = storeText(db, stored, text.value, now);
    return ok({ seq: draft.seq, version, savedAt: now, wordCount });
  });
  if (saved.ok) edited.add(draft.id);
  return saved;
}

function reasonToRefuse(draft: Draft, text: NewText, stored: StoredText): AppError | null {
  const latestVersion = stored.version;
  if (draft.baseVersion !== latestVersion) return { code: 'entry.conflict', latestVersion };
  const emptied = leavesNothing(stored, text.projection) && draft.byHand !== true;
  return emptied ? { code: 'entry.emptied', latestVersion } : null;
}
