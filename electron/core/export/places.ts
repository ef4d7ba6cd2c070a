import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPartialOf, PARTIAL_MARK_BYTES, partialName } from '#shared/output/partial-name.ts';
import { syncFolder } from '../disk/durable-files.ts';

/**
 * Where an export goes. What is written lies beside the place under a name of its own, and takes its
 * place, whole and on disk, with `finish`; after `abandon` nothing of it is left. They throw what the
 * file system throws.
 */
export interface Place {
  /** Returns the path of what was written. */
  readonly finish: () => string;
  /** Returns what could not be taken away again, or null. */
  readonly abandon: () => string | null;
}

export interface FilePlace extends Place {
  readonly write: (bytes: Uint8Array) => void;
}

export interface FolderPlace extends Place {
  /** A file in the folder, on disk when this returns; `name` may lead into a folder below it. */
  readonly add: (name: string, bytes: Uint8Array) => void;
}

/** A file; one that has this name already is replaced, because the person agreed to that. */
export function createFilePlace(path: string): FilePlace {
  removeLeftOvers(path);
  const partial = partialOf(path);
  const file = openFile(partial);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write(bytes) {
      writeAll(file, bytes);
    },
    finish() {
      fsyncSync(file);
      close();
      renameSync(partial, path);
      keepName(dirname(path));
      return path;
    },
    abandon: () => removed(partial, close),
  };
}

/** A new folder in the one that was chosen, named so that nothing there is replaced. */
export function createFolderPlace(parent: string, name: string): FolderPlace {
  const path = join(parent, name);
  removeLeftOvers(path);
  const partial = partialOf(path);
  mkdirSync(partial, { mode: 0o700 });
  return {
    add(fileName, bytes) {
      const to = join(partial, fileName);
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      const file = openFile(to);
      try {
        writeAll(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    finish() {
      syncFolder(partial);
      const free = freePath(path);
      renameSync(partial, free);
      keepName(parent);
      return free;
    },
    abandon: () => removed(partial),
  };
}

const partialOf = (path: string): string =>
  partialName(path, randomBytes(PARTIAL_MARK_BYTES).toString('hex'));

const openFile = (path: string): number => openSync(path, 'wx', 0o600);

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

/**
 * Brings the new name to the disk as well. What is written has its place by now, whole: a folder that
 * can not be synced, such as one that only takes files in, does not make that a failure.
 */
function keepName(folder: string): void {
  try {
    syncFolder(folder);
  } catch {
    // After a power cut it may bear the name that it was written under.
  }
}

function freePath(path: string): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(tried)) return tried;
  }
}

function removed(path: string, before = (): void => undefined): string | null {
  try {
    before();
    rmSync(path, { recursive: true, force: true });
    return null;
  } catch {
    // The drive may be gone: the person is told what may still be on it.
    return path;
  }
}

/** Removes what an attempt at the same name left when the computer or the app died meanwhile. */
function removeLeftOvers(path: string): void {
  const name = basename(path);
  try {
    for (const left of readdirSync(dirname(path)).filter(found => isPartialOf(name, found))) {
      rmSync(join(dirname(path), left), { recursive: true, force: true });
    }
  } catch {
    // A folder that may be written to and not be listed; what matters is the new file.
  }
}
