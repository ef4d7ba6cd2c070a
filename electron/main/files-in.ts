import { readdirSync, type Dirent } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { FOLDER_DEPTH, IMPORT_LIMITS, shownName } from '#shared/domain/import.ts';

/** A chosen file, and the name that is shown of it. */
export interface ChosenFile {
  readonly path: string;
  readonly name: string;
  /** It may hold writing, and will be read. Any other is only named as one that can not be. */
  readonly canBeRead: boolean;
}

/** What may hold writing. */
const KINDS: ReadonlySet<string> = new Set(
  '.txt .text .md .markdown .html .htm .docx .json .zip .age'.split(' '),
);

/** Kinds as a dialog names them. */
export const KIND_NAMES = [...KINDS].map(kind => kind.slice(1));

/** A file by itself. */
export const chosenFile = (path: string): ChosenFile => ({
  path,
  name: shownName(path.replace(/^.*[/\\]/, '')),
  canBeRead: true,
});

/** Pictures lie beside much writing. What shows them says that they do not come along. */
const PICTURES = /\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg)$/i;

/**
 * The files of a folder and of those in it, but for pictures: first those that may hold writing, then
 * those that no one here can read, so that nobody takes them for brought in. Links lead elsewhere
 * and are not followed; hidden folders belong to programs.
 */
export function filesIn(folder: string): readonly ChosenFile[] {
  const readable: string[] = [];
  const others: string[] = [];
  const visit = (at: string, depth: number): void => {
    for (const entry of entriesOf(at)) {
      if (readable.length >= IMPORT_LIMITS.files || entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < FOLDER_DEPTH) visit(path, depth + 1);
      else if (entry.isFile() && KINDS.has(extname(entry.name).toLowerCase())) readable.push(path);
      else if (entry.isFile() && !PICTURES.test(entry.name)) others.push(path);
    }
  };
  visit(folder, 1);
  const chosen = (canBeRead: boolean) => (path: string) => ({
    path,
    name: shownName(relative(folder, path)),
    canBeRead,
  });
  return [...readable.map(chosen(true)), ...others.map(chosen(false))].slice(
    0,
    IMPORT_LIMITS.files,
  );
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    // A folder that may not be read has nothing for us.
    return [];
  }
}
