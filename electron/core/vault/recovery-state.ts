import { readIfThere } from '../disk/durable-files.ts';
import type { Hand } from './holder.ts';
import { keyFilePaths } from './key-files.ts';
import { isPending, parseKeyring, recoverySlotsOf, type Keyring } from './keyring.ts';

export interface RecoveryState {
  readonly exists: boolean;
  /** Known only while the vault is unlocked, and if it was not forgotten. */
  readonly madeAt: number | null;
  /** When it was last typed back. */
  readonly confirmedAt: number | null;
}

/** Whether a recovery code opens this vault, and when it was made and last found again. */
export function recoveryStateOf(folder: string, hand: Hand | undefined): RecoveryState {
  const keyring = hand?.keyring ?? keyringIn(folder);
  const { madeAt = null, confirmedAt = null } = hand?.memory.now().recovery ?? {};
  return { exists: keyring !== undefined && hasRecovery(keyring), madeAt, confirmedAt };
}

function keyringIn(folder: string): Keyring | undefined {
  for (const path of keyFilePaths(folder)) {
    const file = readIfThere(path);
    const keyring = file && parseKeyring(file, path);
    if (keyring?.ok) return keyring.value;
  }
  return undefined;
}

function hasRecovery(keyring: Keyring): boolean {
  const { vaultId } = keyring;
  const next = isPending(keyring) ? keyring.pending.slots : [];
  return [keyring.slots, next].some(slots => recoverySlotsOf({ vaultId, slots }).length > 0);
}
