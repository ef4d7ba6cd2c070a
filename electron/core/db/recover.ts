import { chmodSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';
import { syncFile, syncFolder } from '../disk/durable-files.ts';

/**
 * Writes all that is open into a new file in the folder of a vault, with the same key: for when the
 * path of the database names another file by now, and what is open would be gone at the next lock.
 * It appears under its name only when it is whole, on disk and compared with what is open.
 */
export function recoverDatabase(db: Database, folder: string, now: number): string {
  const [day = '', time = ''] = new Date(now).toISOString().split(/[T.]/);
  const path = join(folder, `recovered-${day.replaceAll('-', '')}-${time.replaceAll(':', '')}.db`);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  // SQLite creates it readable by everyone on this machine.
  chmodSync(unfinished, 0o600);
  syncFile(unfinished);
  verify(db, unfinished);
  renameSync(unfinished, path);
  syncFolder(dirname(path));
  return path;
}

const TABLES = ['entry', 'entry_text', 'revision', 'journey', 'template', 'picture', 'setting'];

/** Attached without a key of its own, a file is read with the key of the open one. */
function verify(db: Database, path: string): void {
  db.prepare('ATTACH ? AS recovered').run(path);
  try {
    const found = db.pragma('recovered.integrity_check', { simple: true });
    invariant(found === 'ok', 'a copy that was just written is whole');
    for (const table of TABLES) {
      const count = (of: string) =>
        db.prepare(`SELECT count(*) FROM ${of}.${table}`).pluck().get() as number;
      invariant(count('main') === count('recovered'), 'a copy holds all that it was made from');
    }
  } finally {
    db.exec('DETACH recovered');
  }
}
