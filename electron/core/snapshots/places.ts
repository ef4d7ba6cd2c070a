import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMissing } from '../disk/disk-errors.ts';
import { commitFile, syncFolder } from '../disk/durable-files.ts';

export const snapshotsFolder = (folder: string): string => join(folder, 'snapshots');

/** Where the parts of one backup lie. */
export interface SnapshotPlace {
  readonly folder: string;
  readonly database: string;
  readonly keys: string;
  readonly manifest: string;
}

/** The parts of a backup in a folder of their own. */
export const placeIn = (folder: string): SnapshotPlace => ({
  folder,
  database: join(folder, 'data.db'),
  keys: join(folder, 'vault.keys'),
  manifest: join(folder, 'manifest'),
});

export const placeOf = (folder: string, id: string): SnapshotPlace =>
  placeIn(join(snapshotsFolder(folder), id));

/** When it was made, in UTC, and four random digits: sorted by name is sorted by age. */
const ID = /^\d{8}-\d{6}-[0-9a-f]{4}$/;

/** The backups of a vault that are whole, the oldest first. */
export const snapshotIds = (folder: string): readonly string[] =>
  namesIn(snapshotsFolder(folder))
    .filter(name => ID.test(name))
    .toSorted();

/** What the making or removing of a backup left when it was interrupted. */
export const leftoversIn = (folder: string): readonly string[] =>
  namesIn(snapshotsFolder(folder))
    .filter(name => /^(new|old)-/.test(name))
    .map(name => join(snapshotsFolder(folder), name));

/**
 * Removes a backup as a whole: cut short, it is a leftover and no backup that lacks a part. It is
 * gone for good then, so that no power cut brings back what an old key opens.
 */
export function removeSnapshot({ folder }: SnapshotPlace): void {
  const going = join(dirname(folder), `old-${basename(folder)}`);
  commitFile({ path: going, temporaryPath: folder });
  rmSync(going, { recursive: true, force: true });
  syncFolder(dirname(folder));
}

export function idFor(madeAt: number, suffix: string): string {
  const [date = '', time = ''] = new Date(madeAt).toISOString().split(/[T.]/);
  return `${date.replaceAll('-', '')}-${time.replaceAll(':', '')}-${suffix}`;
}

/** The names in a folder; none if there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Every file below a folder; none if there is no such folder. */
export function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
