import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readIfThere } from '../disk/durable-files.ts';
import { allKeyFilePaths, writeKeyFiles, type OpenKeyring } from './key-files.ts';
import type { Opener } from './key-wrap.ts';
import { KEYRING_MAX_BYTES, keyringBytes, parseKeyring, type Keyring } from './keyring.ts';
import { rootsOf } from './roots.ts';

/** Changes of keys go everywhere: also into a copy that someone or a sync program made. */
export async function writeEveryKeyFile(
  folder: string,
  open: Pick<OpenKeyring, 'keyring' | 'root'>,
  keys: readonly Opener[],
): Promise<void> {
  const known = allKeyFilePaths(folder);
  const { vaultId } = open.keyring;
  const others = keyringsIn(folder).filter(
    ({ path, keyring }) => keyring.vaultId === vaultId && !known.includes(path),
  );
  await writeKeyFiles([...known, ...others.map(({ path }) => path)], open, keys);
}

/**
 * Proves that an old passphrase or code opens no file below the folder, by trying it on every
 * keyring there is.
 */
export async function proveOpensNothing(
  folder: string,
  old: Opener,
): Promise<Result<void, AppError>> {
  for (const { path, keyring } of keyringsIn(folder)) {
    const opened = await rootsOf(keyring, old);
    if (opened.kind === 'wrongKey') continue;
    if (opened.kind === 'roots') opened.roots.forget();
    return err({ code: 'vault.oldKeyRemains', path });
  }
  return ok(undefined);
}

/** Proves that every keyring below the folder is this one: no slot of before is left in any. */
export function proveNoOther(folder: string, keyring: Keyring): Result<void, AppError> {
  const sound = keyringBytes(keyring);
  const other = keyringsIn(folder).find(found => !keyringBytes(found.keyring).equals(sound));
  return other === undefined
    ? ok(undefined)
    : err({ code: 'vault.oldKeyRemains', path: other.path });
}

/** Every file below a folder that is a keyring, whatever its name. */
function keyringsIn(folder: string): readonly { path: string; keyring: Keyring }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= KEYRING_MAX_BYTES)
    .flatMap(path => {
      const file = readIfThere(path);
      const keyring = file && parseKeyring(file, path);
      return keyring?.ok ? [{ path, keyring: keyring.value }] : [];
    });
}
