import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#shared/assert.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { secondLocationOf } from '../db/notes.ts';
import { commitFile } from '../disk/durable-files.ts';
import { sealOf } from '../snapshots/make.ts';
import { manifestOf } from '../snapshots/manifest.ts';
import { placeOf, removeSnapshot, snapshotIds } from '../snapshots/places.ts';
import { removeCopiesOf } from '../snapshots/second-location.ts';
import { copyThere, makeNow, newestSound } from '../snapshots/snapshots.ts';
import { addNextRoot, keepNextRoot, keepOldRoot, type NewKeys } from './compose-keyring.ts';
import { fitsDatabase } from './database-key.ts';
import { databasesAside, type Hand, type Holder } from './holder.ts';
import { allKeyFilePaths, writeKeyFiles, type OpenKeyring } from './key-files.ts';
import { writeEveryKeyFile } from './key-traces.ts';
import {
  databaseKey,
  deriveKeys,
  isSignedWith,
  ROOT_BYTES,
  type Opener,
  type VaultKeys,
} from './key-wrap.ts';
import { isPending, type PendingKeyring } from './keyring.ts';
import { writeRekeyedCopy } from './rekeyed-copy.ts';
import { databasePath } from './vault-files.ts';

/**
 * Gives a vault a new root key, and its database a new key. Until the last step the keyring holds
 * both roots, and the keys of before as well as the new ones open it: cut short anywhere, the vault
 * opens with either, and all of this can simply be done again.
 */
export async function replaceRoot(
  holder: Holder,
  found: OpenKeyring,
  keys: Required<NewKeys>,
): Promise<Result<Hand, AppError>> {
  const hand = holder.hand();
  invariant(hand?.session !== undefined, 'only an open vault can be given new keys');
  const base = baseOf(found, hand);
  const nextRoot = randomBytes(ROOT_BYTES);
  const openers = [keys.passphrase.key, keys.recovery];
  try {
    const keyring = await addNextRoot(base.keyring, base.root, nextRoot, keys);
    const both: BothRoots = { keyring, root: base.root, nextRoot };
    await writeKeyFiles(allKeyFilePaths(hand.folder), both, openers);
    hand.keyring = keyring;
    const reopened = swapDatabase(holder, both);
    if (!reopened.ok) return reopened;
    const oldRoots = [found.root, ...(found.nextRoot === undefined ? [] : [found.nextRoot])];
    return await finishReplacing(reopened.value, both, { openers, oldRoots });
  } finally {
    nextRoot.fill(0);
  }
}

interface BothRoots {
  readonly keyring: PendingKeyring;
  readonly root: Buffer;
  readonly nextRoot: Buffer;
}

/** The keyring to begin from: after an earlier try, that of the root which the database has now. */
function baseOf({ keyring, root, nextRoot }: OpenKeyring, { keys }: Hand) {
  if (nextRoot === undefined || !isPending(keyring)) return { keyring, root };
  return isSignedWith(keyring, keys.header)
    ? { keyring: keepOldRoot(keyring, root), root }
    : { keyring: keepNextRoot(keyring, nextRoot), root: nextRoot };
}

/** Closes the database, puts its copy under the other key in its place, and opens that. */
function swapDatabase(holder: Holder, both: BothRoots): Result<Hand, AppError> {
  const before = holder.hand();
  invariant(before !== undefined, 'the keys stay in hand while they are replaced');
  const { folder, rollback, lastTime } = before;
  const remembered = before.memory.now();
  const path = databasePath(folder);
  const key = Buffer.from(before.keys.database);
  const nextKey = databaseKey(both.nextRoot);
  holder.shut();
  try {
    commitFile({ path, temporaryPath: writeRekeyedCopy(path, key, nextKey) });
  } finally {
    key.fill(0);
    nextKey.fill(0);
    // Whatever happened, one of the two roots fits; the person goes on writing.
    const reopened = holder.open({ ...both, opened: 'nextRoot', forget: () => undefined });
    if (reopened.ok) Object.assign(reopened.value, { rollback, lastTime });
    if (reopened.ok) reopened.value.memory.change(remembered);
  }
  const after = holder.hand();
  invariant(after?.session !== undefined, 'a database that was just checked opens');
  return ok(after);
}

interface Finish {
  /** The keys that open the vault from now on. */
  readonly openers: readonly Opener[];
  readonly oldRoots: readonly Buffer[];
}

/**
 * The last steps, once the database has its new key: a backup under it, then away with all that the
 * old roots open, and only then a keyring that no longer holds them.
 */
export async function finishReplacing(
  hand: Hand,
  { keyring, nextRoot }: BothRoots,
  { openers, oldRoots }: Finish,
): Promise<Result<Hand, AppError>> {
  const made = makeNow(hand, 'new-keys');
  if (!made.ok) return made;
  const old = oldRoots.map(deriveKeys);
  try {
    for (const keys of old) removeBackupsOf(keys, hand);
    const kept = keepNextRoot(keyring, nextRoot);
    await writeEveryKeyFile(hand.folder, { keyring: kept, root: nextRoot }, openers);
    hand.keyring = kept;
    const db = hand.session?.db;
    const location = db === undefined ? null : secondLocationOf(db);
    for (const keys of old) removeCopiesOf({ keys, vaultId: hand.vaultId }, location);
    const newest = newestSound(hand);
    if (newest !== null && db !== undefined) copyThere(hand, db, newest);
    const recovery = { madeAt: hand.ports.clock.now(), confirmedAt: null };
    hand.memory.change({ epoch: kept.epoch, recovery });
    return ok(hand);
  } finally {
    for (const keys of old) keys.forget();
  }
}

/**
 * Removes every backup, and every database put aside, that an old root opens; what was recovered
 * from under the app gets the new key instead.
 */
function removeBackupsOf(old: VaultKeys, { folder, vaultId, keys }: Hand): void {
  if (old.manifest.equals(keys.manifest)) return;
  for (const id of snapshotIds(folder)) {
    const place = placeOf(folder, id);
    const isOld =
      manifestOf(place, sealOf({ keys: old, vaultId })) !== undefined ||
      fitsDatabase(old.database, place.database);
    if (isOld) removeSnapshot(place);
  }
  for (const name of databasesAside(folder)) {
    const path = join(folder, name);
    if (!fitsDatabase(old.database, path)) continue;
    // It was written because the vault could not keep it, and may hold what is nowhere else.
    if (name.startsWith('recovered-')) {
      commitFile({ path, temporaryPath: writeRekeyedCopy(path, old.database, keys.database) });
      continue;
    }
    rmSync(path);
    rmSync(`${path}-journal`, { force: true });
  }
}
