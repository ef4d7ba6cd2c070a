import { open, rename, rm } from 'node:fs/promises';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Writes a file the person chose, whole or not at all: beside its place first, to disk, then under
 * its name. Errors: `disk.full`, `disk.readOnly`, `disk.failed`, with the chosen path.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<void, AppError>> {
  const partial = `${path}.part`;
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
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    // A file of that name which is not ours stays.
    if (code !== 'EEXIST') await rm(partial, { force: true });
    return err(diskError(code, path));
  }
}

function diskError(code: string, path: string): AppError {
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk.full', path };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'disk.readOnly', path };
  }
  return { code: 'disk.failed', path, reason: code };
}
