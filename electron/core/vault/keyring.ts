import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { KDF_BOUNDS } from './argon2.ts';
import { canonicalJson } from './canonical-json.ts';

/** The format of a keyring at rest. */
export const KEYRING_FORMAT = 1;

/** The format of a keyring whose root key is being replaced, and the newest that can be read. */
export const PENDING_FORMAT = 2;

export const KEYRING_MAX_BYTES = 16 * 1024;

const bytes = (length: number) =>
  z
    .string()
    .refine(text => Buffer.from(text, 'base64').toString('base64') === text, 'not base64')
    .refine(text => Buffer.from(text, 'base64').length === length, `not ${length} bytes`);

const within = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);

/** What every slot holds: the root key, wrapped, and a value that tells whether a key fits. */
const wrapped = {
  id: bytes(16),
  commit: bytes(32),
  nonce: bytes(12),
  /** 32 bytes of root key and 16 of tag. */
  ct: bytes(48),
};

const PassphraseSlot = z.strictObject({
  ...wrapped,
  type: z.literal('passphrase'),
  kdf: z.strictObject({
    alg: z.literal('argon2id'),
    v: z.literal(0x13),
    m: within(KDF_BOUNDS.m),
    t: within(KDF_BOUNDS.t),
    p: within(KDF_BOUNDS.p),
    salt: bytes(16),
  }),
});
export type PassphraseSlot = z.infer<typeof PassphraseSlot>;

const RecoverySlot = z.strictObject({
  ...wrapped,
  type: z.literal('recovery'),
  kdf: z.strictObject({ alg: z.literal('hkdf-sha256'), salt: bytes(16) }),
});

export type RecoverySlot = z.infer<typeof RecoverySlot>;

const Slot = z.discriminatedUnion('type', [PassphraseSlot, RecoverySlot]);
export type Slot = z.infer<typeof Slot>;

const fields = {
  magic: z.literal('AMENDSKEYS'),
  vaultId: bytes(16),
  createdAt: z.int().nonnegative(),
  /** Grows by one whenever the file is written anew. */
  epoch: z.int().positive(),
  db: z.strictObject({
    cipher: z.literal('sqlcipher'),
    legacy: z.literal(4),
    pageSize: z.literal(4096),
    kdf: z.literal('none-raw'),
  }),
  mac: bytes(32),
};

const slots = z.array(Slot).min(1).max(8);

const KeyringAtRest = z.strictObject({
  ...fields,
  format: z.literal(KEYRING_FORMAT),
  minReader: z.literal(KEYRING_FORMAT),
  slots,
});

/** 12 bytes of nonce, 32 of a root key and 16 of tag. */
const sealedRoot = bytes(60);

const PendingKeyring = z.strictObject({
  ...fields,
  format: z.literal(PENDING_FORMAT),
  // A reader that does not know of the second root would find a database that no key fits.
  minReader: z.literal(PENDING_FORMAT),
  slots,
  /** The next root key, its own slots, and each of the two roots wrapped in the other. */
  pending: z.strictObject({ slots, nextRoot: sealedRoot, root: sealedRoot }),
});
export type PendingKeyring = z.infer<typeof PendingKeyring>;

/** A later format that says this version may read it: what is unknown is kept, and covered by the MAC. */
const KeyringOfLaterFormat = z.looseObject({
  ...fields,
  format: z.int().gt(PENDING_FORMAT),
  minReader: z.int().min(KEYRING_FORMAT).max(PENDING_FORMAT),
  slots: z.array(z.union([Slot, z.looseObject({ type: z.string() })])).min(1),
});

const AnyKeyring = z.union([KeyringAtRest, PendingKeyring, KeyringOfLaterFormat]);

/** The key file of a vault: how to come to its root key. All of it is covered by `mac`. */
export type Keyring = z.infer<typeof AnyKeyring>;

/** Whether the root key of this vault was being replaced when the keyring was written. */
export const isPending = (keyring: Keyring): keyring is PendingKeyring =>
  keyring.format === PENDING_FORMAT;

/** What a passphrase or a code is tried on. */
export interface SlotHolder {
  readonly vaultId: string;
  readonly slots: Keyring['slots'];
}

/** The slots that a passphrase can open. */
export const passphraseSlotsOf = (keyring: SlotHolder): readonly PassphraseSlot[] =>
  keyring.slots.flatMap(slot => PassphraseSlot.safeParse(slot).data ?? []);

/** The slots that a recovery code can open. */
export const recoverySlotsOf = (keyring: SlotHolder): readonly RecoverySlot[] =>
  keyring.slots.flatMap(slot => RecoverySlot.safeParse(slot).data ?? []);

/** The header of a file from any version, past or to come. */
const AnyVersion = z.looseObject({ magic: z.literal('AMENDSKEYS'), minReader: z.int() });

type ReadError = Extract<
  AppError,
  { code: 'vault.keyringDamaged' } | { code: 'vault.newerVersion' }
>;

/**
 * Reads a key file without any key. Every byte counts: a text that is not the one canonical text
 * of a keyring, or that asks for a derivation out of bounds, was damaged or altered.
 */
export function parseKeyring(file: Buffer, path: string): Result<Keyring, ReadError> {
  const damaged = err({ code: 'vault.keyringDamaged', path } as const);
  if (file.length > KEYRING_MAX_BYTES) return damaged;
  const json = parseJson(file.toString('utf8'));
  const header = AnyVersion.safeParse(json);
  if (!header.success) return damaged;
  if (header.data.minReader > PENDING_FORMAT) {
    return err({ code: 'vault.newerVersion', what: 'keyring', path });
  }
  const keyring = AnyKeyring.safeParse(json);
  if (!keyring.success || !file.equals(keyringBytes(keyring.data))) return damaged;
  return ok(keyring.data);
}

/** The bytes of a key file. */
export const keyringBytes = (keyring: Keyring): Buffer => Buffer.from(canonicalJson(keyring));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON is one of the ways to be damaged, which the schema reports.
  }
}
