/** Text as search sees it, with the place in the original of each of its characters. */
export interface Folded {
  readonly text: string;
  /** `at[i]` is the offset in the original of the folded character `i`; one more for the end. */
  readonly at: readonly number[];
}

/** Text without accents and case. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const sign of original) {
    const plain = sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let index = 0; index < plain.length; index++) at.push(offset);
    text += plain;
    offset += sign.length;
  }
  at.push(offset);
  return { text, at };
}

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
