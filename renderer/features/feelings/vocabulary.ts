import { feelings } from '#shared/content/feelings.ts';
import { capital } from './capital.ts';

/** From the middle outwards: the eight cores, their kinds, and the most exact words. */
export type Ring = 0 | 1 | 2;

/** One of the words of the wheel, which are the words of the list too. */
export interface WheelWord {
  /** As it is written in a line: lower case. No two are the same. */
  readonly word: string;
  /** As it is shown. */
  readonly label: string;
  readonly definition: string;
  readonly ring: Ring;
  /** The word of its core; a core's own. */
  readonly core: string;
  readonly parent: string | null;
  /** Its share of the circle, counted in words of the outer ring from the top. */
  readonly from: number;
  readonly to: number;
}

const asSentence = (text: string): string => `${capital(text).replace(/\.$/, '')}.`;

/** Every word, each followed by the words further out that belong to it. */
export const wheelWords: readonly WheelWord[] = spread();

/** How many words stand in the outer ring. */
export const outerCount = wheelWords.filter(({ ring }) => ring === 2).length;

const byWord = new Map(wheelWords.map(each => [each.word, each]));

/** The word of the wheel that is written like this, or undefined. */
export const findWord = (word: string): WheelWord | undefined => byWord.get(word);

/** The words of one ring, in their order around it. */
export const wordsOfRing = (ring: Ring): readonly WheelWord[] =>
  wheelWords.filter(each => each.ring === ring);

/** The words of one core: itself, its kinds, and theirs. */
export const wordsOfCore = (core: string): readonly WheelWord[] =>
  wheelWords.filter(each => each.core === core);

/** The words of the next ring that belong to this one. */
export const childrenOf = (parent: WheelWord): readonly WheelWord[] =>
  wheelWords.filter(each => each.parent === parent.word);

/** The words that belong to the same word further in, or the cores, itself among them. */
export const siblingsOf = (word: WheelWord): readonly WheelWord[] =>
  wheelWords.filter(({ parent }) => parent === word.parent);

function spread(): WheelWord[] {
  let at = 0;
  return feelings.feelings.flatMap(({ core: label, gloss, mid }) => {
    const core = label.toLowerCase();
    const from = at;
    const further = mid.flatMap(({ word: kind, gloss: meaning, leaf }) => {
      const start = at;
      const exact = leaf.map(({ word, definition }): WheelWord => ({
        word,
        label: word,
        definition: asSentence(definition),
        ring: 2,
        core,
        parent: kind,
        from: at,
        to: (at += 1),
      }));
      const own: WheelWord = {
        word: kind,
        label: kind,
        definition: asSentence(meaning),
        ring: 1,
        core,
        parent: core,
        from: start,
        to: at,
      };
      return [own, ...exact];
    });
    const own: WheelWord = {
      word: core,
      label,
      definition: asSentence(gloss),
      ring: 0,
      core,
      parent: null,
      from,
      to: at,
    };
    return [own, ...further];
  });
}
