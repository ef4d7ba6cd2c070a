import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { isMissing } from '../disk/disk-errors.ts';
import { syncFolder } from '../disk/durable-files.ts';
import { latestVersion, migrate, schemaVersion, type Migration } from './migrate.ts';
import { APPLICATION_ID, assertPragmas, setCipher, setSafety } from './pragmas.ts';
import type { ReadDb, WriteDb } from './statements.ts';

/** An open, keyed, checked and migrated database. */
export interface Connection {
  readonly db: WriteDb;
  readonly path: string;
  /**
   * Whether the path no longer names the file that is open. A sync program may put another file in
   * its place; SQLite goes on writing into the old one without any error.
   */
  readonly isReplaced: () => boolean;
}

interface Place {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly migrations: readonly Migration[];
  /** Keeps the old version of a database that is about to be migrated; else a copy lies beside it. */
  readonly keepOld?: (db: ReadDb, version: number) => void;
}

const PLAINTEXT_HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/** Creates the database of a vault, or finishes one whose creation was interrupted. */
export function createDatabase({ path, key, migrations }: Place): void {
  // SQLite would create it readable by everyone on this machine.
  closeSync(openSync(path, 'a', 0o600));
  const db = connect(path, key);
  try {
    db.pragma(`application_id=${APPLICATION_ID}`);
    migrate(db, migrations, version => backupPathOf(path, version));
  } finally {
    db.close();
  }
  syncFolder(dirname(path));
  invariant(!headerOf(path)?.equals(PLAINTEXT_HEADER), 'a vault is never written in plaintext');
}

/** Opens the database of a vault for this process alone, or says why not and changes nothing. */
export function openDatabase({
  path,
  key,
  migrations,
  keepOld,
}: Place): Result<Connection, AppError> {
  const header = headerOf(path);
  if (header === undefined) return err({ code: 'vault.databaseMissing', path });
  // SQLite takes an empty file for a new database, and a plaintext one needs no key: neither is ours.
  if (header.length < PLAINTEXT_HEADER.length || header.equals(PLAINTEXT_HEADER)) {
    return err({ code: 'vault.databaseDamaged', path });
  }
  assertWritable(path);
  const inode = inodeOf(path);
  const db = connect(path, key);
  try {
    const problem = problemOf(db, path, migrations);
    if (problem !== undefined) {
      db.close();
      return err(problem);
    }
    migrate(db, migrations, version => {
      if (keepOld === undefined) return backupPathOf(path, version);
      keepOld(db as WriteDb, version);
      return undefined;
    });
  } catch (error) {
    db.close();
    throw error;
  }
  return ok({ db: db as WriteDb, path, isReplaced: () => inodeOf(path) !== inode });
}

function problemOf(
  db: Database.Database,
  path: string,
  migrations: readonly Migration[],
): AppError | undefined {
  const version = schemaVersion(db);
  if (version > latestVersion(migrations)) {
    return { code: 'vault.newerVersion', what: 'database', path };
  }
  const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
  return isOurs && version > 0 ? undefined : { code: 'vault.databaseDamaged', path };
}

function connect(path: string, key: Buffer): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    setCipher(db);
    giveKey(db, key);
    setSafety(db);
    // The first read tells whether the key fits; the first lock is kept until the end.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    assertPragmas(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Gives the raw key to a connection whose cipher was chosen. */
export function giveKey(db: Database.Database, key: Buffer): void {
  const raw = rawKey(key);
  invariant(db.key(raw) === 0, 'the database takes the key');
  raw.fill(0);
}

/** A key as SQLite takes it. Any other length would silently be taken for a passphrase. */
export function rawKey(key: Buffer): Buffer {
  invariant(key.length === 32, 'the database takes a raw key of 32 bytes');
  const raw = Buffer.alloc(36);
  raw.write('raw:', 'latin1');
  key.copy(raw, 4);
  return raw;
}

/** Read before SQLite opens the file: closing another handle to it would drop SQLite's locks. */
function headerOf(path: string): Buffer | undefined {
  const header = Buffer.alloc(PLAINTEXT_HEADER.length);
  try {
    const file = openSync(path, 'r');
    try {
      return header.subarray(0, readSync(file, header, 0, header.length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Without this, SQLite would open a read-only file without a word and fail at the first save. */
function assertWritable(path: string): void {
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
}

function inodeOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`;
}

const backupPathOf = (path: string, version: number): string =>
  join(dirname(path), `vault.backup-v${version}.db`);
