import { randomBytes } from 'node:crypto';
import type { KdfCost } from './argon2.ts';
import { signKeyring, wrapInEachOther } from './key-wrap.ts';
import {
  KEYRING_FORMAT,
  PENDING_FORMAT,
  type Keyring,
  type PendingKeyring,
  type Slot,
} from './keyring.ts';
import type { PassphraseKey } from './passphrase.ts';
import type { RecoveryKey } from './recovery-key.ts';

/** What opens a vault from now on. A key that is left out keeps the slot that it has. */
export interface NewKeys {
  readonly passphrase?: { readonly key: PassphraseKey; readonly cost: KdfCost };
  readonly recovery?: RecoveryKey;
}

/** The first keyring of a new vault. */
export async function composeKeyring(root: Buffer, keys: NewKeys, now: number): Promise<Keyring> {
  const vaultId = randomBytes(16).toString('base64');
  const keyring = {
    magic: 'AMENDSKEYS' as const,
    format: KEYRING_FORMAT,
    minReader: KEYRING_FORMAT,
    vaultId,
    createdAt: now,
    epoch: 1,
    db: {
      cipher: 'sqlcipher' as const,
      legacy: 4 as const,
      pageSize: 4096 as const,
      kdf: 'none-raw' as const,
    },
    slots: await slotsFor(root, vaultId, keys),
  };
  return signKeyring(keyring, root);
}

/** The keyring with other keys in place of those before; all other slots stay. */
export async function changeKeys(keyring: Keyring, root: Buffer, keys: NewKeys): Promise<Keyring> {
  const fresh = await slotsFor(root, keyring.vaultId, keys);
  const others = keyring.slots.filter(({ type }) => !fresh.some(slot => slot.type === type));
  const slots = [...fresh, ...others].toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return signKeyring({ ...keyring, epoch: keyring.epoch + 1, slots }, root);
}

/** The keyring while its root is being replaced: the old keys open it, and the new ones too. */
export async function addNextRoot(
  keyring: Keyring,
  root: Buffer,
  nextRoot: Buffer,
  keys: Required<NewKeys>,
): Promise<PendingKeyring> {
  const { vaultId } = keyring;
  const pending = {
    slots: await slotsFor(nextRoot, vaultId, keys),
    ...wrapInEachOther(root, nextRoot, vaultId),
  };
  const format = { format: PENDING_FORMAT, minReader: PENDING_FORMAT };
  const both = { ...keyring, ...format, epoch: keyring.epoch + 1, pending };
  return signKeyring(both, root) as PendingKeyring;
}

/** The keyring once the next root has taken the place of the one before. */
export function keepNextRoot(keyring: PendingKeyring, nextRoot: Buffer): Keyring {
  const { pending, ...rest } = keyring;
  const format = { format: KEYRING_FORMAT, minReader: KEYRING_FORMAT };
  const epoch = keyring.epoch + 1;
  return signKeyring({ ...rest, ...format, epoch, slots: pending.slots }, nextRoot);
}

/** The keyring once the replacement of its root was given up. */
export function keepOldRoot(keyring: PendingKeyring, root: Buffer): Keyring {
  const { pending: _pending, ...rest } = keyring;
  const format = { format: KEYRING_FORMAT, minReader: KEYRING_FORMAT };
  return signKeyring({ ...rest, ...format, epoch: keyring.epoch + 1 }, root);
}

async function slotsFor(root: Buffer, vaultId: string, keys: NewKeys): Promise<Slot[]> {
  const { passphrase, recovery } = keys;
  return [
    ...(passphrase ? [await passphrase.key.wrap(root, vaultId, passphrase.cost)] : []),
    ...(recovery ? [recovery.wrap(root, vaultId)] : []),
  ];
}
