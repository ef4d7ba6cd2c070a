import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const LENGTH = 4;

/** A record that only the key opens, and only under the name that it was sealed for. */
export function sealRecord(key: Buffer, name: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(sealed.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([length, ...sealed]);
}

/** The last record that is whole. One that was cut off while it was written does not hide another. */
export function openLastRecord(key: Buffer, name: string, file: Buffer): string | undefined {
  let last: string | undefined;
  for (let at = 0; at + LENGTH <= file.length;) {
    const end = at + LENGTH + file.readUInt32LE(at);
    const text = openRecord(key, name, file.subarray(at + LENGTH, end));
    if (end > file.length || text === undefined) break;
    last = text;
    at = end;
  }
  return last;
}

function openRecord(key: Buffer, name: string, sealed: Buffer): string | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(-TAG));
  const text = decipher.update(sealed.subarray(NONCE, -TAG));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined; // Node reports a failed authentication by throwing.
  }
}
