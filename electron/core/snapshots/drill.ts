import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../disk/disk-errors.ts';
import { syncFile } from '../disk/durable-files.ts';
import { isSound } from './check.ts';
import type { Source } from './make.ts';
import { placeIn, placeOf, snapshotsFolder } from './places.ts';

/**
 * Brings a backup back as someone would who has lost everything else: its three files copied to
 * another folder, opened there with their own keyring, and compared. Then the folder goes again.
 */
export function drillRestore(source: Source, id: string): boolean {
  const scratch = placeIn(join(snapshotsFolder(source.folder), 'new-trial'));
  const backup = placeOf(source.folder, id);
  rmSync(scratch.folder, { recursive: true, force: true });
  mkdirSync(scratch.folder, { mode: 0o700 });
  try {
    for (const part of ['database', 'keys', 'manifest'] as const) {
      copyFileSync(backup[part], scratch[part]);
      syncFile(scratch[part]);
    }
    return isSound(scratch, source);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return false;
  } finally {
    rmSync(scratch.folder, { recursive: true, force: true });
  }
}
