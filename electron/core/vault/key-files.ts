import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#shared/assert.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { commitFile, readIfThere, stageFile, unstage } from '../disk/durable-files.ts';
import { isAuthentic } from './key-wrap.ts';
import { keyringBytes, parseKeyring, type Keyring } from './keyring.ts';
import type { PassphraseKey } from './passphrase.ts';

/** The copies of the keyring, in the order in which they are written and tried. */
export const keyFilePaths = (folder: string): readonly [string, string] => [
  join(folder, 'vault.keys'),
  join(folder, 'vault.keys.2'),
];

/** A keyring that the passphrase opened. The holder fills `root` with zeros after use. */
export interface OpenKeyring {
  readonly keyring: Keyring;
  readonly root: Buffer;
}

interface Copy {
  readonly path: string;
  readonly file: Buffer;
}

/**
 * Opens the keyring with whichever copy is sound. A copy that is missing, damaged or older is
 * written anew from the sound one, once that one's MAC has been verified.
 */
export async function openKeyring(
  folder: string,
  key: PassphraseKey,
): Promise<Result<OpenKeyring, AppError>> {
  const copies = readCopies(folder);
  const readable = readableKeyrings(folder, copies);
  if (!readable.ok) return readable;
  const root = await unwrapAny(folder, readable.value, key);
  if (!root.ok) return root;
  const sound = newestAuthentic(readable.value, root.value);
  if (sound === undefined) {
    root.value.fill(0);
    return err({ code: 'vault.keyringDamaged', path: keyFilePaths(folder)[0] });
  }
  // An older copy may still open with a passphrase that was changed: only the newest one decides.
  const again = await unwrapRootOf(sound, key);
  again?.fill(0);
  if (again === undefined) {
    root.value.fill(0);
    return err({ code: 'vault.wrongPassphrase', waitMs: 0 });
  }
  await healCopies(folder, copies, { keyring: sound, root: root.value }, key);
  return ok({ keyring: sound, root: root.value });
}

/**
 * Writes every copy of a keyring. None takes its place before all of them were read back from the
 * disk and opened with the key in hand.
 */
export async function writeKeyFiles(
  paths: readonly string[],
  open: OpenKeyring,
  key: PassphraseKey,
): Promise<void> {
  const bytes = keyringBytes(open.keyring);
  try {
    const staged = paths.map(path => stageFile(path, bytes));
    for (const { temporaryPath } of staged) await verify(temporaryPath, open, key);
    for (const file of staged) await commitFile(file);
  } finally {
    // What a failure leaves is a key file for a passphrase that was never set.
    for (const path of paths) unstage(path);
  }
}

async function verify(path: string, { root }: OpenKeyring, key: PassphraseKey): Promise<void> {
  const written = parseKeyring(readFileSync(path), path);
  invariant(written.ok, 'a keyring just written can be read');
  invariant(isAuthentic(written.value, root), 'a keyring just written is authentic');
  const unwrapped = await unwrapRootOf(written.value, key);
  invariant(unwrapped?.equals(root), 'a keyring just written opens with its passphrase');
  unwrapped?.fill(0);
}

function readCopies(folder: string): readonly Copy[] {
  return keyFilePaths(folder).flatMap(path => {
    const file = readIfThere(path);
    return file === undefined ? [] : [{ path, file }];
  });
}

function readableKeyrings(
  folder: string,
  copies: readonly Copy[],
): Result<readonly Keyring[], AppError> {
  const [first] = keyFilePaths(folder);
  if (copies.length === 0) return err({ code: 'vault.keyringMissing', path: first });
  const parsed = copies.map(({ path, file }) => parseKeyring(file, path));
  for (const keyring of parsed) {
    // A newer version wrote here: whatever else is there, this one must not touch it.
    if (!keyring.ok && keyring.error.code === 'vault.newerVersion') return keyring;
  }
  const readable = parsed.flatMap(keyring => (keyring.ok ? [keyring.value] : []));
  return readable.length > 0 ? ok(readable) : err({ code: 'vault.keyringDamaged', path: first });
}

async function unwrapAny(
  folder: string,
  keyrings: readonly Keyring[],
  key: PassphraseKey,
): Promise<Result<Buffer, AppError>> {
  let error: AppError = { code: 'vault.wrongPassphrase', waitMs: 0 };
  for (const keyring of keyrings) {
    const unwrapped = await key.unwrap(keyring);
    if (unwrapped.kind === 'root') return ok(unwrapped.root);
    if (unwrapped.kind === 'damaged')
      error = { code: 'vault.keyringDamaged', path: keyFilePaths(folder)[0] };
  }
  return err(error);
}

async function unwrapRootOf(keyring: Keyring, key: PassphraseKey): Promise<Buffer | undefined> {
  const unwrapped = await key.unwrap(keyring);
  return unwrapped.kind === 'root' ? unwrapped.root : undefined;
}

function newestAuthentic(keyrings: readonly Keyring[], root: Buffer): Keyring | undefined {
  return keyrings
    .filter(keyring => isAuthentic(keyring, root))
    .toSorted((a, b) => b.epoch - a.epoch)
    .at(0);
}

async function healCopies(
  folder: string,
  copies: readonly Copy[],
  open: OpenKeyring,
  key: PassphraseKey,
): Promise<void> {
  const sound = keyringBytes(open.keyring);
  const ailing = keyFilePaths(folder).filter(
    path => !copies.some(copy => copy.path === path && copy.file.equals(sound)),
  );
  if (ailing.length > 0) await writeKeyFiles(ailing, open, key);
}
