import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Keyring, Slot } from './keyring.ts';

export const ROOT_BYTES = 32;

/** What a slot says of itself before a key is put into it. */
export type SlotHeader = Slot extends infer S
  ? S extends Slot
    ? Pick<S, 'id' | 'type' | 'kdf'>
    : never
  : never;

export type Unwrapped =
  | { readonly kind: 'root'; readonly root: Buffer }
  /** This key does not belong to the slot: a wrong passphrase. */
  | { readonly kind: 'wrongKey' }
  /** The key belongs to the slot, but the wrapped root was altered. */
  | { readonly kind: 'damaged' };

const LABELS = { passphrase: 'amends1/kek/pass', recovery: 'amends1/kek/recovery' } as const;

/** The key of the database: 32 bytes that the caller fills with zeros after use. */
export const databaseKey = (root: Buffer): Buffer => derive(root, 'amends1/db');

/** The key of drafts that wait outside the database: 32 bytes, to be filled with zeros after use. */
export const spoolKey = (root: Buffer): Buffer => derive(root, 'amends1/spool');

/** The key that wraps the root in one slot, bound to its vault and its slot. */
export function keyEncryptionKey(secret: Uint8Array, vaultId: string, slot: SlotHeader): Buffer {
  const salt = slot.type === 'recovery' ? Buffer.from(slot.kdf.salt, 'base64') : Buffer.alloc(0);
  return derive(secret, `${LABELS[slot.type]}|${vaultId}|${slot.id}`, salt);
}

/** Wraps the root key in a slot. The key is used for this one wrap only. */
export function wrapRoot<H extends SlotHeader>(
  root: Buffer,
  kek: Buffer,
  vaultId: string,
  header: H,
) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', kek, nonce);
  cipher.setAAD(boundTo(vaultId, header));
  const sealed = Buffer.concat([cipher.update(root), cipher.final(), cipher.getAuthTag()]);
  return {
    ...header,
    commit: commitmentOf(kek, header.id).toString('base64'),
    nonce: nonce.toString('base64'),
    ct: sealed.toString('base64'),
  };
}

/** Takes the root key out of a slot. The caller fills it with zeros after use. */
export function unwrapRoot(kek: Buffer, vaultId: string, slot: Slot): Unwrapped {
  // GCM does not commit to its key; this value does, and tells a wrong passphrase from damage.
  if (!timingSafeEqual(commitmentOf(kek, slot.id), Buffer.from(slot.commit, 'base64'))) {
    return { kind: 'wrongKey' };
  }
  const sealed = Buffer.from(slot.ct, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(slot.nonce, 'base64'));
  decipher.setAAD(boundTo(vaultId, slot));
  decipher.setAuthTag(sealed.subarray(ROOT_BYTES));
  const root = Buffer.alloc(ROOT_BYTES);
  decipher.update(sealed.subarray(0, ROOT_BYTES)).copy(root);
  try {
    decipher.final();
    return { kind: 'root', root };
  } catch {
    root.fill(0);
    return { kind: 'damaged' }; // Node reports a failed authentication by throwing.
  }
}

/** A keyring with its MAC made anew. */
export function signKeyring(keyring: Omit<Keyring, 'mac'>, root: Buffer): Keyring {
  return { ...keyring, mac: macOf(keyring, root).toString('base64') };
}

/** Whether this keyring was written by someone who had the root key. */
export const isAuthentic = (keyring: Keyring, root: Buffer): boolean =>
  timingSafeEqual(macOf(keyring, root), Buffer.from(keyring.mac, 'base64'));

function macOf(keyring: Omit<Keyring, 'mac'>, root: Buffer): Buffer {
  const { mac: _mac, ...covered } = keyring as Keyring;
  const key = derive(root, 'amends1/hdr');
  const mac = createHmac('sha256', key).update(canonicalJson(covered)).digest();
  key.fill(0);
  return mac;
}

const commitmentOf = (kek: Buffer, slotId: string): Buffer =>
  createHmac('sha256', kek).update(`commit|${slotId}`).digest();

const boundTo = (vaultId: string, { id, type, kdf }: SlotHeader): Buffer =>
  Buffer.from(canonicalJson({ vaultId, id, type, kdf }));

function derive(secret: Uint8Array, label: string, salt = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, 32));
}
