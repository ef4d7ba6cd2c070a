import { Encrypter } from 'age-encryption';
import { scryptRecipient } from './scrypt-recipient.ts';

/** Bytes on their way into a file. */
export interface Flow {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Everything has been written. */
  readonly end: () => Promise<void>;
}

/** Bytes as they are. */
export const openFlow = (write: (bytes: Uint8Array) => void): Flow => ({
  write: bytes => {
    write(bytes);
    return Promise.resolve();
  },
  end: () => Promise.resolve(),
});

/**
 * Bytes sealed with a passphrase as an age file (age-encryption.org/v1, scrypt), which the `age`
 * program opens as well. They are sealed as they come: nothing unsealed is ever on the disk.
 */
export async function sealedFlow(
  passphrase: string,
  write: (bytes: Uint8Array) => void,
): Promise<Flow> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(scryptRecipient(passphrase));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const sealed = await encrypter.encrypt(readable);
  const sealing = drain(sealed, write);
  // Whoever writes next is told; nobody may be writing when it happens.
  sealing.catch(() => undefined);
  const writer = writable.getWriter();
  return {
    async write(bytes) {
      // A disk that takes nothing more ends the one, and the other would wait for ever.
      await Promise.race([writer.write(bytes), sealing]);
    },
    async end() {
      await Promise.all([writer.close(), sealing]);
    },
  };
}

async function drain(
  sealed: ReadableStream<Uint8Array>,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const reader = sealed.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    write(value);
  }
}
