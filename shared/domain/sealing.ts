import type { z } from 'zod';
import { dayAfter, type Day } from './day.ts';
import { Entry } from './entry.ts';

/** A letter is put away for a year at most: what is put away for longer is soon forgotten. */
const MOST_DAYS = 365;

/**
 * The one rule of sealed letters: until the local day begins to which it was sealed, a letter shows
 * neither its title nor its text. `until` is null for one that is not sealed.
 */
export const isSealed = (until: Day | null, today: Day): until is Day =>
  until !== null && today < until;

/** The first and the last day to which a letter can be sealed today. */
export const daysToSealTo = (today: Day): { readonly first: Day; readonly last: Day } => ({
  first: dayAfter(today, 1),
  last: dayAfter(today, MOST_DAYS),
});

/** Whether a letter can be sealed to a day, today. */
export function canSealTo(until: Day, today: Day): boolean {
  const { first, last } = daysToSealTo(today);
  return first <= until && until <= last;
}

/** An entry as it is opened to be read and written. */
export const OpenedEntry = Entry.extend({
  /** The day on which it was sealed, once that seal is over and nobody has put its note away. */
  sealedOn: Entry.shape.writtenOn.optional(),
});
export type OpenedEntry = z.infer<typeof OpenedEntry>;
