import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadDb } from '../db/statements.ts';
import { commitFile, syncFile, syncFolder, temporaryPathOf } from '../disk/durable-files.ts';
import type { VaultKeys } from './key-wrap.ts';
import { contentsMark } from '../snapshots/marks.ts';
import { namesIn, snapshotsFolder } from '../snapshots/places.ts';
import { isWhole, readCopy } from '../snapshots/read-copy.ts';
import { isInside } from '../snapshots/second-location-problem.ts';
import { keyFilePaths } from './key-files.ts';
import { stateFilePath } from './state-file.ts';
import { databasePath } from './vault-files.ts';

/**
 * Copies an open vault to another folder, backups and all, and checks the copy. The old folder
 * stays as it is. The database comes last: without it, a copy that was cut short is no vault yet.
 */
export function copyVault(
  db: ReadDb,
  keys: VaultKeys,
  from: string,
  to: string,
): Result<{ readonly folder: string }, AppError> {
  const problem = problemOf(from, to);
  if (problem !== undefined) return err(problem);
  const isNew = !existsSync(to);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  try {
    copyFolder(snapshotsFolder(from), snapshotsFolder(to));
    const names = [...keyFilePaths(''), stateFilePath('')];
    for (const name of names) if (existsSync(join(from, name))) copyFile(from, to, name);
    copyDatabase(db, keys, databasePath(to));
    syncFolder(to);
    return ok({ folder: to });
  } catch (error) {
    // Only what was made here just now: the folder was empty before.
    for (const name of namesIn(to)) rmSync(join(to, name), { recursive: true, force: true });
    if (isNew) rmSync(to, { recursive: true, force: true });
    throw error;
  }
}

function problemOf(from: string, to: string): AppError | undefined {
  const unusable = (reason: 'missing' | 'insideVault' | 'notEmpty') =>
    ({ code: 'folder.unusable', path: to, reason }) as const;
  if (!isAbsolute(to)) return unusable('missing');
  if (isInside(to, from)) return unusable('insideVault');
  return namesIn(to).length > 0 ? unusable('notEmpty') : undefined;
}

function copyFolder(from: string, to: string): void {
  if (!existsSync(from)) return;
  cpSync(from, to, { recursive: true, filter: path => !/[\\/](new|old)-[^\\/]*$/.test(path) });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const copy = join(to, path.slice(from.length));
    if (!existsSync(copy)) continue;
    if (entry.isDirectory()) syncFolder(copy);
    else checkCopy(path, copy);
  }
}

function copyFile(from: string, to: string, name: string): void {
  copyFileSync(join(from, name), join(to, name));
  checkCopy(join(from, name), join(to, name));
}

function checkCopy(path: string, copy: string): void {
  syncFile(copy);
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
