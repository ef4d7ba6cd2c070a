import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { commitFile, temporaryPathOf } from '../disk/durable-files.ts';
import type { SnapshotPlace } from './places.ts';

// One file holds a whole backup: the database first, so that it begins like noise, then manifest
// and keyring, and at the end how long those two are.
const MARK = Buffer.from('AMNDCOPY', 'latin1');
const FOOTER_BYTES = 8 + MARK.length;
const CHUNK_BYTES = 1024 * 1024;

/** The parts of a backup that lies in one file. */
export interface SecondCopyParts {
  readonly keyring: Buffer;
  readonly manifest: Buffer;
  readonly databaseBytes: number;
}

/** What a file holds besides the database, or undefined if it is no backup of ours. */
export function readSecondCopy(path: string): SecondCopyParts | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const footer = Buffer.alloc(FOOTER_BYTES);
    if (size < FOOTER_BYTES) return undefined;
    readSync(file, footer, 0, FOOTER_BYTES, size - FOOTER_BYTES);
    if (!footer.subarray(8).equals(MARK)) return undefined;
    const [manifestBytes, keyringBytes] = [footer.readUInt32LE(0), footer.readUInt32LE(4)];
    const databaseBytes = size - FOOTER_BYTES - manifestBytes - keyringBytes;
    if (databaseBytes <= 0) return undefined;
    const rest = Buffer.alloc(manifestBytes + keyringBytes);
    readSync(file, rest, 0, rest.length, databaseBytes);
    const manifest = rest.subarray(0, manifestBytes);
    return { manifest, keyring: rest.subarray(manifestBytes), databaseBytes };
  } finally {
    closeSync(file);
  }
}

/** Writes a backup as one file, reads it back from the disk, and only then gives it its name. */
export function writeSecondCopy(place: SnapshotPlace, path: string): void {
  const parts = { keyring: readFileSync(place.keys), manifest: readFileSync(place.manifest) };
  writeFile(path, place.database, Infinity, parts);
}

/** Gives a backup in one file another keyring, whole or not at all. */
export function replaceKeyring(path: string, parts: SecondCopyParts, keyring: Buffer): void {
  writeFile(path, path, parts.databaseBytes, { keyring, manifest: parts.manifest });
}

/** Takes the database out of a backup in one file. */
export function extractDatabase(path: string, parts: SecondCopyParts, target: string): void {
  const file = openSync(target, 'wx', 0o600);
  try {
    copyBytes(path, parts.databaseBytes, bytes => writeAll(file, bytes));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeFile(
  path: string,
  database: string,
  databaseBytes: number,
  { keyring, manifest }: Pick<SecondCopyParts, 'keyring' | 'manifest'>,
): void {
  const temporaryPath = temporaryPathOf(path);
  const written = createHash('sha256');
  const file = openSync(temporaryPath, 'w', 0o600);
  try {
    const write = (bytes: Buffer) => {
      written.update(bytes);
      writeAll(file, bytes);
    };
    copyBytes(database, databaseBytes, write);
    write(manifest);
    write(keyring);
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(manifest.length, 0);
    lengths.writeUInt32LE(keyring.length, 4);
    write(Buffer.concat([lengths, MARK]));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const read = createHash('sha256');
  copyBytes(temporaryPath, Infinity, bytes => read.update(bytes));
  if (read.digest('hex') !== written.digest('hex')) {
    rmSync(temporaryPath, { force: true });
    throw Object.assign(new Error('the copy does not read as it was written'), {
      code: 'EIO',
      errno: 5,
      syscall: 'read',
      path,
    });
  }
  commitFile({ path, temporaryPath });
}

function copyBytes(path: string, limit: number, take: (bytes: Buffer) => void): void {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let done = 0; done < limit;) {
      const count = readSync(file, chunk, 0, Math.min(CHUNK_BYTES, limit - done), done);
      if (count === 0) return;
      take(chunk.subarray(0, count));
      done += count;
    }
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}
