import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Keyring, Slot, SlotHolder } from './keyring.ts';
import { seal, unseal } from './sealed.ts';

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

/** A passphrase or a recovery code while it is being tried. */
export interface Opener {
  /** What it means that it opens nothing. */
  readonly wrong: 'vault.wrongPassphrase' | 'vault.wrongRecoveryCode';
  /** The root key behind the first slot that it opens. */
  readonly unwrap: (keyring: SlotHolder) => Promise<Unwrapped>;
  readonly forget: () => void;
}

const LABELS = { passphrase: 'amends1/kek/pass', recovery: 'amends1/kek/recovery' } as const;

/** The key of the database: 32 bytes that the caller fills with zeros after use. */
export const databaseKey = (root: Buffer): Buffer => derive(root, 'amends1/db');

/** The key of drafts that wait outside the database: 32 bytes, to be filled with zeros after use. */
const spoolKey = (root: Buffer): Buffer => derive(root, 'amends1/spool');
/** What an open vault needs of its root key, which itself is forgotten. */
export interface VaultKeys {
  readonly database: Buffer;
  /** Signs the keyring. */
  readonly header: Buffer;
  /** Seals what describes a backup, and makes the marks by which texts are compared. */
  readonly manifest: Buffer;
  /** Seals what the app remembers of the vault from one time to the next. */
  readonly state: Buffer;
  /** Seals drafts that wait outside the database. */
  readonly spool: Buffer;
  readonly forget: () => void;
}

/** Everything an open vault needs of its root key. */
export function deriveKeys(root: Buffer): VaultKeys {
  const keys = {
    database: databaseKey(root),
    header: headerKey(root),
    manifest: derive(root, 'amends1/manifest'),
    state: derive(root, 'amends1/state'),
    spool: spoolKey(root),
  };
  return {
    ...keys,
    forget() {
      for (const key of Object.values(keys)) key.fill(0);
    },
  };
}

const headerKey = (root: Buffer): Buffer => derive(root, 'amends1/hdr');

/** The two root keys of a vault whose root is being replaced, each wrapped in the other. */
export function wrapInEachOther(root: Buffer, nextRoot: Buffer, vaultId: string) {
  const wrap = (inner: Buffer, outer: Buffer, label: PendingLabel): string =>
    withKey(derive(outer, label), key => seal(inner, key, `${label}|${vaultId}`)).toString(
      'base64',
    );
  return {
    nextRoot: wrap(nextRoot, root, 'amends1/pending/next'),
    root: wrap(root, nextRoot, 'amends1/pending/root'),
  };
}

/** Takes one of two root keys out of the other. */
export const unwrapWith = (
  outer: Buffer,
  wrappedRoot: string,
  label: PendingLabel,
  vaultId: string,
): Buffer | undefined =>
  withKey(derive(outer, label), key =>
    unseal(Buffer.from(wrappedRoot, 'base64'), key, `${label}|${vaultId}`),
  );

type PendingLabel = 'amends1/pending/next' | 'amends1/pending/root';

function withKey<T>(key: Buffer, work: (key: Buffer) => T): T {
  try {
    return work(key);
  } finally {
    key.fill(0);
  }
}

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

/** Tries the slots one after the other, each with its own key, which is forgotten at once. */
export async function unwrapFirst<S extends Slot>(
  vaultId: string,
  slots: readonly S[],
  keyFor: (slot: S) => Promise<Buffer>,
): Promise<Unwrapped> {
  let outcome: Unwrapped = { kind: 'wrongKey' };
  for (const slot of slots) {
    const kek = await keyFor(slot);
    const tried = unwrapRoot(kek, vaultId, slot);
    kek.fill(0);
    if (tried.kind === 'root') return tried;
    if (tried.kind === 'damaged') outcome = tried;
  }
  return outcome;
}

/** A keyring with its MAC made anew. */
export function signKeyring(keyring: Omit<Keyring, 'mac'>, root: Buffer): Keyring {
  const mac = withKey(headerKey(root), key => macOf(keyring, key));
  return { ...keyring, mac: mac.toString('base64') };
}

/** Whether this keyring was written by someone who had the root key. */
export const isAuthentic = (keyring: Keyring, root: Buffer): boolean =>
  withKey(headerKey(root), key => isSignedWith(keyring, key));

/** The same for one who has only the key that signs keyrings. */
export const isSignedWith = (keyring: Keyring, header: Buffer): boolean =>
  timingSafeEqual(macOf(keyring, header), Buffer.from(keyring.mac, 'base64'));

function macOf(keyring: Omit<Keyring, 'mac'>, header: Buffer): Buffer {
  const { mac: _mac, ...covered } = keyring as Keyring;
  return createHmac('sha256', header).update(canonicalJson(covered)).digest();
}

const commitmentOf = (kek: Buffer, slotId: string): Buffer =>
  createHmac('sha256', kek).update(`commit|${slotId}`).digest();

const boundTo = (vaultId: string, { id, type, kdf }: SlotHeader): Buffer =>
  Buffer.from(canonicalJson({ vaultId, id, type, kdf }));

function derive(secret: Uint8Array, label: string, salt = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, 32));
}
