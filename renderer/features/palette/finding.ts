import { fold, foldText } from '../../editor/search/fold.ts';

/** Something that can be found by its words, made ready once so that a key press costs little. */
export interface Findable<T> {
  readonly what: T;
  readonly title: string;
  /** The title with a space before each word, and no other signs. */
  readonly beginnings: string;
  readonly all: string;
}

/** `what` is found by its title before all, and by whatever else is said of it. */
export function findable<T>(what: T, title: string, others: readonly string[]): Findable<T> {
  const plain = foldText(title);
  return {
    what,
    title: plain,
    beginnings: ` ${plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}`,
    all: [plain, ...others.map(foldText)].join('\n'),
  };
}

/** The words that were typed, without accents and case. */
export const wordsOf = (text: string): readonly string[] =>
  foldText(text)
    .split(/\s+/)
    .filter(word => word !== '');

export interface Finding<T> {
  /** At most as many as were asked for, best first. */
  readonly shown: readonly T[];
  /** How many there are in all. */
  readonly count: number;
}

/**
 * Those in which every word occurs: first where each begins a word of the title, then where each is
 * in the title, then the others. Among equals the order stays as it was.
 */
export function find<T>(
  all: readonly Findable<T>[],
  words: readonly string[],
  most: number,
): Finding<T> {
  const ranks: readonly T[][] = [[], [], []];
  let count = 0;
  for (const each of all) {
    if (!words.every(word => each.all.includes(word))) continue;
    count += 1;
    const rank = ranks[rankOf(each, words)];
    if (rank !== undefined && rank.length < most) rank.push(each.what);
  }
  return { shown: ranks.flat().slice(0, most), count };
}

function rankOf({ beginnings, title }: Findable<unknown>, words: readonly string[]): number {
  if (words.every(word => beginnings.includes(` ${word}`))) return 0;
  return words.every(word => title.includes(word)) ? 1 : 2;
}

/** A piece of a text, and whether it was looked for. */
export interface Part {
  readonly text: string;
  readonly isHit: boolean;
}

/** A text cut where the words occur in it. */
export function partsOf(original: string, words: readonly string[]): readonly Part[] {
  if (words.length === 0) return [{ text: original, isHit: false }];
  const parts: Part[] = [];
  let end = 0;
  for (const hit of hitsIn(original, words)) {
    if (hit.start > end) parts.push({ text: original.slice(end, hit.start), isHit: false });
    parts.push({ text: original.slice(hit.start, hit.end), isHit: true });
    end = hit.end;
  }
  if (end < original.length) parts.push({ text: original.slice(end), isHit: false });
  return parts;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the words occur, from the beginning on; what overlaps or touches is one. */
function hitsIn(original: string, words: readonly string[]): readonly Stretch[] {
  const { text, at } = fold(original);
  const hits = words
    .flatMap(word => [...occurrences(text, word)].map(from => ({ from, to: from + word.length })))
    .map(({ from, to }) => ({ start: at[from] ?? 0, end: at[to] ?? original.length }))
    .toSorted((a, b) => a.start - b.start);
  const joined: Stretch[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    if (last === undefined || hit.start > last.end) joined.push(hit);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
  }
  return joined;
}

function* occurrences(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) yield at;
}
