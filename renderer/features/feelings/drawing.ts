import { wheelWords, wordsOfCore, wordsOfRing, type WheelWord } from './vocabulary.ts';
import { OVERVIEW, turnTo, WHOLE, type Rings } from './wheel-shape.ts';

/** All words at once, or, where there is less room, the cores and then the words of one. */
export type WheelSize = 'whole' | 'parts';

/** Where somebody is on the wheel. */
export interface WheelPlace {
  readonly word: WheelWord;
  /** In the small wheel: whether the words of its core are shown. */
  readonly isOpen: boolean;
}

/** What is drawn of the wheel. */
export interface Drawing {
  readonly kind: 'whole' | 'cores' | 'part';
  readonly viewBox: string;
  readonly rings: Rings;
  readonly turn: number;
  /** The words that can be read and chosen. */
  readonly words: readonly WheelWord[];
  /** Segments of which only the colour is shown. */
  readonly shades: readonly WheelWord[];
}

const AROUND = '-316 -316 632 632';
/** The quarter of the wheel that faces right, a little more than one core. */
const FACING = '22 -142 292 284';

export function drawingOf(size: WheelSize, { word, isOpen }: WheelPlace): Drawing {
  const cores = wordsOfRing(0);
  if (size === 'whole') {
    const of = { viewBox: AROUND, rings: WHOLE, turn: 0, words: wheelWords, shades: [] };
    return { kind: 'whole', ...of };
  }
  if (!isOpen) {
    const shades = wheelWords.filter(({ ring }) => ring > 0);
    return { kind: 'cores', viewBox: AROUND, rings: OVERVIEW, turn: 0, words: cores, shades };
  }
  const at = cores.findIndex(core => core.word === word.core);
  const neighbours = [cores.at(at - 1), cores[(at + 1) % cores.length]].filter(
    core => core !== undefined,
  );
  const open = wordsOfCore(word.core);
  const turn = open[0] === undefined ? 0 : turnTo(open[0]);
  const [before, after] = neighbours;
  return {
    kind: 'part',
    viewBox: FACING,
    rings: WHOLE,
    turn,
    words: [before, ...open, after].filter(each => each !== undefined),
    shades: neighbours.flatMap(core => wordsOfCore(core.word).filter(({ ring }) => ring > 0)),
  };
}

/** Whether the words further out of this one are shown, for those that have any. */
export function isExpanded(
  word: WheelWord,
  { kind }: Drawing,
  place: WheelPlace,
): boolean | undefined {
  if (word.ring === 2) return undefined;
  return kind === 'whole' || (kind === 'part' && word.core === place.word.core);
}
