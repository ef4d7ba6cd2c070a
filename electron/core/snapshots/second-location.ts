import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SecondCopy } from '#shared/domain/snapshot.ts';
import { diskError } from '../disk/disk-errors.ts';
import { isSignedWith } from '../vault/key-wrap.ts';
import { keyringBytes, parseKeyring } from '../vault/keyring.ts';
import type { KeysInHand } from './check.ts';
import { sealOf, type Source } from './make.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { namesIn, placeOf } from './places.ts';
import { backupsToRemove } from './rotation.ts';
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

/** Copies a backup to the second place and removes what is too old there, if it can be reached. */
export function copyToSecondLocation(
  source: Source,
  location: string | null,
  manifest: Manifest,
): SecondCopy {
  if (location === null) return 'none';
  return ifReachable(location, () => {
    const own = ownCopiesIn(location, source);
    writeSecondCopy(placeOf(source.folder, manifest.id), freePath(location, own, manifest));
    removeOldest(location, source);
  });
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

/** One file for a day; beside those of another vault if need be. */
function freePath(location: string, own: readonly OwnCopy[], { day }: Manifest): string {
  const names = new Set(namesIn(location));
  const mine = new Set(own.map(({ path }) => path));
  for (let count = 1; ; count += 1) {
    const name = `data-${day.replaceAll('-', '')}${count === 1 ? '' : `-${count}`}.bin`;
    const path = join(location, name);
    if (!names.has(name) || mine.has(path)) return path;
  }
}

function removeOldest(location: string, source: Source): void {
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
  for (const path of backupsToRemove(copies, rotation)) rmSync(path);
}
