import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryId } from '#shared/domain/ids.ts';
import type { CopiesThatHold, HoldingCopy } from '#shared/domain/trash.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { secondLocationOf } from '../db/notes.ts';
import type { ReadDb } from '../db/statements.ts';
import { diskError } from '../disk/disk-errors.ts';
import { cameFurther, lineageOf } from './lineage.ts';
import { sealOf } from './make.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { namesIn, placeOf, removeSnapshot, snapshotIds } from './places.ts';
import { isWhole, readCopy } from './read-copy.ts';
import { copiesInSecondLocation } from './second-location.ts';
import { makeNow, type VaultInHand } from './snapshots.ts';

/** A copy, and how it is let go of; none if it must stay. */
interface Found {
  readonly copy: HoldingCopy;
  readonly remove: (() => void) | null;
}

/**
 * The copies that any of some entries is in, or may be in: the backups here and in the second place, and the
 * databases that were put aside. What they hold is read, not guessed from their dates.
 */
export function copiesThatHold(vault: VaultInHand, ids: readonly EntryId[]): CopiesThatHold {
  const { found, unreachable } = look(vault, ids);
  return { copies: found.map(({ copy }) => copy), unreachable };
}

/**
 * Makes a backup of what is here now, and then removes the backups that hold one of the erased
 * entries. Those that may hold writing that is nowhere else stay, and so do all in the second place when the new
 * one did not get there. Asked again, it does what an error left, such as a full disk. Returns the
 * copies that still hold one. Errors: `snapshot.notErased` for an entry that is in the vault, and
 * those of making a backup.
 */
export function removeCopiesThatHold(
  vault: VaultInHand,
  ids: readonly EntryId[],
): Result<CopiesThatHold, AppError> {
  const { session } = vault;
  if (session === undefined) return err({ code: 'vault.locked' });
  const there = anyThere(session.db, ids);
  if (there !== undefined) return err({ code: 'snapshot.notErased', id: there });
  // First what replaces them: there is never a moment without a backup of the rest.
  const made = makeNow(vault, 'after-erasing');
  if (!made.ok) return made;
  const isSecondSafe = made.value.secondCopy === 'made';
  for (const { copy, remove } of look(vault, ids).found) {
    if (copy.kind !== 'second-place' || isSecondSafe) remove?.();
  }
  return ok(copiesThatHold(vault, ids));
}

/** One of these entries that a database holds, in the trash or not. */
const anyThere = (db: ReadDb, ids: readonly EntryId[]): EntryId | undefined =>
  db
    .prepare<[string], EntryId>('SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .get(JSON.stringify(ids));

function look(vault: VaultInHand, ids: readonly EntryId[]) {
  const second = secondCopies(vault, ids);
  const found = [...backupsHere(vault, ids), ...asideHere(vault, ids), ...second.found];
  return {
    found: found.toSorted((a, b) => b.copy.madeAt - a.copy.madeAt),
    unreachable: second.unreachable,
  };
}

function backupsHere(vault: VaultInHand, ids: readonly EntryId[]): readonly Found[] {
  return snapshotIds(vault.folder).flatMap(name => {
    const place = placeOf(vault.folder, name);
    const manifest = manifestOf(place, sealOf(vault));
    if (manifest === undefined) return readToKnow(vault, ids, place.database, 'backup');
    return ofManifest(vault, ids, { path: place.folder, kind: 'backup', manifest }, () =>
      removeSnapshot(place),
    );
  });
}

function secondCopies(vault: VaultInHand, ids: readonly EntryId[]) {
  const location = vault.session === undefined ? null : secondLocationOf(vault.session.db);
  if (location === null) return { found: [], unreachable: null };
  const copies = copiesInSecondLocation(vault, location);
  if (copies === undefined) return { found: [], unreachable: location };
  const found = copies.flatMap(({ path, manifest }) =>
    manifest === undefined
      ? [staying(path, 'second-place', 'perhaps')]
      : ofManifest(vault, ids, { path, kind: 'second-place', manifest }, () => rmSync(path)),
  );
  return { found, unreachable: null };
}

interface Kept {
  readonly path: string;
  readonly kind: HoldingCopy['kind'];
  readonly manifest: Manifest;
}

function ofManifest(
  vault: VaultInHand,
  ids: readonly EntryId[],
  { path, kind, manifest }: Kept,
  remove: () => void,
): readonly Found[] {
  if (ids.every(id => manifest.marks[id] === undefined)) return [];
  const { session, rollback } = vault;
  // While something is older here than it was, nobody has said which of both is meant.
  const stays =
    session === undefined || rollback || cameFurther(manifest, lineageOf(session.db, vault.memory));
  const copy = { path, kind, madeAt: manifest.madeAt, holds: stays ? 'more' : 'surely' } as const;
  return [{ copy, remove: stays ? null : remove }];
}

/** What an update, a repair or the bringing back of a backup put aside in the folder of the vault. */
const ASIDE: readonly [RegExp, HoldingCopy['kind']][] = [
  [/^vault\.backup-v\d+\.db$/, 'migration'],
  [/^recovered-[\d-]+\.db$/, 'recovered'],
  [/^vault\.damaged-[\d-]+\.db$/, 'damaged'],
];

const asideHere = (vault: VaultInHand, ids: readonly EntryId[]): readonly Found[] =>
  namesIn(vault.folder).flatMap(name => {
    const kind = ASIDE.find(([pattern]) => pattern.test(name))?.[1];
    return kind === undefined ? [] : readToKnow(vault, ids, join(vault.folder, name), kind);
  });

/**
 * A database that says nothing of itself is opened. Nobody knows what else is only in there, so it
 * stays; and what can not be read as a whole may hold it.
 */
function readToKnow(
  { keys }: VaultInHand,
  ids: readonly EntryId[],
  path: string,
  kind: HoldingCopy['kind'],
): readonly Found[] {
  try {
    const holds = readCopy(path, keys.database, db =>
      isWhole(db) ? anyThere(db, ids) !== undefined : undefined,
    );
    if (holds === undefined) return [staying(path, kind, 'perhaps')];
    return holds ? [staying(path, kind, 'more')] : [];
  } catch (error) {
    if (diskError(error, path) === undefined) throw error;
    return [staying(path, kind, 'perhaps')];
  }
}

const staying = (path: string, kind: HoldingCopy['kind'], holds: HoldingCopy['holds']): Found => ({
  copy: { path, kind, madeAt: madeAtOf(path), holds },
  remove: null,
});

const madeAtOf = (path: string): number =>
  Math.max(0, Math.floor(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
