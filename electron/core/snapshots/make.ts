import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { SnapshotId, type SnapshotReason } from '#shared/domain/snapshot.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { schemaVersion } from '../db/migrate.ts';
import { savesOf } from '../db/notes.ts';
import type { ReadDb } from '../db/statements.ts';
import {
  commitFile,
  replaceFile,
  syncFile,
  syncFolder,
  temporaryPathOf,
} from '../disk/durable-files.ts';
import type { Ports } from '../ports.ts';
import { keyringBytes, type Keyring } from '../vault/keyring.ts';
import { isSound, type KeysInHand } from './check.ts';
import { manifestBytes, type Manifest } from './manifest.ts';
import { contentsMark, countsOf, marksOf } from './marks.ts';
import { idFor, placeIn, placeOf, snapshotsFolder, type SnapshotPlace } from './places.ts';

/** A vault whose database can be copied. */
export interface Source extends KeysInHand {
  readonly folder: string;
  readonly ports: Ports;
  readonly keyring: Keyring;
}

/**
 * Makes a backup of an open database. It appears under its name only when it is whole, on disk, and
 * was opened again and compared with the original. Nothing can be saved meanwhile.
 */
export function makeSnapshot(
  source: Source,
  db: ReadDb,
  reason: SnapshotReason,
): Result<Manifest, AppError> {
  const madeAt = source.ports.clock.now();
  const id = freeId(source.folder, madeAt);
  const { folder } = placeOf(source.folder, id);
  const part = placeIn(temporaryPathOf(folder));
  mkdirSync(snapshotsFolder(source.folder), { recursive: true, mode: 0o700 });
  try {
    mkdirSync(part.folder, { mode: 0o700 });
    copyDatabase(db, part);
    const day = source.ports.clock.today();
    const manifest = describe(db, part, { id, madeAt, day, reason }, source);
    replaceFile(part.keys, keyringBytes(source.keyring));
    replaceFile(part.manifest, manifestBytes(manifest, sealOf(source)));
    if (!isSound(part, source)) return err({ code: 'snapshot.damaged', id });
    commitFile({ path: folder, temporaryPath: part.folder });
    return ok(manifest);
  } finally {
    rmSync(part.folder, { recursive: true, force: true });
  }
}

/** Two backups of one second differ by chance, which is not to be relied on. */
function freeId(vaultFolder: string, madeAt: number): SnapshotId {
  for (;;) {
    const id = SnapshotId.parse(idFor(madeAt, randomBytes(2).toString('hex')));
    if (!existsSync(placeOf(vaultFolder, id).folder)) return id;
  }
}

export const sealOf = ({ keys, vaultId }: KeysInHand) => ({ key: keys.manifest, vaultId });

/** The copy inherits the key. SQLite's own journal of it must be gone for good before it counts. */
function copyDatabase(db: ReadDb, { folder, database }: SnapshotPlace): void {
  // SQLite would create it readable by everyone on this machine.
  closeSync(openSync(database, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(database);
  syncFile(database);
  syncFolder(folder);
}

function describe(
  db: ReadDb,
  { database }: SnapshotPlace,
  about: Pick<Manifest, 'id' | 'madeAt' | 'day' | 'reason'>,
  { keys }: KeysInHand,
): Manifest {
  return {
    ...about,
    format: 1,
    schema: schemaVersion(db),
    saves: savesOf(db),
    bytes: statSync(database).size,
    counts: countsOf(db),
    marks: Object.fromEntries(marksOf(db, keys.manifest)),
    contents: contentsMark(db, keys.manifest),
  };
}
