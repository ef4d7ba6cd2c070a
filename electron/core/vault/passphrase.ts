import { randomBytes } from 'node:crypto';
import type { Argon2, KdfCost } from './argon2.ts';
import { canonicalJson } from './canonical-json.ts';
import { keyEncryptionKey, unwrapRoot, wrapRoot, type Unwrapped } from './key-wrap.ts';
import { passphraseSlotsOf, type Keyring, type PassphraseSlot } from './keyring.ts';

/** A passphrase while it is being tried. What was derived from it is kept until `forget`. */
export interface PassphraseKey {
  /** The root key behind the first slot that this passphrase opens. */
  readonly unwrap: (keyring: Keyring) => Promise<Unwrapped>;
  /** A new slot that this passphrase opens. */
  readonly wrap: (root: Buffer, vaultId: string, cost: KdfCost) => Promise<PassphraseSlot>;
  readonly forget: () => void;
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
    async unwrap(keyring) {
      let outcome: Unwrapped = { kind: 'wrongKey' };
      for (const slot of passphraseSlotsOf(keyring)) {
        const kek = await keyFor(keyring.vaultId, slot);
        const tried = unwrapRoot(kek, keyring.vaultId, slot);
        kek.fill(0);
        if (tried.kind === 'root') return tried;
        if (tried.kind === 'damaged') outcome = tried;
      }
      return outcome;
    },
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
