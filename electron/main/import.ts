import { dialog, type BrowserWindow } from 'electron';
import type { ImportId } from '#shared/domain/import.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { chooseFolder } from './choose-path.ts';
import { chosenFile, filesIn, KIND_NAMES, type ChosenFile } from './files-in.ts';
import { readFiles } from './import-process.ts';
import type { Keeper } from './keeper.ts';

interface Means {
  readonly window: BrowserWindow;
  readonly keeper: Keeper;
}

export interface Importing {
  /**
   * Asks what to import, and begins to read it. The words go from the process that reads them
   * straight to the vault process: this one knows only the names of files.
   */
  readonly choose: (kind: 'files' | 'folder') => Promise<Result<{ id: ImportId }, AppError>>;
  /** Ends whoever reads for an import, and lets go of what was read. */
  readonly cancel: (id: ImportId) => Promise<Result<void, AppError>>;
}

/** Imports, one at a time. They end with the vault that they are for. */
export function createImporting({ window, keeper }: Means): Importing {
  let last: { readonly id: ImportId; readonly stop: AbortController } | null = null;

  return {
    async choose(kind) {
      const vault = keeper.vault();
      const chosen = kind === 'files' ? await chooseFiles(window) : await chooseFolderFiles(window);
      if (!chosen.ok) return chosen;
      // Locked while the dialog waited.
      if (vault !== keeper.vault()) return err({ code: 'vault.locked' });
      const names = chosen.value.map(({ name }) => name);
      const begun = await vault.ask('imports.begin', { names });
      if (!begun.ok) return begun;
      // The vault has let go of the one before.
      last?.stop.abort();
      const { id } = begun.value;
      last = { id, stop: new AbortController() };
      const over = AbortSignal.any([vault.ending, last.stop.signal]);
      void readFiles({ vault, id, over }, chosen.value);
      return begun;
    },
    async cancel(id) {
      if (last?.id === id) last.stop.abort();
      return keeper.vault().ask('imports.cancel', id);
    },
  };
}

async function chooseFiles(
  window: BrowserWindow,
): Promise<Result<readonly ChosenFile[], AppError>> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    filters: [{ name: 'Writing', extensions: KIND_NAMES }],
  });
  if (chosen.canceled || chosen.filePaths.length === 0) return err({ code: 'import.cancelled' });
  return ok(chosen.filePaths.map(chosenFile));
}

async function chooseFolderFiles(
  window: BrowserWindow,
): Promise<Result<readonly ChosenFile[], AppError>> {
  const chosen = await chooseFolder(window);
  if (!chosen.ok) return err({ code: 'import.cancelled' });
  const files = filesIn(chosen.value.folder);
  return files.length === 0 ? err({ code: 'import.nothing' }) : ok(files);
}
