import { appendFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diskError } from '../disk/disk-errors.ts';
import { readIfThere } from '../disk/durable-files.ts';

/** Enough for thousands; more would only fill the disk of someone whose vault is being guessed at. */
const MAX_BYTES = 64 * 1024;

const logPath = (folder: string): string => join(folder, 'vault.attempts');

/**
 * Notes a failed attempt for whoever unlocks next. There is no key to sign with while the vault is
 * locked, so that whoever can guess can also delete the note: it tells of the careless, and
 * appending to a file of its own never puts what is signed at risk.
 */
export function noteFailure(folder: string, at: number): void {
  const path = logPath(folder);
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size < MAX_BYTES) appendFileSync(path, `${at}\n`, { mode: 0o600 });
  } catch (error) {
    // A disk that takes no note must not keep anyone from trying again.
    if (diskError(error, path) === undefined) throw error;
  }
}

/** When attempts failed, as far as it was noted. */
export function failuresIn(folder: string): readonly number[] {
  const lines = readIfThere(logPath(folder))?.toString('latin1').split('\n') ?? [];
  return lines.filter(line => /^\d{1,15}$/.test(line)).map(Number);
}

export function forgetFailures(folder: string): void {
  rmSync(logPath(folder), { force: true });
}
