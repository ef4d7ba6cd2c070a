import { createHash } from 'node:crypto';
import { clipboard } from 'electron';

const CLEARED_AFTER_MS = 30_000;

/** Holds a secret on the clipboard for a short while, and takes back nothing but that secret. */
export interface SecretClipboard {
  readonly copy: (secret: string) => Promise<void>;
  /** Clears the clipboard now, if it still holds the secret. */
  readonly clear: () => Promise<void>;
}

export function createSecretClipboard(): SecretClipboard {
  // Only its digest is kept: this process outlives the lock.
  let held: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function clear(): Promise<void> {
    clearTimeout(timer);
    const expected = held;
    held = undefined;
    if (expected === undefined) return;
    if (digestOf(await clipboard.readText()) === expected) clipboard.clear();
  }

  return {
    async copy(secret) {
      clearTimeout(timer);
      await clipboard.writeText(secret);
      held = digestOf(secret);
      timer = setTimeout(() => void clear(), CLEARED_AFTER_MS);
    },
    clear,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');
