import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMissing } from './disk-errors.ts';

/** A new content that lies beside its file, already on disk, and waits to take its place. */
export interface StagedFile {
  readonly path: string;
  readonly temporaryPath: string;
}

/** Writes the new content of a file beside it, down to the disk. */
export function stageFile(path: string, content: Buffer): StagedFile {
  const temporaryPath = temporaryPathOf(path);
  const file = openSync(temporaryPath, 'w', 0o600);
  try {
    for (let written = 0; written < content.length;) {
      written += writeSync(file, content, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { path, temporaryPath };
}

/** Gives a file a new content, whole or not at all. */
export const replaceFile = (path: string, content: Buffer): void => {
  commitFile(stageFile(path, content));
};

/** Removes what was staged for a file, if it never took its place. */
export function unstage(path: string): void {
  rmSync(temporaryPathOf(path), { force: true });
}

/** It does not begin like the file's own name: what a crash leaves is never taken for a key file. */
export const temporaryPathOf = (path: string): string =>
  join(dirname(path), `new-${basename(path)}`);

/** Puts a staged file, or folder, in its place, so that after a power cut either content is there, whole. */
export function commitFile({ path, temporaryPath }: StagedFile): void {
  renamePatiently(temporaryPath, path);
  syncFolder(dirname(path));
}

/** Brings a file that someone else wrote down to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes new names in a folder outlive a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The content of a file, or undefined if there is none. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const RENAME_TRIES = 10;

/** On Windows a virus scanner may hold a new file open for a moment, and renaming it fails. */
function renamePatiently(from: string, to: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || tries === RENAME_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * tries);
    }
  }
}
