import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isVault } from '#shared/domain/vault-folder.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** Whether a folder looks like a vault, or like what is left of one. */
export const looksLikeVault = (folder: string): boolean =>
  isVault({
    names: namesIn(folder),
    backups: namesIn(join(folder, 'snapshots')),
    hasManifest: backup => existsSync(join(folder, 'snapshots', backup, 'manifest')),
  });

/** What can not be read is not there, for all that can be done with it. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The vault in a folder that the person chose: the folder itself, or the one called `vault` in it. */
export const vaultIn = (folder: string): string | undefined =>
  [folder, join(folder, 'vault')].find(looksLikeVault);

/**
 * Whether a new vault may be made in a folder: it is there, empty, and can be written to. Errors:
 * `folder.unusable`, `disk.readOnly`.
 */
export function freeFolder(path: string): Result<void, AppError> {
  try {
    if (!statSync(path).isDirectory() || readdirSync(path).length > 0) {
      return err({ code: 'folder.unusable', path, reason: 'notEmpty' });
    }
    accessSync(path, constants.W_OK);
    return ok(undefined);
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return err(
      isGone
        ? { code: 'folder.unusable', path, reason: 'missing' }
        : { code: 'disk.readOnly', path },
    );
  }
}
