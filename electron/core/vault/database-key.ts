import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { isMissing } from '../disk/disk-errors.ts';
import { readIfThere } from '../disk/durable-files.ts';

// The first page of a file in the format of SQLCipher 4: salt, content, IV, MAC.
// https://www.zetetic.net/sqlcipher/design/
const PAGE_BYTES = 4096;
const SALT_BYTES = 16;
const MAC_BYTES = 64;
const MAC_SALT_MASK = 0x3a;
const MAC_KEY_ROUNDS = 2;
/** The number of the first page, as a journal writes it. */
const FIRST = Buffer.from([0, 0, 0, 1]);

/**
 * Whether a key is the one of a database file, found out without opening it: a wrong key given to
 * SQLite could make it misread a journal that a crash left. Never ask while this process has the
 * file open: closing another handle to it drops SQLite's locks.
 */
export function fitsDatabase(key: Buffer, path: string): boolean {
  const page = firstPageOf(path);
  return page !== undefined && (fitsPage(key, page) || fitsJournal(key, `${path}-journal`));
}

/** A power cut may leave the first page half written; its journal then holds the one before. */
function fitsJournal(key: Buffer, path: string): boolean {
  const journal = readIfThere(path) ?? Buffer.alloc(0);
  // Each page follows its number. What only looks like the number of the first fits no key.
  for (let at = journal.indexOf(FIRST); at !== -1; at = journal.indexOf(FIRST, at + 1)) {
    const page = journal.subarray(at + FIRST.length, at + FIRST.length + PAGE_BYTES);
    if (page.length === PAGE_BYTES && fitsPage(key, page)) return true;
  }
  return false;
}

function fitsPage(key: Buffer, page: Buffer): boolean {
  const salt = Buffer.from(page.subarray(0, SALT_BYTES)).map(byte => byte ^ MAC_SALT_MASK);
  const macKey = pbkdf2Sync(key, salt, MAC_KEY_ROUNDS, 32, 'sha512');
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(SALT_BYTES, -MAC_BYTES))
    .update(Buffer.from([1, 0, 0, 0]))
    .digest();
  macKey.fill(0);
  return timingSafeEqual(mac, page.subarray(-MAC_BYTES));
}

function firstPageOf(path: string): Buffer | undefined {
  const page = Buffer.alloc(PAGE_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      return readSync(file, page, 0, PAGE_BYTES, 0) === PAGE_BYTES ? page : undefined;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
