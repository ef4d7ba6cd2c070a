import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { notWrittenReason } from '#shared/output/not-written-reason.ts';
import { isPartialOf, PARTIAL_MARK_BYTES, partialName } from '#shared/output/partial-name.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Writes a file the person chose, whole or not at all: beside its place first, to disk, then under
 * its name. Errors: `disk.full`, `disk.readOnly`, `disk.failed`, with the chosen path, and
 * `disk.noFolder`.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<void, AppError>> {
  await removeLeftOvers(path);
  const partial = partialName(path, randomBytes(PARTIAL_MARK_BYTES).toString('hex'));
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    await syncFolder(dirname(path));
    return ok(undefined);
  } catch (error) {
    await rm(partial, { force: true });
    return err(diskError((error as NodeJS.ErrnoException).code ?? 'unknown', path));
  }
}

/** The new name outlives a power cut too. The file is there, so that a drive that can not do it is no failure. */
async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call and needs none.
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Some network drives refuse it.
  }
}

/** Removes what an attempt at the same file left when the computer or the app died meanwhile. */
async function removeLeftOvers(path: string): Promise<void> {
  const folder = dirname(path);
  const name = basename(path);
  try {
    const ours = (await readdir(folder)).filter(found => isPartialOf(name, found));
    for (const left of ours) await rm(join(folder, left), { force: true });
  } catch {
    // A folder that may be written to and not be listed; what matters is the new file.
  }
}

function diskError(code: string, path: string): AppError {
  switch (notWrittenReason(code)) {
    case 'full':
      return { code: 'disk.full', path };
    case 'readOnly':
      return { code: 'disk.readOnly', path };
    case 'gone':
      return { code: 'disk.noFolder', folder: dirname(path) };
    case 'taken':
    case 'failed':
    default:
      return { code: 'disk.failed', path, reason: code };
  }
}
