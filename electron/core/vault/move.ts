import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadDb } from '../db/statements.ts';
import { diskError } from '../disk/disk-errors.ts';
import { commitFile, syncFile, syncFolder, temporaryPathOf } from '../disk/durable-files.ts';
import { contentsMark } from '../snapshots/marks.ts';
import { filesBelow, namesIn, snapshotsFolder } from '../snapshots/places.ts';
import { isWhole, readCopy } from '../snapshots/read-copy.ts';
import { isInside } from '../snapshots/second-location-problem.ts';
import { keyFilePaths } from './key-files.ts';
import type { VaultKeys } from './key-wrap.ts';
import { stateFilePath } from './state-file.ts';
import { databasePath } from './vault-files.ts';

interface OpenVault {
  readonly db: ReadDb;
  readonly keys: VaultKeys;
  readonly folder: string;
}

/** Told while a copy is made: how much of it there is, in bytes, and how much there will be. */
export type Progress = (done: number, total: number) => void;

/**
 * Copies an open vault to another folder, backups and all, and checks the copy. The old folder
 * stays as it is. What can still change while the backups are copied comes after them and at once,
 * and the database last of all: without it, a copy that was cut short is no vault yet. Errors:
 * `folder.unusable`, those of the disk, and `vault.locked` if the vault was closed meanwhile.
 */
export async function copyVault(
  { db, keys, folder: from }: OpenVault,
  to: string,
  tell: Progress,
): Promise<Result<{ readonly folder: string }, AppError>> {
  const isNew = !existsSync(to);
  try {
    const problem = problemOf(from, to);
    if (problem !== undefined) return err(problem);
    mkdirSync(to, { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(refusalOf(error, to));
  }
  try {
    await copyBackups(from, to, tell);
    if (!db.open) {
      removeCopy(to, isNew);
      return err({ code: 'vault.locked' });
    }
    copySmallFiles(from, to);
    copyDatabase(db, keys, databasePath(to));
    syncFolder(to);
    return ok({ folder: to });
  } catch (error) {
    removeCopy(to, isNew);
    return err(refusalOf(error, to));
  }
}

function problemOf(from: string, to: string): AppError | undefined {
  const unusable = (reason: 'missing' | 'insideVault' | 'notEmpty') =>
    ({ code: 'folder.unusable', path: to, reason }) as const;
  if (!isAbsolute(to)) return unusable('missing');
  if (isInside(to, from)) return unusable('insideVault');
  return namesIn(to).length > 0 ? unusable('notEmpty') : undefined;
}

/** Only what was made here just now: the folder was empty before. */
function removeCopy(to: string, isNew: boolean): void {
  try {
    for (const name of namesIn(to)) rmSync(join(to, name), { recursive: true, force: true });
    if (isNew) rmSync(to, { recursive: true, force: true });
  } catch (error) {
    // The drive may have been pulled out, which is why it is removed.
    refusalOf(error, to);
  }
}

/** A failure of the disk is told with the folder that the vault was going to. */
function refusalOf(error: unknown, to: string): AppError {
  const refused = diskError(error, to);
  if (refused === undefined) throw error;
  // A copy that fails names the file that it reads, and the old disk is not the one to look at.
  return 'path' in refused ? { ...refused, path: to } : refused;
}

/** One file at a time, so that words can be saved and the copying be told of in between. */
async function copyBackups(from: string, to: string, tell: Progress): Promise<void> {
  const backups = filesBelow(snapshotsFolder(from)).filter(path => !isLeftover(path));
  const sizes = backups.map(path => statSync(path).size);
  const total = sizes.reduce((sum, size) => sum + size, statSync(databasePath(from)).size);
  let done = 0;
  for (const [at, path] of backups.entries()) {
    tell(done, total);
    await turn();
    copyFile(path, join(to, relative(from, path)));
    done += sizes[at] ?? 0;
  }
  tell(done, total);
  await turn();
}

/** What the making or removing of a backup left when it was interrupted. */
const isLeftover = (path: string): boolean => /[\\/](?:new|old)-[^\\/]*(?:[\\/]|$)/.test(path);

/** Key files, what was seen before, and drafts that wait because the old place did not take them. */
function copySmallFiles(from: string, to: string): void {
  const single = [...keyFilePaths(from), stateFilePath(from)].filter(path => existsSync(path));
  for (const path of [...single, ...filesBelow(join(from, 'spool'))]) {
    copyFile(path, join(to, relative(from, path)));
  }
}

function copyFile(path: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
  copyFileSync(path, copy);
  syncFile(copy);
  syncFolder(dirname(copy));
  syncFolder(dirname(dirname(copy)));
  if (!readFileSync(copy).equals(readFileSync(path))) throw unlike(copy);
}

/** Copied by SQLite and not as a file: another handle to an open database drops its locks. */
function copyDatabase(db: ReadDb, keys: VaultKeys, path: string): void {
  const temporaryPath = temporaryPathOf(path);
  closeSync(openSync(temporaryPath, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(temporaryPath);
  syncFile(temporaryPath);
  const mark = contentsMark(db, keys.manifest);
  const isSame = readCopy(
    temporaryPath,
    keys.database,
    copy => isWhole(copy) && contentsMark(copy, keys.manifest) === mark,
  );
  if (!isSame) throw unlike(path);
  commitFile({ path, temporaryPath });
}

/** A disk that does not give back what was written to it. */
const unlike = (path: string): Error =>
  Object.assign(new Error('a copy does not read as it was written'), {
    code: 'EIO',
    errno: 5,
    syscall: 'read',
    path,
  });
