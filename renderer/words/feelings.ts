import type { PartOf } from '#shared/domain/blocks.ts';
import type { Strength } from '#shared/domain/feeling.ts';
import type { Side } from '#shared/domain/template.ts';

/** Words in a row: "trust, honesty or loyalty". */
const oneOf = (each: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(each);

/** What helps with one part of a statement. */
interface PartHelp {
  /** In the row of the four parts. */
  readonly short: string;
  readonly title: string;
  readonly lead: string;
}

const parts = {
  when: {
    short: 'When',
    title: 'When …',
    lead: 'One moment, told as a camera would have seen it: where you were, what was said or done.',
  },
  feel: {
    short: 'I feel',
    title: 'I feel …',
    lead: 'What it was like inside, in a few words.',
  },
  need: {
    short: 'I need',
    title: 'because I need …',
    lead: 'Something most people need, not yet something for the other person to do.',
  },
  like: {
    short: 'I’d like',
    title: 'I would like …',
    lead: 'One request that is small, clear and doable, and that they may say no to.',
  },
} as const satisfies Record<PartOf<'statement'>, PartHelp>;

const strengths = {
  'a little': 'a little',
  quite: 'quite',
  very: 'very',
} as const satisfies Record<Strength, string>;

/** The words of the "I feel" builder. The feelings themselves: `shared/content/feelings.json`. */
export const words = {
  parts,
  steps: 'Parts of the statement',

  when: {
    openings: 'Ways to begin',
    begin: {
      'was-hurt': ['you said ', 'I found ', 'I saw ', 'you did not '],
      'caused-harm': ['I told you ', 'you asked me ', 'I saw how you ', 'I did not '],
    } as const satisfies Record<Side, readonly string[]>,
    example: {
      'was-hurt': 'For example: “you came home on Thursday and did not say where you had been”.',
      'caused-harm': 'For example: “you asked me on Thursday where I had been, and I made it up”.',
    } as const satisfies Record<Side, string>,
    general: (word: string) =>
      `“${word}” may be how it feels. One time that stands for the others is often easier to hear.`,
  },

  like: {
    openings: 'Ways to begin',
    begin: ['you to tell me ', 'us to sit down for ten minutes and ', 'some time to '],
    points: [
      'Say what you would like, rather than what should stop.',
      'Name something that can be done this week.',
      'If only yes will do, it may be a boundary. Then say it as one: what you will do.',
    ],
  },

  needs: {
    list: 'Needs',
    earlier: (word: string) => `Beneath “${word}” there may be`,
  },

  text: {
    title: 'Say it as “I feel”',
    statement: 'Start a statement',
    statementNote: 'When …, I feel …, because I need …, I would like …',
    feelings: 'Add a line of feelings',
    feelingsNote: 'Only the words, and how strong they are.',
    ladder: 'Try three drafts',
    ladderNote: 'First as it comes, then with “I feel”, then short enough to say.',
    insert: 'Or put one word where the caret is',
  },

  ways: {
    label: 'Ways to look for a word',
    wheel: 'Wheel',
    list: 'List',
    body: 'By body',
  },

  wheel: {
    label: 'Wheel of feelings',
    open: 'Open the wheel',
    back: 'All feelings',
    keys: 'Up and Down go round, Right goes outwards, Left goes back. Enter chooses.',
    pointAt: 'Open a part to see its words.',
    wordsOf: (core: string) => `Words for ${core}`,
  },

  dialog: {
    title: 'What did you feel?',
    lead: 'Choose up to three. The list holds the same words.',
    insert: 'Put into the letter',
  },

  list: { label: 'List of feelings' },

  body: {
    label: 'Feelings by what the body does',
    places: 'Where in the body',
    lead: 'Some people notice these together. It may be different for you, and the body alone does not settle what you feel.',
  },

  search: {
    label: 'Search feelings',
    placeholder: 'A word, a meaning, or the body',
    clear: 'Clear search',
    results: 'Words found',
    found: (n: number) => `${n} found`,
    none: 'None of our words. Your own word counts as much.',
    own: (word: string) => `Use “${word}”`,
    kept: (word: string) => `“${word}” can name real harm. It stands as you say it.`,
    help: 'Help and safety',
  },

  judgement: {
    title: (word: string) => `Beneath “${word}”`,
    says: (word: string) => `“${word}” says what somebody did. Beneath it there may be:`,
    feelings: (word: string) => `Feelings that may lie beneath “${word}”`,
    needs: (needs: readonly string[]) => `And perhaps a need for ${oneOf(needs)}.`,
    keep: 'Keep your word if it is the truest.',
    dismiss: 'Leave it',
  },

  chosen: {
    label: 'Chosen feelings',
    many: 'More than three is fine. A few are easier to hear.',
    strength: (word: string) => `How strong: ${word}`,
    strengths,
    remove: (word: string) => `Remove ${word}`,
  },
} as const;
