import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PAGE = 4096;
/** At the end of each page: 16 bytes to begin decrypting with, 64 that prove it whole. */
const RESERVED = 80;
const SALT = 16;

/**
 * Every page of an encrypted database in plaintext, as someone with the key could read the bare
 * file: rows, the index, pages that are free and the gaps inside pages alike. Written against the
 * format of SQLCipher 4, and without SQLite, which would only show what it thinks is there.
 */
export function decryptedPages(path: string, key: Buffer): Buffer {
  const file = readFileSync(path);
  const pages: Buffer[] = [];
  for (let at = 0; at < file.length; at += PAGE) {
    const page = file.subarray(at, at + PAGE);
    const body = page.subarray(at === 0 ? SALT : 0, PAGE - RESERVED);
    const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    pages.push(Buffer.concat([decipher.update(body), decipher.final()]));
  }
  return Buffer.concat(pages);
}
