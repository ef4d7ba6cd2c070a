import { projectDocument } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { readableDocument } from '../entries/repository.ts';
import { indexPending } from '../search/index-entries.ts';
import type { Write } from '../session.ts';
import { storeFound } from './store-found.ts';

/** Grows with every change of what is read from documents, or of where it is stored. */
export const PROJECTION_VERSION = 5;

/** Beside the settings of the person, none of whom are called so. */
const KEY = 'projectionVersion';

/** When what was read from documents is of another version of the app, reads them all anew. */
export function refreshProjections(db: ReadDb, write: Write): Result<void, AppError> {
  if (storedVersion(db) === String(PROJECTION_VERSION)) return ok(undefined);
  const rebuilt = write([], writable => {
    rebuildProjections(writable);
    prepare(
      writable,
      `INSERT INTO setting (key, value) VALUES (@key, @value)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run({ key: KEY, value: String(PROJECTION_VERSION) });
    return ok(undefined);
  });
  return rebuilt.ok ? indexPending(db, write) : rebuilt;
}

const storedVersion = (db: ReadDb): string | undefined =>
  prepare<{ value: string }>(db, 'SELECT value FROM setting WHERE key = @key').get({ key: KEY })
    ?.value;

/**
 * Reads every document anew, those in the trash as well, and stores what it says. The texts are the
 * truth: this can be done at any time, and loses nothing.
 */
export function rebuildProjections(db: WriteDb): void {
  const seqs = prepare<{ seq: number }>(db, 'SELECT seq FROM entry ORDER BY seq').all();
  for (const { seq } of seqs) rebuildEntry(db, seq);
}

function rebuildEntry(db: WriteDb, seq: number): void {
  const json = prepare<{ document: string }>(
    db,
    'SELECT document FROM entry_text WHERE seq = @seq',
  ).get({ seq })?.document;
  const document = json === undefined ? undefined : readableDocument(json);
  // Nobody may be kept from all letters by one that this version can not read.
  if (document === undefined) return;
  const projection = projectDocument(document);
  const { excerpt, wordCount, substance } = projection;
  prepare(
    db,
    `UPDATE entry SET excerpt = @excerpt, word_count = @wordCount, text_length = @substance,
       indexed_version = 0
     WHERE seq = @seq`,
  ).run({ seq, excerpt, wordCount, substance });
  storeFound(db, seq, projection);
}
