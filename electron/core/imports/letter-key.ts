import { createHash } from 'node:crypto';
import type { Entry } from '#shared/domain/entry.ts';

/**
 * The same for two letters that are the same: title, day, every word with its marks, every picture
 * and every choice. How the editor and a reader of files write down the same differs, and does not
 * count.
 */
export const letterKey = ({
  title,
  writtenOn,
  document,
}: Pick<Entry, 'title' | 'writtenOn' | 'document'>): string =>
  createHash('sha256')
    .update(JSON.stringify([title, writtenOn, told(document.root)]))
    .digest('base64');

/** A value in the one order of its fields, without those that say nothing. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const derived = DERIVED[String(fields['type'])] ?? [];
  return Object.keys(fields)
    .toSorted()
    .filter(name => !derived.includes(name) && !isSilent(name, fields[name]))
    .map(name => [name, told(fields[name])]);
}

/** What the editor works out anew whenever it writes a node. */
const DERIVED: Readonly<Record<string, readonly string[]>> = Object.assign(Object.create(null), {
  paragraph: ['textFormat', 'textStyle'],
  listitem: ['value'],
  link: ['rel', 'target'],
});

/** What a field says when nothing was said. */
const DEFAULTS = new Map<string, unknown>([
  ['version', 1],
  ['format', 0],
  ['indent', 0],
  ['detail', 0],
  ['mode', 'normal'],
]);

const isSilent = (name: string, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  DEFAULTS.get(name) === value;
