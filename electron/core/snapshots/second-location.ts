import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SecondCopy } from '#shared/domain/snapshot.ts';
import { diskError } from '../disk/disk-errors.ts';
import { isSignedWith } from '../vault/key-wrap.ts';
import { keyringBytes, parseKeyring } from '../vault/keyring.ts';
import type { KeysInHand } from './check.ts';
import { cameFurther, isAhead, type Lineage } from './lineage.ts';
import { sealOf, type Source } from './make.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { namesIn, placeOf } from './places.ts';
import { backupsToRemove } from './rotation.ts';
import { secondLocationProblem } from './second-location-problem.ts';
import {
  readSecondCopy,
  replaceKeyring,
  writeSecondCopy,
  type SecondCopyParts,
} from './second-copy.ts';

/** A name that says nothing, and the day: more would tell whoever finds the stick what it is. */
const NAME = /^data-\d{8}(-\d+)?\.bin$/;

interface OwnCopy {
  readonly path: string;
  readonly parts: SecondCopyParts;
  readonly manifest: Manifest | undefined;
}

interface CopyPlan {
  readonly location: string | null;
  readonly manifest: Manifest;
  /** A copy there that came further is never written over, and never removed. */
  readonly lineage: Lineage;
  /** Told when something there saw more than this vault did. */
  readonly onAhead: () => void;
}

/** Copies a backup to the second place and removes what is too old there, if it can be reached. */
export function copyToSecondLocation(
  source: Source,
  { location, manifest, lineage, onAhead }: CopyPlan,
): SecondCopy {
  if (location === null) return 'none';
  return ifReachable(location, () => {
    const own = ownCopiesIn(location, source);
    const [more, less] = partition(own, copy =>
      copy.manifest === undefined ? false : cameFurther(copy.manifest, lineage),
    );
    if (isAhead(manifestsOf(more), lineage)) onAhead();
    writeSecondCopy(placeOf(source.folder, manifest.id), freePath(location, less, manifest));
    removeOldest(location, source, new Set(more.map(({ path }) => path)));
  });
}

const manifestsOf = (copies: readonly OwnCopy[]): Manifest[] =>
  copies.flatMap(({ manifest }) => manifest ?? []);

function partition<T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] {
  return [all.filter(each => test(each)), all.filter(each => !test(each))];
}

/** Gives every copy in the second place the keyring of now, so that an old passphrase opens none. */
export const renewKeyringsIn = (source: Source, location: string | null): SecondCopy =>
  location === null
    ? 'none'
    : ifReachable(location, () => {
        const keyring = keyringBytes(source.keyring);
        for (const { path, parts } of ownCopiesIn(location, source)) {
          if (!parts.keyring.equals(keyring)) replaceKeyring(path, parts, keyring);
        }
      });

/** Removes every copy that these keys open. */
export const removeCopiesOf = (keys: KeysInHand, location: string | null): SecondCopy =>
  location === null
    ? 'none'
    : ifReachable(location, () => {
        for (const { path } of ownCopiesIn(location, keys)) rmSync(path);
      });

/** The copies of this vault in the second place, or undefined if it can not be reached. */
export function copiesInSecondLocation(
  source: Source,
  location: string,
): readonly Pick<OwnCopy, 'path' | 'manifest'>[] | undefined {
  if (secondLocationProblem(location, source.folder) !== null) return undefined;
  let copies: readonly OwnCopy[] = [];
  const reached = ifReachable(location, () => {
    copies = ownCopiesIn(location, source);
  });
  return reached === 'made' ? copies : undefined;
}

/** A stick that is not plugged in is nothing to worry about; a fault of the program is. */
function ifReachable(location: string, work: () => void): SecondCopy {
  try {
    work();
    return 'made';
  } catch (error) {
    if (diskError(error, location) === undefined) throw error;
    return 'unreachable';
  }
}

/** What belongs to this vault and to nobody else: its keyring was signed with our key. */
function ownCopiesIn(location: string, { keys, vaultId }: KeysInHand): readonly OwnCopy[] {
  return namesIn(location)
    .filter(name => NAME.test(name))
    .flatMap(name => {
      const path = join(location, name);
      const parts = readSecondCopy(path);
      if (parts === undefined) return [];
      const keyring = parseKeyring(parts.keyring, path);
      if (!keyring.ok || !isSignedWith(keyring.value, keys.header)) return [];
      const manifest = readManifest(parts.manifest, sealOf({ keys, vaultId }));
      return [{ path, parts, manifest }];
    });
}

/** One file for a day; beside those of another vault, and those that must stay, if need be. */
function freePath(location: string, replaceable: readonly OwnCopy[], { day }: Manifest): string {
  const names = new Set(namesIn(location));
  const mine = new Set(replaceable.map(({ path }) => path));
  for (let count = 1; ; count += 1) {
    const name = `data-${day.replaceAll('-', '')}${count === 1 ? '' : `-${count}`}.bin`;
    const path = join(location, name);
    if (!names.has(name) || mine.has(path)) return path;
  }
}

function removeOldest(location: string, source: Source, stays: ReadonlySet<string>): void {
  const copies = ownCopiesIn(location, source).map(({ path, manifest }) => ({
    id: path,
    madeAt: manifest?.madeAt ?? 0,
    bytes: manifest?.bytes ?? 0,
    sound: manifest !== undefined,
    reason: manifest?.reason ?? null,
  }));
  const now = source.ports.clock.now();
  const freeBytes = source.ports.freeBytes(location);
  const rotation = { now, freeBytes, liveIsSound: true };
  for (const path of backupsToRemove(copies, rotation)) if (!stays.has(path)) rmSync(path);
}
