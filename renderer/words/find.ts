interface Replaced {
  readonly count: number;
  /** Found, but left as they are. */
  readonly kept: number;
}

/** What is said while something is found or replaced in a letter. */
export const findWords = {
  bar: 'Find in this letter',
  field: 'Find in this letter',
  matchCase: 'Match case',
  wholeWords: 'Whole words',
  withReplace: 'Find and replace',
  close: 'Close',
  replaceField: 'Replace with',
  replaceOne: 'Replace',
  replaceAll: 'Replace all',
  place: (current: number, of: number) => `${current} of ${of}`,
  none: 'Not found',
  fromTop: 'From the top again',
  fromEnd: 'From the end again',
  kept: 'Not in dates, feelings or scales',
  replaced: ({ count, kept }: Replaced) =>
    kept === 0 ? `${count} replaced` : `${count} replaced, ${kept} left as ${they(kept)}`,
} as const;

const they = (count: number): string => (count === 1 ? 'it is' : 'they are');
