import { fold, type Hit } from './fold.ts';

/** What is looked for in a letter. */
export interface Wanted {
  readonly text: string;
  /** Without it "Cafe" is "café" as well. */
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** Where a text holds what is wanted, in its order. No two overlap, and none cuts a sign in half. */
export function findIn(original: string, { text: sought, matchCase, wholeWords }: Wanted): Hit[] {
  const likeness = matchCase ? 'case and accents' : 'letters';
  const key = fold(sought, likeness).text;
  if (key === '') return [];
  const { text, at } = fold(original, likeness);
  const hits: Hit[] = [];
  for (let from = text.indexOf(key); from !== -1;) {
    const hit = isBetweenSigns(at, from, from + key.length)
      ? { start: at[from] ?? 0, end: at[from + key.length] ?? original.length }
      : null;
    const isHit = hit !== null && (!wholeWords || isWhole(original, hit));
    if (isHit) hits.push(hit);
    from = text.indexOf(key, from + (isHit ? key.length : 1));
  }
  return hits;
}

const isBetweenSigns = (at: readonly number[], start: number, end: number): boolean =>
  (start === 0 || at[start] !== at[start - 1]) && at[end] !== at[end - 1];

const isWhole = (text: string, { start, end }: Hit): boolean =>
  isEdge(text, start) && isEdge(text, end);

const IN_WORD = /[\p{L}\p{N}\p{M}_]$/u;
/** A word goes on behind an apostrophe, as in "can’t"; yet "Anna’s" holds the word "Anna". */
const GOES_ON = /^(?:[\p{L}\p{N}\p{M}_]|['’](?!s(?![\p{L}\p{N}]))\p{L})/u;
/** Scripts that leave no space between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Whether a word begins or ends at a place. */
function isEdge(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - 2), place);
  const behind = text.slice(place, place + 4);
  if (!IN_WORD.test(before) || !GOES_ON.test(behind)) return true;
  return UNSPACED.test(before + behind) && words.segment(text).containing(place)?.index === place;
}
