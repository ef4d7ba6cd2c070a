import type { CommitmentStatus, PartName, PartedType } from '#shared/domain/blocks.ts';

/** The words drawn around the blocks of a letter. None of them is ever text of it. */
export const blockWords = {
  blocks: {
    statement: '“I feel” statement',
    commitment: 'Commitment',
    answer: 'Point and answer',
    ladder: 'Three drafts',
  } as const satisfies Record<PartedType, string>,

  parts: {
    when: { label: 'When', blank: 'what happened, as one moment' },
    feel: { label: 'I feel', blank: 'hurt, angry, …' },
    need: { label: 'because I need', blank: 'what is missing underneath' },
    like: { label: 'I would like', blank: 'something they can say yes or no to' },
    who: { label: 'Who', blank: 'I, or we' },
    what: { label: 'What', blank: 'what will be done' },
    by: { label: 'By when', blank: 'a day, such as 5 December' },
    notice: { label: 'How you would notice', blank: 'what can be seen or heard' },
    heard: { label: 'What I heard', blank: 'one thing they told me' },
    reply: { label: 'My answer', blank: 'Not answered yet' },
    first: { label: 'As it comes', blank: 'nobody else reads this one' },
    second: { label: 'With “I feel”', blank: 'the same, from my side of it' },
    third: { label: 'Short enough to say', blank: 'one or two sentences' },
  } as const satisfies Record<PartName, { label: string; blank: string }>,

  another: { commitment: 'Another commitment', answer: 'Another point' },

  status: {
    label: 'How it stands',
    names: {
      open: 'Open',
      kept: 'Kept',
      missed: 'Missed',
      repaired: 'Repaired',
    } as const satisfies Record<CommitmentStatus, string>,
  },

  ladder: {
    mark: 'Drafts · stay out of prints',
    use: 'Use this one',
    useNamed: (draft: string) => `Use this one: ${draft}`,
  },

  date: {
    label: 'Date',
    blank: 'A day, such as 5 December',
    choose: 'Choose a day',
    chosen: 'The day',
    done: 'Done',
    none: 'The calendar has no such day. Your words stay as they are.',
    wording: 'Not a day that Amends can read, such as 5 December. Your words stay as they are.',
  },

  by: {
    none: 'The calendar has no such day: in Commitments it stands without a date.',
    wording: 'No certain day: in Commitments it stands without a date.',
  },

  scale: {
    label: 'Scale',
    values: (min: number, max: number) => `Scale from ${min} to ${max}`,
    end: (value: number, label: string) => `${value}, ${label}`,
    blank: 'A few words beside it, if you like',
  },

  feelings: {
    label: 'Feelings',
    blank: 'Feelings, with commas between them',
    choose: 'Choose feelings',
  },
} as const;
