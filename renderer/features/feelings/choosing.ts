import {
  readFeelings,
  withFeeling,
  withoutFeeling,
  type Feeling,
  type Strength,
} from '#shared/domain/feeling.ts';

/** What is chosen, and what choosing does: the same behind the wheel, the list and the body. */
export interface Choosing {
  readonly chosen: readonly Feeling[];
  readonly isChosen: (word: string) => boolean;
  /** Chooses a word, or lets it go again. */
  readonly choose: (word: string) => void;
  readonly strengthen: (word: string, strength: Strength | null) => void;
}

/** Choosing in a line of text: the line itself is what is chosen. */
export function choosingIn(line: string, write: (line: string) => void): Choosing {
  const chosen = readFeelings(line);
  const isChosen = (word: string) => chosen.some(feeling => feeling.word === word);
  return {
    chosen,
    isChosen,
    choose: word =>
      write(
        isChosen(word) ? withoutFeeling(line, word) : withFeeling(line, { word, strength: null }),
      ),
    strengthen: (word, strength) => write(withFeeling(line, { word, strength })),
  };
}

/** Choosing where there is no line: each word goes straight into the text, and none stays chosen. */
export const choosingInText = (write: (text: string) => void): Choosing => ({
  chosen: [],
  isChosen: () => false,
  choose: write,
  strengthen: write,
});

/** A person's own sentence is not shown as a feeling that was chosen. */
const WORDS_OF_A_FEELING = 3;

export const isShort = ({ word }: Feeling): boolean => word.split(' ').length <= WORDS_OF_A_FEELING;
