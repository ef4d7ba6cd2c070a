import type { Rating } from '#shared/domain/check-in.ts';

/** Where a scale begins and ends, in words: "0 Not steady at all, 10 Very steady". */
export const endsOf = ({
  min,
  max,
  minLabel,
  maxLabel,
}: Omit<Rating, 'heading' | 'value'>): string =>
  [`${min} ${minLabel}`.trim(), `${max} ${maxLabel}`.trim()].join(' to ');

/** The words of the check-ins and their long view. */
export const checkInWords = {
  title: 'Check-ins',
  lead: 'A few minutes to say how it is today. Any day may be left out.',
  checkIn: 'Check in',
  whose: 'Whose check-ins',
  all: 'All',
  list: 'Check-ins',
  hint: 'Arrow keys move, Enter opens.',
  empty: 'No check-ins yet.',
  emptyHere: (name: string) => `No check-ins with ${name} yet.`,
  noneSealed: 'Sealed letters are not looked through: a check-in stands here from its day on.',
  emptyLead:
    'A check-in asks how you feel, what you want to do, and what worries you. It takes a minute or two, and nothing follows from a day without one.',
  nothing: 'Nothing written yet',
  rating: ({ heading, value, max }: Rating) =>
    `${heading === '' ? 'A scale' : heading}: ${value} of ${max}`,
  aScale: 'A scale',

  longView: {
    show: 'Show the long view',
    hint: 'What you wrote over weeks and months, drawn as it is.',
    heading: 'The long view',
    span: 'How far back',
    spans: { weeks: 'Eight weeks', months: 'Six months', all: 'All' },
    nothing: 'No scale was used in this time.',
    plot: (name: string, ends: string, first: string, last: string) =>
      `${name}, from ${ends}. ${first} to ${last}. The same values stand in the table below it.`,
    table: (name: string) => `${name} as a table`,
    day: 'Day',
    value: (ends: string) => `From ${ends}`,
    gaps: 'A line joins only days that follow each other. Days without a check-in stay empty.',
    feelings: 'Words for feelings',
    feelingsLead: 'The words you wrote most, month by month.',
  },
} as const;
