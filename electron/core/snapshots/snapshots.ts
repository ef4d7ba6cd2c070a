import { rmSync, statSync } from 'node:fs';
import type {
  DifferingText,
  SecondCopy,
  Snapshot,
  SnapshotId,
  SnapshotMade,
  SnapshotOverview,
  SnapshotPreview,
  SnapshotReason,
  SnapshotRestored,
} from '#shared/domain/snapshot.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { savesOf, secondLocationOf, setSecondLocation } from '../db/notes.ts';
import type { ReadDb } from '../db/statements.ts';
import type { Session } from '../session.ts';
import type { Memory } from '../vault/memory.ts';
import { rebuildProjections } from '../projections/rebuild.ts';
import { bringBack } from './bring-back.ts';
import { isSound } from './check.ts';
import { drillRestore } from './drill.ts';
import { cameFurther, lineageOf, noteAhead } from './lineage.ts';
import { makeSnapshot, sealOf, type Source } from './make.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { leftoversIn, placeOf, removeSnapshot, snapshotIds } from './places.ts';
import { reasonToMake } from './policy.ts';
import { comparePast } from './preview.ts';
import { readCopy } from './read-copy.ts';
import { backupsToRemove, isShortOfRoom } from './rotation.ts';
import { secondLocationProblem } from './second-location-problem.ts';
import { copyToSecondLocation } from './second-location.ts';

/** A vault whose keys are in hand. Without a session its database could not be opened. */
export interface VaultInHand extends Source {
  readonly memory: Memory;
  readonly session: Session | undefined;
  /** Something here is older than what was seen before. */
  readonly rollback: boolean;
}

/** Shows what backups there are, the newest first. */
export function listSnapshots(vault: VaultInHand): SnapshotOverview {
  const { drilledAt, backupProblem } = vault.memory.now();
  const snapshots = snapshotIds(vault.folder)
    .map(id => snapshotOf(vault, id))
    .toReversed();
  return {
    snapshots,
    shortOfRoom: isShortOfRoom(snapshots, vault.ports.freeBytes(vault.folder)),
    secondLocation: vault.session ? secondLocationOf(vault.session.db) : null,
    drilledAt,
    problem: backupProblem,
  };
}

/** The newest sound backup, as far as is known without opening it. */
export function newestSound(vault: VaultInHand): Manifest | null {
  for (const id of snapshotIds(vault.folder).toReversed()) {
    if (vault.memory.now().checks[id]?.sound === false) continue;
    const manifest = manifestOf(placeOf(vault.folder, id), sealOf(vault));
    if (manifest !== undefined) return manifest;
  }
  return null;
}

/** Makes a backup now, copies it to the second place, and lets the oldest go. */
export function makeNow(
  vault: VaultInHand,
  reason: SnapshotReason,
): Result<SnapshotMade, AppError> {
  if (vault.session === undefined) return err({ code: 'vault.locked' });
  for (const path of leftoversIn(vault.folder)) rmSync(path, { recursive: true });
  const made = makeSnapshot(vault, vault.session.db, reason);
  vault.memory.change({ backupProblem: made.ok ? null : made.error.code });
  if (!made.ok) return made;
  const { db } = vault.session;
  const secondCopy = copyThere(vault, db, made.value);
  rotate(vault, db);
  return ok({ snapshot: snapshotOf(vault, made.value.id), secondCopy });
}

/** Copies a backup to the second place, and remembers if what is there came further than this vault. */
export function copyThere(
  vault: Pick<VaultInHand, 'memory'> & Source,
  db: ReadDb,
  manifest: Manifest,
): SecondCopy {
  const lineage = lineageOf(db, vault.memory);
  const fork = { at: vault.ports.clock.now(), saves: lineage.saves };
  return copyToSecondLocation(vault, {
    location: secondLocationOf(db),
    manifest,
    lineage,
    onAhead: () => noteAhead(vault.memory, fork),
  });
}

/** Makes a backup if the moment asks for one. */
export function makeIfDue(
  vault: VaultInHand,
  event: Parameters<typeof reasonToMake>[0]['event'],
): Result<void, AppError> {
  if (vault.session === undefined) return ok(undefined);
  const saves = savesOf(vault.session.db);
  const today = vault.ports.clock.today();
  const reason = reasonToMake({ event, today, saves, newest: newestSound(vault) });
  if (reason === null) return ok(undefined);
  const made = makeNow(vault, reason);
  return made.ok ? ok(undefined) : made;
}

/** Opens a backup and compares all of it with what it should hold. */
export function verifySnapshot(vault: VaultInHand, id: SnapshotId): Result<Snapshot, AppError> {
  if (!exists(vault, id)) return err({ code: 'snapshot.notFound', id });
  const check = { at: vault.ports.clock.now(), sound: isSound(placeOf(vault.folder, id), vault) };
  const known = new Set(snapshotIds(vault.folder));
  const checks = Object.entries({ ...vault.memory.now().checks, [id]: check });
  vault.memory.change({ checks: Object.fromEntries(checks.filter(([at]) => known.has(at))) });
  return ok(snapshotOf(vault, id));
}

/** What a backup holds beside what is here now. Changes nothing. */
export function previewSnapshot(
  vault: VaultInHand,
  id: SnapshotId,
): Result<SnapshotPreview, AppError> {
  const { session } = vault;
  if (session === undefined) return err({ code: 'vault.locked' });
  return withSound(vault, id, path =>
    ok(
      readCopy(path, vault.keys.database, past =>
        comparePast(past, session.db, {
          key: vault.keys.manifest,
          today: vault.ports.clock.today(),
        }),
      ),
    ),
  );
}

/** Brings back what is gone, side by side with what is here, after a backup of what is here. */
export function restoreSnapshot(
  vault: VaultInHand,
  id: SnapshotId,
  differing: DifferingText,
): Result<SnapshotRestored, AppError> {
  const { session } = vault;
  if (session === undefined) return err({ code: 'vault.locked' });
  return withSound(vault, id, path => {
    const safety = makeNow(vault, 'before-restore');
    if (!safety.ok) return safety;
    const { clock, newId } = vault.ports;
    const means = { key: vault.keys.manifest, now: clock.now(), newId, differing };
    const brought = readCopy(path, vault.keys.database, past =>
      session.write(['entries', 'journeys'], now => {
        const back = bringBack(past, now, means);
        rebuildProjections(now);
        return ok(back);
      }),
    );
    if (!brought.ok) return brought;
    return ok({ ...brought.value, safety: safety.value.snapshot.id });
  });
}

/** Brings the newest backup back for trial, beside everything, and remembers when that went well. */
export function drill(vault: VaultInHand): Result<Snapshot, AppError> {
  const id = snapshotIds(vault.folder).at(-1) as SnapshotId | undefined;
  if (id === undefined) return err({ code: 'snapshot.none' });
  const at = vault.ports.clock.now();
  const sound = drillRestore(vault, id);
  const checks = { ...vault.memory.now().checks, [id]: { at, sound } };
  vault.memory.change(sound ? { checks, drilledAt: at } : { checks });
  return sound ? ok(snapshotOf(vault, id)) : err({ code: 'snapshot.damaged', id });
}

/** Chooses the folder that receives a copy of every backup, and copies the newest one at once. */
export function chooseSecondLocation(
  vault: VaultInHand,
  location: string | null,
): Result<SnapshotOverview, AppError> {
  const { session } = vault;
  if (session === undefined) return err({ code: 'vault.locked' });
  const problem = location === null ? null : secondLocationProblem(location, vault.folder);
  if (problem !== null) return err(problem);
  const written = session.write([], db => ok(setSecondLocation(db, location)));
  if (!written.ok) return written;
  const made = location === null ? null : makeNow(vault, 'asked');
  return made?.ok === false ? made : ok(listSnapshots(vault));
}

/**
 * Runs only after a backup was made, and so after the database was read as a whole. Where an older
 * one was put back, its backups push out none of what came further.
 */
function rotate(vault: VaultInHand, db: ReadDb): void {
  const lineage = lineageOf(db, vault.memory);
  const all = snapshotIds(vault.folder).map(id => snapshotOf(vault, id));
  const now = vault.ports.clock.now();
  for (const id of backupsToRemove(all, {
    now,
    freeBytes: vault.ports.freeBytes(vault.folder),
    liveIsSound: !vault.rollback,
  })) {
    const place = placeOf(vault.folder, id);
    const manifest = manifestOf(place, sealOf(vault));
    if (manifest === undefined || !cameFurther(manifest, lineage)) removeSnapshot(place);
  }
}

function withSound<T>(
  vault: VaultInHand,
  id: SnapshotId,
  work: (path: string) => Result<T, AppError>,
): Result<T, AppError> {
  const verified = verifySnapshot(vault, id);
  if (!verified.ok) return verified;
  if (!verified.value.sound) return err({ code: 'snapshot.damaged', id });
  return work(placeOf(vault.folder, id).database);
}

const exists = (vault: VaultInHand, id: string): boolean => snapshotIds(vault.folder).includes(id);

function snapshotOf(vault: VaultInHand, id: string): Snapshot {
  const place = placeOf(vault.folder, id);
  const manifest = manifestOf(place, sealOf(vault));
  const check = vault.memory.now().checks[id];
  const stat = statSync(place.database, { throwIfNoEntry: false });
  const madeAt = manifest?.madeAt ?? Math.round(stat?.mtimeMs ?? 0);
  return {
    id: id as SnapshotId,
    madeAt,
    bytes: stat?.size ?? 0,
    checkedAt: check?.at ?? madeAt,
    sound: manifest !== undefined && (check?.sound ?? true),
    reason: manifest?.reason ?? null,
    counts: manifest?.counts ?? null,
  };
}
