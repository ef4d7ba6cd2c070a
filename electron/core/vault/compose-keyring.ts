import { randomBytes } from 'node:crypto';
import type { KdfCost } from './argon2.ts';
import { signKeyring } from './key-wrap.ts';
import { KEYRING_FORMAT, type Keyring } from './keyring.ts';
import type { PassphraseKey } from './passphrase.ts';

/** The first keyring of a new vault, with one slot for the passphrase. */
export async function composeKeyring(
  root: Buffer,
  key: PassphraseKey,
  cost: KdfCost,
  now: number,
): Promise<Keyring> {
  const vaultId = randomBytes(16).toString('base64');
  const keyring = {
    magic: 'AMENDSKEYS' as const,
    format: KEYRING_FORMAT,
    minReader: 1 as const,
    vaultId,
    createdAt: now,
    epoch: 1,
    db: {
      cipher: 'sqlcipher' as const,
      legacy: 4 as const,
      pageSize: 4096 as const,
      kdf: 'none-raw' as const,
    },
    slots: [await key.wrap(root, vaultId, cost)],
  };
  return signKeyring(keyring, root);
}

/** The keyring with another passphrase in place of the one before; all other slots stay. */
export async function changeSlot(
  keyring: Keyring,
  root: Buffer,
  key: PassphraseKey,
  cost: KdfCost,
): Promise<Keyring> {
  const slot = await key.wrap(root, keyring.vaultId, cost);
  const others = keyring.slots.filter(({ type }) => type !== 'passphrase');
  const changed = { ...keyring, epoch: keyring.epoch + 1, slots: [slot, ...others] } as Keyring;
  return signKeyring(changed, root);
}
