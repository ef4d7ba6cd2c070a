import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import type { Session } from '../session.ts';

/** Beside the settings of the person, none of whom are called so. */
const KEY = 'purgeOwed';

/** Notes, together with the deletion itself, that its traces have to be removed. */
export function owePurge(db: WriteDb): void {
  prepare(
    db,
    `INSERT INTO setting (key, value) VALUES (@key, 'true') ON CONFLICT (key) DO NOTHING`,
  ).run({ key: KEY });
}

const isOwed = (db: ReadDb): boolean =>
  prepare(db, 'SELECT 1 FROM setting WHERE key = @key').get({ key: KEY }) !== undefined;

/**
 * Removes what deleted rows may have left behind: the search index is built anew, because the
 * bounds of its pages can name words that are gone, and the whole file is written anew, because
 * SQLite overwrites a row that is deleted, but not what moving it between pages once left in their
 * gaps. What is not finished, on a full disk for example, is done when the vault is opened next.
 */
export function purge({ db, write, compact }: Session): Result<void, AppError> {
  if (!isOwed(db)) return ok(undefined);
  const rebuilt = write([], writable => {
    writable.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
    return ok(undefined);
  });
  if (!rebuilt.ok) return rebuilt;
  const compacted = compact();
  if (!compacted.ok) return compacted;
  return write([], writable => {
    prepare(writable, 'DELETE FROM setting WHERE key = @key').run({ key: KEY });
    return ok(undefined);
  });
}
