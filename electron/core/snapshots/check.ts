import { diskError } from '../disk/disk-errors.ts';
import { readIfThere } from '../disk/durable-files.ts';
import { isSignedWith, type VaultKeys } from '../vault/key-wrap.ts';
import { keyringBytes, parseKeyring, type Keyring } from '../vault/keyring.ts';
import { manifestOf } from './manifest.ts';
import { contentsMark, marksOf } from './marks.ts';
import type { SnapshotPlace } from './places.ts';
import { isWhole, readCopy } from './read-copy.ts';

/** The keys of an open vault, and its name. */
export interface KeysInHand {
  readonly keys: VaultKeys;
  readonly vaultId: string;
}

interface OpenKeys extends KeysInHand {
  /** The keyring that these keys come from. */
  readonly keyring: Keyring;
}

/**
 * Opens a backup and compares all of it with what its manifest says it should hold. Its own copy of
 * the keyring must be whole, so that a passphrase or a recovery code alone can open it.
 */
export function isSound(place: SnapshotPlace, vault: OpenKeys): boolean {
  const { keys, vaultId } = vault;
  const manifest = manifestOf(place, { key: keys.manifest, vaultId });
  if (manifest === undefined || !hasSoundKeyring(place, vault)) return false;
  try {
    return readCopy(place.database, keys.database, db => {
      if (!isWhole(db) || contentsMark(db, keys.manifest) !== manifest.contents) return false;
      const marks = marksOf(db, keys.manifest);
      const expected = Object.entries(manifest.marks);
      return (
        marks.size === expected.length && expected.every(([id, mark]) => marks.get(id) === mark)
      );
    });
  } catch (error) {
    // A damaged page is what this looks for; a full disk or a fault of the program is not.
    if (diskError(error, place.database) === undefined) throw error;
    return false;
  }
}

function hasSoundKeyring({ keys: path }: SnapshotPlace, vault: OpenKeys): boolean {
  const file = readIfThere(path);
  if (file === undefined) return false;
  // While a root is being replaced, the keyring is still signed with the one before.
  if (file.equals(keyringBytes(vault.keyring))) return true;
  const keyring = parseKeyring(file, path);
  if (!keyring.ok || keyring.value.vaultId !== vault.vaultId) return false;
  return isSignedWith(keyring.value, vault.keys.header);
}
