import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { dayOf } from '#shared/domain/day.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

interface NewFile {
  /** With its extension. What we suggest says nothing about who wrote what; the person may. */
  readonly name: string;
  readonly kind: string;
}

/** A name that says what it is and the day of today. */
export const nameOfToday = (what: string, extension: string): string =>
  `${what}-${dayOf(new Date()).replaceAll('-', '')}.${extension}`;

/** Asks where a new file shall go. */
export async function chooseNewFile(
  window: BrowserWindow,
  { name, kind }: NewFile,
): Promise<Result<string, AppError>> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(suggestedFolder(), name),
    filters: [{ name: kind, extensions: [extname(name).slice(1)] }],
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

/** The parts of a backup that lies in a folder of its own. */
const PARTS: ReadonlySet<string> = new Set(['data.db', 'vault.keys', 'manifest']);

/** Asks for a backup: a file of the second place, or any part of one in a folder of its own. */
export async function chooseBackup(
  window: BrowserWindow,
): Promise<Result<{ readonly path: string }, AppError>> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [file] = chosen.canceled ? [] : chosen.filePaths;
  if (file === undefined) return err({ code: 'export.cancelled' });
  return ok({ path: PARTS.has(basename(file)) ? dirname(file) : file });
}

/** A folder that is there: not every computer has one for documents. */
const suggestedFolder = (): string =>
  [app.getPath('documents'), app.getPath('downloads')].find(folder => existsSync(folder)) ??
  app.getPath('home');
