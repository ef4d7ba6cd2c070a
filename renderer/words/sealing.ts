import { dayOf, formatDay, formatNearDay, type Day } from '#shared/domain/day.ts';

const near = (day: Day, locale: string): string => formatNearDay(day, dayOf(new Date()), locale);

/** "until 3 December": in the place of what a sealed letter says. */
export const untilDay = (day: Day, locale: string): string => `until ${near(day, locale)}`;

/** Words for putting a letter away before deciding what becomes of it, and for opening it again. */
export const sealingWords = {
  /** Stands wherever a title would. */
  name: 'A sealed letter',

  action: 'Seal to cool off…',
  title: 'Seal this letter',
  lead: 'Put it away before you decide what becomes of it. Until its day, neither its title nor a word of it is shown. Nothing is lost, and you can open it early if you need to.',
  until: 'Until when',
  choices: {
    tomorrow: 'Tomorrow',
    threeDays: 'In three days',
    week: 'In a week',
    own: 'Another day',
    ownNote: 'Within a year',
  },
  day: 'Open again on',
  wrongDay: (first: Day, last: Day, locale: string) =>
    `Choose a day from ${formatDay(first, locale)} to ${formatDay(last, locale)}.`,
  seal: 'Seal it',
  notSaved:
    'It was not sealed, because the newest text is not saved yet. The text is still here, in this window.',
  sealed: (until: string) => `Sealed ${until}`,

  /** Where a sealed letter was opened. */
  page: {
    lead: (until: string) => `You sealed this ${until}.`,
    detail: 'It can wait; nothing is lost. On its day it opens by itself.',
    leave: 'Leave it sealed',
    open: 'Open it now',
  },

  /** At the top of a letter whose day has come. */
  note: (day: Day, locale: string) =>
    `You sealed this on ${near(day, locale)}. Read it once before you change anything.`,
  putAway: 'Put away',
} as const;
