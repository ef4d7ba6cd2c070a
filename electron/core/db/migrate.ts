import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';
import { syncFile, syncFolder } from '../disk/durable-files.ts';

/** One step of the schema. It never imports domain or repository code, which goes on changing. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Database) => void;
}

/** The schema version that these migrations lead to. */
export const latestVersion = (migrations: readonly Migration[]): number => migrations.length;

export const schemaVersion = (db: Database): number =>
  db.pragma('user_version', { simple: true }) as number;

/**
 * Brings a database up to date: all that is missing, in one transaction. A database that already
 * holds writing is copied first, so that the old version stays within reach; where `backupPath`
 * names no place, whoever answered has kept the old version in another way.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  backupPath: (version: number) => string | undefined,
): void {
  migrations.forEach(({ version }, index) => {
    invariant(version === index + 1, 'migrations are numbered without gaps');
  });
  const found = schemaVersion(db);
  const pending = migrations.slice(found);
  if (pending.length === 0) return;
  const backup = found > 0 ? backupPath(found) : undefined;
  if (backup !== undefined) copyDatabase(db, backup);
  const upgrade = db.transaction(() => {
    for (const { up } of pending) up(db);
    db.pragma(`user_version=${latestVersion(migrations)}`);
  });
  upgrade.exclusive();
  db.pragma('optimize');
}

/** The copy inherits the key. It appears under its name only when it is whole and on disk. */
function copyDatabase(db: Database, path: string): void {
  if (existsSync(path)) return;
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  // SQLite creates it readable by everyone on this machine.
  chmodSync(unfinished, 0o600);
  syncFile(unfinished);
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}
