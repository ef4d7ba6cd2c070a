import { endOf, withoutEnd } from './text-end.ts';

/** How strong a feeling is, in the words that are written before it. */
export const STRENGTHS = ['a little', 'quite', 'very'] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface Feeling {
  /** The writer's own word, or one of the wheel's; lower case. */
  readonly word: string;
  readonly strength: Strength | null;
}

/** A feeling as it is written in a line: "very hurt". */
export const feelingText = ({ word, strength }: Feeling): string =>
  strength === null ? word : `${strength} ${word}`;

/** Reads a line of feelings: words apart by commas, semicolons, line breaks or "and". */
export function readFeelings(text: string): Feeling[] {
  return text
    .split(/[,;\n]|\band\b/u)
    .map(piece => withoutEnd(piece.trimEnd(), STOP).trim().toLowerCase())
    .filter(piece => piece !== '')
    .map(feelingFrom);
}

function feelingFrom(piece: string): Feeling {
  const strength = STRENGTHS.find(each => piece.startsWith(`${each} `)) ?? null;
  return { word: strength === null ? piece : piece.slice(strength.length).trim(), strength };
}

/** What stands between two feelings, caught so that the line can be put together again. */
const BETWEEN = /((?<!\s)\s*(?:(?:[,;\n]|\band\b)\s*)+)/u;

const STOP = /[.!?…]/u;

/** What a line ends with, white space included; '' without a mark. */
function stopOf(text: string): string {
  const said = text.trimEnd();
  const at = endOf(said, STOP);
  return at === said.length ? '' : text.slice(at);
}

/**
 * The line with one feeling more; a word that is there already only takes the new strength. What
 * else is written in the line stays as the person wrote it.
 */
export function withFeeling(text: string, feeling: Feeling): string {
  const pieces = text.split(BETWEEN);
  const at = placeOf(pieces, feeling.word);
  if (at !== -1) return pieces.with(at, withStrength(pieces[at] ?? '', feeling)).join('');
  const stop = stopOf(text).trim();
  const said = withoutEnd(text.trimEnd(), STOP).trimEnd();
  if (said === '') return feelingText(feeling);
  const between = /(?:[,;]|\band)$/u.test(said) ? ' ' : ', ';
  return `${said}${between}${feelingText(feeling)}${stop}`;
}

function withStrength(piece: string, feeling: Feeling): string {
  if (readFeelings(piece)[0]?.strength === feeling.strength) return piece;
  return `${feelingText(feeling)}${stopOf(piece)}`;
}

/** The line without a feeling, and without what stood between it and the next. */
export function withoutFeeling(text: string, word: string): string {
  const pieces = text.split(BETWEEN);
  const at = placeOf(pieces, word);
  if (at === -1) return text;
  const rest = pieces
    .toSpliced(Math.max(at - 1, 0), 2)
    .join('')
    .trim();
  const stop = at === pieces.length - 1 ? stopOf(text).trim() : '';
  return withoutFeeling(rest === '' ? '' : `${rest}${stop}`, word);
}

const placeOf = (pieces: readonly string[], word: string): number =>
  pieces.findIndex((piece, index) => index % 2 === 0 && readFeelings(piece)[0]?.word === word);
