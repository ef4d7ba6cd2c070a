import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isVault } from '#shared/domain/vault-folder.ts';
import { replaceFile, syncFolder } from '../disk/durable-files.ts';
import { namesIn, placeOf, snapshotsFolder } from '../snapshots/places.ts';
import { keyFilePaths } from './key-files.ts';

export const databasePath = (folder: string): string => join(folder, 'vault.db');

/** Lies in the folder from the first step of creating a vault to the last, and no longer. */
const markerPath = (folder: string): string => join(folder, 'vault.creating');

/** Whether a folder holds a vault or any part of one. Where it does, none is ever created. */
export const holdsVault = (folder: string): boolean =>
  isVault({
    names: namesIn(folder),
    backups: namesIn(snapshotsFolder(folder)),
    hasManifest: backup => existsSync(placeOf(folder, backup).manifest),
  });

/** Whether the creation of this vault was cut short, so that nothing was ever written into it. */
export const isUnfinished = (folder: string): boolean => namesIn(folder).includes('vault.creating');

/** Makes the folder, for its owner only, and marks it until `endCreating`. */
export function beginCreating(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  replaceFile(markerPath(folder), Buffer.alloc(0));
}

export function endCreating(folder: string): void {
  rmSync(markerPath(folder), { force: true });
  syncFolder(folder);
}

/**
 * Takes back a creation that failed, so that it can be tried again. Called only by the creation
 * itself, for the files that it has just made: they hold nothing yet. The marker goes last, so that
 * a vault cut short here too can still be finished.
 */
export function takeBackCreation(folder: string): void {
  if (!isUnfinished(folder)) return;
  const database = databasePath(folder);
  for (const path of [database, `${database}-journal`, ...keyFilePaths(folder)]) {
    rmSync(path, { force: true });
  }
  endCreating(folder);
}
