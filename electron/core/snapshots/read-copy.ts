import Database from 'better-sqlite3';
import { giveKey } from '../db/open.ts';
import { setCipher } from '../db/pragmas.ts';
import type { ReadDb } from '../db/statements.ts';

/** Opens a database that is only read, makes one use of it and lets go: nothing lies beside it after. */
export function readCopy<T>(path: string, key: Buffer, look: (db: ReadDb) => T): T {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    setCipher(db);
    giveKey(db, key);
    // Else sorting and searching write plaintext to temporary files.
    for (const pragma of ['temp_store=2', 'trusted_schema=0', 'cell_size_check=1', 'mmap_size=0']) {
      db.pragma(pragma);
    }
    return look(db as unknown as ReadDb);
  } finally {
    db.close();
  }
}

/** Whether every page of a database is whole and every index fits. Reads all of it. */
export const isWhole = (db: ReadDb): boolean =>
  db.pragma('integrity_check', { simple: true }) === 'ok';
