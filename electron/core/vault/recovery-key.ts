import { randomBytes, randomFillSync } from 'node:crypto';
import { readRecoveryCode, RECOVERY_BYTES, writeRecoveryCode } from '#shared/domain/recovery.ts';
import { keyEncryptionKey, unwrapFirst, wrapRoot, type Opener } from './key-wrap.ts';
import { recoverySlotsOf, type RecoverySlot } from './keyring.ts';

/** A recovery code while it is being tried. */
export interface RecoveryKey extends Opener {
  /** A new slot that this code opens. */
  readonly wrap: (root: Buffer, vaultId: string) => RecoverySlot;
}

/** Takes over the bytes behind a code; `forget` fills them with zeros. */
function createRecoveryKey(secret: Uint8Array): RecoveryKey {
  return {
    wrong: 'vault.wrongRecoveryCode',
    unwrap: keyring =>
      unwrapFirst(keyring.vaultId, recoverySlotsOf(keyring), slot =>
        Promise.resolve(keyEncryptionKey(secret, keyring.vaultId, slot)),
      ),
    wrap(root, vaultId) {
      const header = {
        id: randomBytes(16).toString('base64'),
        type: 'recovery' as const,
        kdf: { alg: 'hkdf-sha256' as const, salt: randomBytes(16).toString('base64') },
      };
      const kek = keyEncryptionKey(secret, vaultId, header);
      const slot = wrapRoot(root, kek, vaultId, header);
      kek.fill(0);
      return slot;
    },
    forget() {
      secret.fill(0);
    },
  };
}

/** The key behind a code as it was typed, or undefined if it is mistyped. Costs no derivation. */
export function recoveryKeyOf(code: string): RecoveryKey | undefined {
  const secret = readRecoveryCode(code);
  return secret && createRecoveryKey(secret);
}

/** A new code. Its text is the only copy that outlives `key.forget()`. */
export function newRecoveryKey(): { readonly code: string; readonly key: RecoveryKey } {
  const secret = randomFillSync(Buffer.alloc(RECOVERY_BYTES));
  return { code: writeRecoveryCode(secret), key: createRecoveryKey(secret) };
}
