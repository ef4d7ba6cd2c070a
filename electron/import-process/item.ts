import { DOCUMENT_MAX_BYTES, paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import type { Day } from '#shared/domain/day.ts';
import { IMPORT_LIMITS, type ImportItem, type ImportLoss } from '#shared/domain/import.ts';
import { Unreadable } from './problem.ts';

/** What a format reads. */
export interface Source {
  /** Without the folder; it tells the kind, and may tell the title and the day. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the file was last changed: the day of a text that names none. */
  readonly day: Day;
}

interface Read {
  readonly title: string;
  readonly writtenOn: Day;
  readonly blocks: readonly DocumentNode[];
}

const TITLE_MAX = 500;

/** An entry of a read text. @throws Unreadable if it is longer than a letter can be. */
export function entryOf({ writtenOn, ...read }: Read): ImportItem {
  const { title, blocks } = titled(read);
  const root = { type: 'root', version: 1, children: endingInText(blocks) };
  const document = { version: 1, root } as const;
  if (Buffer.byteLength(JSON.stringify(document)) > DOCUMENT_MAX_BYTES) {
    throw new Unreadable('letterTooLong');
  }
  const entry = { title, writtenOn, document, own: null };
  return { kind: 'entry', entry };
}

const endingInText = (blocks: readonly DocumentNode[]): readonly DocumentNode[] =>
  blocks.length === 0 ? [paragraphOf('')] : blocks;

/** A title is one line. One that is longer than the app's stands before the text instead. */
export function titled(read: Pick<Read, 'title' | 'blocks'>): Pick<Read, 'title' | 'blocks'> {
  const title = oneLine(read.title);
  return isTitle(title)
    ? { title, blocks: read.blocks }
    : { title: '', blocks: [paragraphOf(title), ...read.blocks] };
}

/** Whether a text is short enough to be a title. */
export const isTitle = (text: string): boolean => oneLine(text).length <= TITLE_MAX;

const oneLine = (text: string): string => wellFormed(text).replaceAll(/\s+/gu, ' ').trim();

/** Text without half characters and without those that no text has. */
export const wellFormed = (text: string): string =>
  text.toWellFormed().replaceAll(/(?![\t\n\f\r\u0080-\u009F])\p{Cc}/gu, '');

/** A text that is to be read as a letter. @throws Unreadable if it is longer than one may be. */
export function letterText(text: string): string {
  // Counting the bytes reads all of it; this many characters are never fewer bytes.
  const isTooLong =
    text.length > IMPORT_LIMITS.letterBytes ||
    (text.length > IMPORT_LIMITS.letterBytes / 3 &&
      Buffer.byteLength(text) > IMPORT_LIMITS.letterBytes);
  if (isTooLong) throw new Unreadable('letterTooLong');
  return wellFormed(text);
}

/** Counts what will not come along. */
export function createLosses() {
  const counts = new Map<ImportLoss, number>();
  return {
    add(what: ImportLoss, count = 1): void {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
    },
    *items(): Generator<ImportItem, void, void> {
      for (const [what, count] of counts) yield { kind: 'loss', what, count };
    },
  };
}

export type Losses = ReturnType<typeof createLosses>;
