import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts and authenticates, bound to what it is: it cannot be passed off as anything else. */
export function seal(plain: Uint8Array, key: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed with this key as just this; undefined for anything else. */
export function unseal(sealed: Buffer, key: Buffer, boundTo: string): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const length = sealed.length - NONCE_BYTES - TAG_BYTES;
  const plain = Buffer.alloc(length);
  decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)).copy(plain);
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return undefined; // Node reports a failed authentication by throwing.
  }
}
