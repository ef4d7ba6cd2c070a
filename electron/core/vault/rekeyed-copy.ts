import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';
import { giveKey, rawKey } from '../db/open.ts';
import { setCipher, setSafety } from '../db/pragmas.ts';
import { syncFile, syncFolder, temporaryPathOf } from '../disk/durable-files.ts';
import { contentsMark } from '../snapshots/marks.ts';
import { isWhole, readCopy } from '../snapshots/read-copy.ts';

/**
 * Writes a copy of a closed database under another key beside it, and checks it against the
 * original. The original is only read: it is replaced by one rename, so that after a power cut
 * either is there, whole, and never a mixture of both keys.
 */
export function writeRekeyedCopy(path: string, key: Buffer, nextKey: Buffer): string {
  const copy = temporaryPathOf(path);
  rmSync(copy, { force: true });
  rmSync(`${copy}-journal`, { force: true });
  closeSync(openSync(copy, 'wx', 0o600));
  invariant(
    (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) === 0,
    'a database that was closed in order leaves nothing in its journal',
  );
  // Any key tells the same texts apart; this one is known to both sides of the comparison.
  const before = readCopy(path, key, db => {
    db.prepare('VACUUM INTO ?').run(copy);
    return contentsMark(db, key);
  });
  rekey(copy, key, nextKey);
  rmSync(`${copy}-journal`, { force: true });
  syncFile(copy);
  syncFolder(dirname(copy));
  const isSame = readCopy(copy, nextKey, db => isWhole(db) && contentsMark(db, key) === before);
  invariant(isSame, 'a database under another key holds the same');
  return copy;
}

function rekey(path: string, key: Buffer, nextKey: Buffer): void {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  const raw = rawKey(nextKey);
  try {
    setCipher(db);
    giveKey(db, key);
    setSafety(db);
    invariant(db.rekey(raw) === 0, 'the database takes another raw key of 32 bytes');
  } finally {
    raw.fill(0);
    db.close();
  }
}
