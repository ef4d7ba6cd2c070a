/** Text as search sees it, with the place in the original of each of its characters. */
export interface Folded {
  readonly text: string;
  /** `at[i]` is the offset in the original of the folded character `i`; one more for the end. */
  readonly at: readonly number[];
}

/** What two texts have to have in common to be the same. */
export type Likeness = 'letters' | 'case and accents';

/**
 * What is written upon the sign before it: accents, the points of Hebrew and Arabic, and signs that
 * are not seen. The vowel signs of other scripts are letters like any other.
 */
const UPON =
  '[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f\\u00ad\\u200b\\u2060\\ufeff]';
const upon = new RegExp(UPON, 'gu');
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/gu;
/** One sign as it is seen: a drawn face of several code points, or a letter with what is upon it. */
const SIGN = new RegExp(`\\p{RGI_Emoji}|[\\s\\S]${UPON}*`, 'gv');

/** Text in which each sign is one code unit, and stays one without accents and case. */
const EVEN = /^[\0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*$/;

/** Text without accents and case, or with them. How quotes, dashes and spaces are drawn never matters. */
export function fold(original: string, likeness: Likeness = 'letters'): Folded {
  const reduce = likeness === 'letters' ? withoutAccents : composed;
  if (EVEN.test(original)) {
    const at = Array.from({ length: original.length + 1 }, (_, index) => index);
    return { text: asTyped(reduce(original)), at };
  }
  let text = '';
  const at: number[] = [];
  for (const { 0: sign, index } of original.matchAll(SIGN)) {
    const reduced = asTyped(reduce(sign));
    for (let unit = 0; unit < reduced.length; unit++) at.push(index);
    text += reduced;
  }
  at.push(original.length);
  return { text, at };
}

/**
 * The text of `fold`, without the places in the original: for what is looked through by the thousand.
 * Signs of several parts that `fold` takes one by one may be written as one here.
 */
export const foldText = (original: string): string => asTyped(withoutAccents(original));

const composed = (text: string): string => text.normalize('NFC').replaceAll(UNSEEN, '');

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(upon, '').toLowerCase().normalize('NFC').replaceAll('ς', 'σ');

/** A keyboard has one mark where print has several. */
const asTyped = (text: string): string =>
  text
    .replaceAll(/[‘’‛ʼ]/g, "'")
    .replaceAll(/[“”„‟]/g, '"')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[\u2010\u2011]/g, '-');

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Where words of a text begin with one of the searched ones, in the order of the text. */
export function hitsIn(original: string, words: readonly string[]): Hit[] {
  const wanted = words.map(word => fold(word).text).filter(word => word !== '');
  if (wanted.length === 0) return [];
  const { text, at } = fold(original);
  const alternatives = wanted
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'gu');
  return [...text.matchAll(pattern)].map(match => {
    // An accent written as a sign of its own belongs to the letter before it.
    const end = match.index + match[0].length;
    return { start: at[match.index] ?? 0, end: at[end] ?? original.length };
  });
}
