import type { EntryId, TemplateId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type WriteDb } from '../db/statements.ts';
import { forgetInReceipts } from '../export/receipts.ts';
import { forgetFound } from '../projections/store-found.ts';
import { removeUnused, unusedPictures } from '../pictures/repository.ts';
import type { Session } from '../session.ts';
import { eraseTemplate } from '../templates/repository.ts';
import { forgetLaterDays, noteDueDay } from './due-days.ts';
import { trashedOf, type KnownEntry } from '../entries/repository.ts';
import { listExpired, listExpiredTemplates } from './repository.ts';
import { owePurge, purge } from './purge.ts';

/**
 * Erases entries that are in the trash, so that the vault's files hold none of their words any more.
 * Errors: `entry.notFound` for the first that is not there; then none is erased.
 * @param forget is called for each that is erased, before its traces are cleared from the file.
 */
export function eraseEntries(
  session: Session,
  ids: readonly EntryId[],
  forget: (id: EntryId) => void = () => {},
): Result<void, AppError> {
  const trashed = trashedOf(session.db, ids);
  return trashed.ok ? erase(session, { entries: trashed.value, templates: [] }, forget) : trashed;
}

/**
 * Erases what has been in the trash for as long as it is kept, and finishes what was begun before.
 * Called whenever the vault is opened; what is due goes on the third day that finds it due.
 */
export function tidyTrash(session: Session): Result<void, AppError> {
  const now = session.ports.clock.now();
  if (isNothing(expiredAt(session, now))) {
    const forgotten = forgetLaterDays(session, now);
    return forgotten.ok ? purge(session) : forgotten;
  }
  const noted = session.write([], db => ok(noteDueDay(db, now)));
  if (!noted.ok) return noted;
  const expired = noted.value === null ? NOTHING : expiredAt(session, noted.value);
  return isNothing(expired) ? purge(session) : erase(session, expired);
}

interface Expired {
  readonly entries: readonly KnownEntry[];
  readonly templates: readonly TemplateId[];
}

const NOTHING: Expired = { entries: [], templates: [] };

const expiredAt = ({ db }: Session, at: number): Expired => ({
  entries: listExpired(db, at),
  templates: listExpiredTemplates(db, at),
});

const isNothing = ({ entries, templates }: Expired): boolean =>
  entries.length + templates.length === 0;

function erase(
  session: Session,
  { entries, templates }: Expired,
  forget: (id: EntryId) => void = () => {},
): Result<void, AppError> {
  const topics = [
    'entries',
    'history',
    ...(templates.length > 0 ? ['templates' as const] : []),
  ] as const;
  const erased = session.write(topics, db => {
    const unused = unusedPictures(db);
    for (const { id, seq } of entries) {
      forgetInReceipts(db, id);
      eraseRows(db, seq);
    }
    // Once for all of them: each look goes through all texts that were kept.
    removeUnused(db, unused);
    for (const id of templates) eraseTemplate(db, id);
    owePurge(db);
    return ok(undefined);
  });
  if (!erased.ok) return erased;
  for (const { id } of entries) {
    session.history.forget(id);
    session.edited.delete(id);
    forget(id);
  }
  for (const id of templates) session.history.forget(id);
  return purge(session);
}

/** In this order, because each refers to the entry. The index forgets its words with `search_text`. */
const ROWS = [
  'DELETE FROM search_text WHERE seq = @seq',
  'DELETE FROM revision WHERE entry_seq = @seq',
  'DELETE FROM entry_text WHERE seq = @seq',
  'DELETE FROM entry WHERE seq = @seq',
];

function eraseRows(db: WriteDb, seq: number): void {
  forgetFound(db, seq);
  for (const row of ROWS) prepare(db, row).run({ seq });
}
