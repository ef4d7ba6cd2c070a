import type { Database } from 'better-sqlite3';
import { invariant } from '#shared/assert.ts';

/** "AMND" */
export const APPLICATION_ID = 0x414d4e44;

interface Setting {
  readonly name: string;
  readonly value: string | number;
  /** What reading it back gives, where that differs from what is written. */
  readonly reads?: string | number;
}

/** The scheme of the file. Set before the key; it is never guessed from the file. */
const CIPHER: readonly Setting[] = [
  { name: 'cipher', value: 'sqlcipher' },
  { name: 'legacy', value: 4, reads: '4' },
];

/**
 * The package's own defaults write plaintext to temporary files and lose acknowledged saves at a
 * power cut. These do not; they hold for one connection only and are set at every opening.
 */
const SAFETY: readonly Setting[] = [
  { name: 'locking_mode', value: 'exclusive' },
  { name: 'journal_mode', value: 'truncate' },
  { name: 'synchronous', value: 2 },
  { name: 'fullfsync', value: 1 },
  { name: 'temp_store', value: 2 },
  { name: 'secure_delete', value: 1 },
  { name: 'foreign_keys', value: 1 },
  { name: 'trusted_schema', value: 0 },
  { name: 'cell_size_check', value: 1 },
  { name: 'mmap_size', value: 0 },
  // 64 MiB: with it, searching the encrypted file is level with searching a plain one.
  { name: 'cache_size', value: -65536 },
];

/** Chooses the cipher, before the key is given. */
export function setCipher(db: Database): void {
  for (const setting of CIPHER) set(db, setting);
}

/** Makes a connection safe, after the key was accepted. */
export function setSafety(db: Database): void {
  for (const setting of SAFETY) set(db, setting);
}

/** Reads everything back that the safety of the writing rests on; refuses to run without it. */
export function assertPragmas(db: Database): void {
  for (const setting of [...CIPHER, ...SAFETY]) assertSet(db, setting);
  assertSet(db, { name: 'hmac_check', value: '1' });
}

function set(db: Database, { name, value }: Setting): void {
  db.pragma(`${name}=${value}`);
}

function assertSet(db: Database, { name, value, reads = value }: Setting): void {
  const found = db.pragma(name, { simple: true });
  invariant(found === reads, `pragma ${name} is ${String(found)} and must be ${reads}`);
}
