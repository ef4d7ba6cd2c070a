import { diskError } from '../disk/disk-errors.ts';
import { readState, writeState, type Remembered } from './state-file.ts';

/** What is remembered of a vault between two sessions, written with every change if it can be. */
export interface Memory {
  readonly now: () => Remembered;
  readonly change: (patch: Partial<Remembered>) => void;
}

export function createMemory(
  folder: string,
  seal: { readonly key: Buffer; readonly vaultId: string },
): Memory {
  let remembered = readState(folder, seal);
  return {
    now: () => remembered,
    change(patch) {
      remembered = { ...remembered, ...patch };
      try {
        writeState(folder, remembered, seal);
      } catch (error) {
        // A full disk must not keep anyone from their letters; it is written with the next change.
        if (diskError(error, folder) === undefined) throw error;
      }
    },
  };
}
