import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { dayOf } from '#shared/domain/day.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

interface NewFile {
  /** The suggested name says nothing about who wrote what; the person may. */
  readonly name: string;
  readonly extension: string;
  readonly kind: string;
}

/** Asks where a new file shall go. */
export async function chooseNewFile(
  window: BrowserWindow,
  { name, extension, kind }: NewFile,
): Promise<Result<string, AppError>> {
  const dated = `${name}-${dayOf(new Date()).replaceAll('-', '')}.${extension}`;
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(suggestedFolder(), dated),
    filters: [{ name: kind, extensions: [extension] }],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
  });
  const isChosen = !chosen.canceled && chosen.filePath !== '';
  return isChosen ? ok(chosen.filePath) : err({ code: 'export.cancelled' });
}

/** Asks for a folder. */
export async function chooseFolder(
  window: BrowserWindow,
): Promise<Result<{ readonly folder: string }, AppError>> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [folder] = chosen.canceled ? [] : chosen.filePaths;
  return folder === undefined ? err({ code: 'export.cancelled' }) : ok({ folder });
}

/** A folder that is there: not every computer has one for documents. */
const suggestedFolder = (): string =>
  [app.getPath('documents'), app.getPath('downloads')].find(folder => existsSync(folder)) ??
  app.getPath('home');
