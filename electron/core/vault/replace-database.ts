import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotId } from '#shared/domain/snapshot.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { commitFile, syncFile, temporaryPathOf } from '../disk/durable-files.ts';
import { placeOf } from '../snapshots/places.ts';
import { verifySnapshot, type VaultInHand } from '../snapshots/snapshots.ts';
import { databasePath } from './vault-files.ts';

/**
 * Puts the database of a backup in the place of one that can not be used. That one is put aside
 * with its journal, never deleted: a journal left behind would be played into the wrong database.
 */
export function replaceDatabase(vault: VaultInHand, id: SnapshotId): Result<void, AppError> {
  const verified = verifySnapshot(vault, id);
  if (!verified.ok) return verified;
  if (!verified.value.sound) return err({ code: 'snapshot.damaged', id });
  const path = databasePath(vault.folder);
  const fresh = temporaryPathOf(path);
  rmSync(fresh, { force: true });
  copyFileSync(placeOf(vault.folder, id).database, fresh);
  syncFile(fresh);
  const aside = freeName(vault.folder, vault.ports.clock.today());
  if (existsSync(path)) commitFile({ path: `${aside}.db`, temporaryPath: path });
  const journal = `${path}-journal`;
  if (existsSync(journal)) commitFile({ path: `${aside}.db-journal`, temporaryPath: journal });
  commitFile({ path, temporaryPath: fresh });
  return ok(undefined);
}

function freeName(folder: string, day: string): string {
  for (let count = 1; ; count += 1) {
    const name = join(folder, `vault.damaged-${day}${count === 1 ? '' : `-${count}`}`);
    if (!existsSync(`${name}.db`) && !existsSync(`${name}.db-journal`)) return name;
  }
}
