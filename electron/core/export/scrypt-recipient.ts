import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Stanza, type Recipient } from 'age-encryption';
import { scrypt as wasmScrypt } from 'hash-wasm';

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** What the `age` program takes for a new file: about a second, and 256 MiB. */
const LOG_N = 18;
const BLOCK_SIZE = 8;

/**
 * The passphrase of an age file. The library derives its key in JavaScript, for seconds in which no
 * letter is saved; here it is derived beside everything else. The format is age-encryption.org/v1:
 * the key wraps the file key with ChaCha20-Poly1305, under a nonce of zeros, because it is used once.
 */
export const scryptRecipient = (passphrase: string): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(SALT_BYTES);
    const key = await deriveKey(passphrase, Buffer.concat([Buffer.from(LABEL), salt]));
    const wrapped = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
    key.fill(0);
    const args = ['scrypt', salt.toString('base64').replaceAll('=', ''), String(LOG_N)];
    return [new Stanza(args, wrapped)];
  },
});

const nativeScrypt = promisify<string, Buffer, number, object, Buffer>(scrypt);

async function deriveKey(passphrase: string, salt: Buffer): Promise<Uint8Array> {
  const cost = 2 ** LOG_N;
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 2 * 128 * BLOCK_SIZE * cost };
  try {
    return await nativeScrypt(passphrase, salt, KEY_BYTES, options);
  } catch {
    // A Node that was built without it, or a system that does not give the memory to native code.
    return wasmScrypt({
      password: passphrase,
      salt,
      costFactor: cost,
      blockSize: BLOCK_SIZE,
      parallelism: 1,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    });
  }
}
