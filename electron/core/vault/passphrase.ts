import { randomBytes } from 'node:crypto';
import type { Argon2, KdfCost } from './argon2.ts';
import { canonicalJson } from './canonical-json.ts';
import { keyEncryptionKey, unwrapFirst, wrapRoot, type Opener } from './key-wrap.ts';
import { passphraseSlotsOf, type PassphraseSlot } from './keyring.ts';

/** A passphrase while it is being tried. What was derived from it is kept until `forget`. */
export interface PassphraseKey extends Opener {
  /** A new slot that this passphrase opens. */
  readonly wrap: (root: Buffer, vaultId: string, cost: KdfCost) => Promise<PassphraseSlot>;
}

export function createPassphraseKey(passphrase: string, argon2: Argon2): PassphraseKey {
  // The same characters may reach us composed or decomposed, depending on keyboard and system.
  const secret = Buffer.from(passphrase.normalize('NFC'), 'utf8');
  const derived = new Map<string, Uint8Array>();

  async function keyFor(vaultId: string, slot: Pick<PassphraseSlot, 'id' | 'type' | 'kdf'>) {
    const cost = canonicalJson(slot.kdf);
    const known = derived.get(cost);
    const fresh = known ?? (await argon2(secret, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf));
    derived.set(cost, fresh);
    return keyEncryptionKey(fresh, vaultId, slot);
  }

  return {
    wrong: 'vault.wrongPassphrase',
    unwrap: keyring =>
      unwrapFirst(keyring.vaultId, passphraseSlotsOf(keyring), slot =>
        keyFor(keyring.vaultId, slot),
      ),
    async wrap(root, vaultId, { m, t, p }) {
      const header = {
        id: randomBytes(16).toString('base64'),
        type: 'passphrase' as const,
        kdf: {
          alg: 'argon2id' as const,
          v: 0x13 as const,
          m,
          t,
          p,
          salt: randomBytes(16).toString('base64'),
        },
      };
      const kek = await keyFor(vaultId, header);
      const slot = wrapRoot(root, kek, vaultId, header);
      kek.fill(0);
      return slot;
    },
    forget() {
      secret.fill(0);
      for (const key of derived.values()) key.fill(0);
      derived.clear();
    },
  };
}
