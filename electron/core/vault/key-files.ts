import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#shared/assert.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { commitFile, readIfThere, stageFile, unstage } from '../disk/durable-files.ts';
import { placeOf, snapshotIds } from '../snapshots/places.ts';
import { isAuthentic, type Opener } from './key-wrap.ts';
import { keyringBytes, parseKeyring, type Keyring } from './keyring.ts';
import { rootsOf, type Roots } from './roots.ts';

/** The copies of the keyring, in the order in which they are written and tried. */
export const keyFilePaths = (folder: string): readonly [string, string] => [
  join(folder, 'vault.keys'),
  join(folder, 'vault.keys.2'),
];

/** The copies beside the backups. */
export const spareKeyFilePaths = (folder: string): readonly string[] =>
  snapshotIds(folder).map(id => placeOf(folder, id).keys);

/** Every place where a copy of the keyring belongs. */
export const allKeyFilePaths = (folder: string): readonly string[] => [
  ...keyFilePaths(folder),
  ...spareKeyFilePaths(folder),
];

/** A keyring that was opened. The holder forgets its roots after use. */
export interface OpenKeyring extends Roots {
  readonly keyring: Keyring;
}

interface Copy {
  readonly path: string;
  readonly file: Buffer;
}

/**
 * Opens the keyring with whichever copy is sound. A copy that is missing, damaged or older is
 * written anew from the sound one, once that one's MAC has been verified. The copies beside the
 * backups help out when both others fail, if `fits` says that their root is the one of this vault.
 */
export async function openKeyring(
  folder: string,
  key: Opener,
  fits: (roots: Roots) => boolean,
): Promise<Result<OpenKeyring, AppError>> {
  const copies = readCopies(keyFilePaths(folder));
  const spares = readCopies(spareKeyFilePaths(folder));
  const readable = readableKeyrings(folder, copies, spares);
  if (!readable.ok) return readable;
  const { first, second } = readable.value;
  const found = await unwrapAny(folder, first, key);
  const roots = found.ok ? found : await unwrapSpare(found, folder, second, key, fits);
  if (!roots.ok) return roots;
  const sound = newestAuthentic([...first, ...second], roots.value);
  // An older copy may still open with a passphrase that was changed: only the newest one decides.
  const open = sound && (await rootsOf(sound, key));
  roots.value.forget();
  if (sound === undefined) {
    return err({ code: 'vault.keyringDamaged', path: keyFilePaths(folder)[0] });
  }
  if (open?.kind !== 'roots') return err({ code: key.wrong, waitMs: 0 });
  const opened = { ...open.roots, keyring: sound };
  await healCopies(folder, [...copies, ...spares], opened, key);
  return ok(opened);
}

/**
 * Writes copies of a keyring. None takes its place before all of them were read back from the disk
 * and opened with every key that must open them.
 */
export async function writeKeyFiles(
  paths: readonly string[],
  open: Pick<OpenKeyring, 'keyring' | 'root'>,
  keys: readonly Opener[],
): Promise<void> {
  const bytes = keyringBytes(open.keyring);
  try {
    const staged = paths.map(path => stageFile(path, bytes));
    for (const { temporaryPath } of staged) await verify(temporaryPath, open, keys);
    for (const file of staged) commitFile(file);
  } finally {
    // What a failure leaves is a key file for a passphrase that was never set.
    for (const path of paths) unstage(path);
  }
}

async function verify(
  path: string,
  { root }: Pick<OpenKeyring, 'root'>,
  keys: readonly Opener[],
): Promise<void> {
  const written = parseKeyring(readFileSync(path), path);
  invariant(written.ok, 'a keyring just written can be read');
  invariant(isAuthentic(written.value, root), 'a keyring just written is authentic');
  for (const key of keys) {
    const opened = await rootsOf(written.value, key);
    invariant(
      opened.kind === 'roots' && opened.roots.root.equals(root),
      'a keyring just written opens with every key that it is for',
    );
    opened.roots.forget();
  }
}

function readCopies(paths: readonly string[]): readonly Copy[] {
  return paths.flatMap(path => {
    const file = readIfThere(path);
    return file === undefined ? [] : [{ path, file }];
  });
}

interface Readable {
  readonly first: readonly Keyring[];
  readonly second: readonly Keyring[];
}

function readableKeyrings(
  folder: string,
  copies: readonly Copy[],
  spares: readonly Copy[],
): Result<Readable, AppError> {
  const [path] = keyFilePaths(folder);
  if (copies.length + spares.length === 0) return err({ code: 'vault.keyringMissing', path });
  const parsed = copies.map(copy => parseKeyring(copy.file, copy.path));
  for (const keyring of parsed) {
    // A newer version wrote here: whatever else is there, this one must not touch it.
    if (!keyring.ok && keyring.error.code === 'vault.newerVersion') return keyring;
  }
  const first = parsed.flatMap(keyring => (keyring.ok ? [keyring.value] : []));
  const second = distinct(spares).flatMap(spare => {
    const keyring = parseKeyring(spare.file, spare.path);
    return keyring.ok ? [keyring.value] : [];
  });
  return first.length + second.length > 0
    ? ok({ first, second })
    : err({ code: 'vault.keyringDamaged', path });
}

/** Usually all spare copies are the same, and each one tried would cost a derivation. */
const distinct = (copies: readonly Copy[]): readonly Copy[] =>
  copies.filter((copy, at) => copies.findIndex(({ file }) => file.equals(copy.file)) === at);

async function unwrapAny(
  folder: string,
  keyrings: readonly Keyring[],
  key: Opener,
): Promise<Result<Roots, AppError>> {
  let error: AppError = { code: key.wrong, waitMs: 0 };
  for (const keyring of keyrings) {
    const opened = await rootsOf(keyring, key);
    if (opened.kind === 'roots') return ok(opened.roots);
    if (opened.kind === 'damaged')
      error = { code: 'vault.keyringDamaged', path: keyFilePaths(folder)[0] };
  }
  return err(error);
}

/** Else someone could bring in a keyring, and a passphrase, of another vault or another time. */
async function unwrapSpare(
  otherwise: Result<Roots, AppError>,
  folder: string,
  keyrings: readonly Keyring[],
  key: Opener,
  fits: (roots: Roots) => boolean,
): Promise<Result<Roots, AppError>> {
  const found = await unwrapAny(folder, keyrings, key);
  if (!found.ok) return otherwise;
  if (fits(found.value)) return found;
  found.value.forget();
  return otherwise;
}

function newestAuthentic(keyrings: readonly Keyring[], roots: Roots): Keyring | undefined {
  return keyrings
    .filter(
      keyring =>
        isAuthentic(keyring, roots.root) ||
        (roots.nextRoot !== undefined && isAuthentic(keyring, roots.nextRoot)),
    )
    .toSorted((a, b) => b.epoch - a.epoch)
    .at(0);
}

async function healCopies(
  folder: string,
  copies: readonly Copy[],
  open: OpenKeyring,
  key: Opener,
): Promise<void> {
  const sound = keyringBytes(open.keyring);
  const ailing = allKeyFilePaths(folder).filter(
    path => !copies.some(copy => copy.path === path && copy.file.equals(sound)),
  );
  if (ailing.length > 0) await writeKeyFiles(ailing, open, [key]);
}
