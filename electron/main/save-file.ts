import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Writes a file the person chose, whole or not at all: beside its place first, to disk, then under
 * its name. Errors: `disk.full`, `disk.readOnly`, `disk.failed`, with the chosen path, and
 * `disk.noFolder`.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<void, AppError>> {
  await removeLeftOvers(path);
  // A name of its own: what another program, or an attempt that was cut off, left is not in the way.
  const partial = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return ok(undefined);
  } catch (error) {
    await rm(partial, { force: true });
    return err(diskError((error as NodeJS.ErrnoException).code ?? 'unknown', path));
  }
}

/** Removes what an attempt at the same file left when the computer or the app died meanwhile. */
async function removeLeftOvers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  try {
    const names = await readdir(folder);
    const ours = names.filter(
      name => name.startsWith(start) && /^[0-9a-f]{12}\.part$/.test(name.slice(start.length)),
    );
    for (const name of ours) await rm(join(folder, name), { force: true });
  } catch {
    // A folder that may be written to and not be listed; what matters is the new file.
  }
}

function diskError(code: string, path: string): AppError {
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk.full', path };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'disk.readOnly', path };
  }
  if (code === 'ENOENT') return { code: 'disk.noFolder', folder: dirname(path) };
  return { code: 'disk.failed', path, reason: code };
}
