import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { commitFile, replaceFile, syncFile, temporaryPathOf } from '../disk/durable-files.ts';
import {
  idFor,
  leftoversIn,
  placeIn,
  placeOf,
  snapshotsFolder,
  type SnapshotPlace,
} from './places.ts';
import { extractDatabase, readSecondCopy } from './second-copy.ts';

/**
 * Takes a backup into an empty folder, as the first thing there: a file of the second place, or the
 * folder of one backup. It needs no key; unlocking then finds keys and database in it.
 */
export function takeInBackup(path: string, folder: string): Result<void, AppError> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return err({ code: 'snapshot.unreadable', path });
  const take = stat.isDirectory() ? fromFolder(placeIn(path)) : fromFile(path);
  if (take === undefined) return err({ code: 'snapshot.unreadable', path });
  const { folder: target } = placeOf(
    folder,
    idFor(Math.round(stat.mtimeMs), randomBytes(2).toString('hex')),
  );
  const part = placeIn(temporaryPathOf(target));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(snapshotsFolder(folder), { recursive: true, mode: 0o700 });
  try {
    mkdirSync(part.folder, { mode: 0o700 });
    take(part);
    commitFile({ path: target, temporaryPath: part.folder });
    for (const leftover of leftoversIn(folder).filter(each => each !== path)) {
      rmSync(leftover, { recursive: true, force: true });
    }
    return ok(undefined);
  } catch (error) {
    // Nothing lay here before: without the backup the folder is as empty as it was.
    rmSync(snapshotsFolder(folder), { recursive: true, force: true });
    throw error;
  }
}

type Take = (part: SnapshotPlace) => void;

function fromFile(path: string): Take | undefined {
  const parts = readSecondCopy(path);
  if (parts === undefined) return undefined;
  return part => {
    extractDatabase(path, parts, part.database);
    replaceFile(part.keys, parts.keyring);
    replaceFile(part.manifest, parts.manifest);
  };
}

function fromFolder(backup: SnapshotPlace): Take | undefined {
  const names = ['database', 'keys', 'manifest'] as const;
  if (!names.every(name => existsSync(backup[name]))) return undefined;
  return part => {
    for (const name of names) {
      copyFileSync(backup[name], part[name]);
      syncFile(part[name]);
    }
  };
}
