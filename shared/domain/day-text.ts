import { Day } from './day.ts';

/** What a line that should name a day says. */
export type DayReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: Day }
  /** Two days are possible, such as 5/6/2026. */
  | { readonly kind: 'ambiguous' }
  /** Words without a day in them, such as "soon", or a day that the calendar does not have. */
  | { readonly kind: 'none' };

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const WORDS = /^(?:[a-z]+,? +)?(\d{1,2})(?:st|nd|rd|th)?\.? +([a-z]{3,9})\.?,? +(\d{4})$/;
const WORDS_MONTH_FIRST = /^(?:[a-z]+,? +)?([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DOTS = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const SLASHES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/**
 * Reads a day as people write it in English: "17 May 2026", "May 17, 2026", "2026-05-17",
 * "17.5.2026", and "17/5/2026" where it can mean only one day.
 */
export function readDay(text: string): DayReading {
  const line = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (line === '') return { kind: 'empty' };
  const words = WORDS.exec(line);
  if (words !== null) return dayFrom(words[3], monthNamed(words[2]), words[1]);
  const monthFirst = WORDS_MONTH_FIRST.exec(line);
  if (monthFirst !== null) return dayFrom(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2]);
  const iso = ISO.exec(line);
  if (iso !== null) return dayFrom(iso[1], Number(iso[2]), iso[3]);
  const dots = DOTS.exec(line);
  if (dots !== null) return dayFrom(dots[3], Number(dots[2]), dots[1]);
  const slashes = SLASHES.exec(line);
  return slashes === null ? { kind: 'none' } : eitherOrder(slashes[1], slashes[2], slashes[3]);
}

/** The day that a line names, or null. */
export function dayIn(text: string): Day | null {
  const reading = readDay(text);
  return reading.kind === 'day' ? reading.day : null;
}

function eitherOrder(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
): DayReading {
  const dayFirst = dayFrom(year, Number(second), first);
  const monthFirst = dayFrom(year, Number(first), second);
  if (dayFirst.kind !== 'day') return monthFirst;
  return monthFirst.kind === 'day' && first !== second ? { kind: 'ambiguous' } : dayFirst;
}

/** 1 to 12 for the name of a month or its first letters; 0 for any other word. */
const monthNamed = (word = ''): number => MONTHS.findIndex(month => month.startsWith(word)) + 1;

function dayFrom(year = '', month: number, day = ''): DayReading {
  const two = (part: number | string) => String(part).padStart(2, '0');
  const parsed = Day.safeParse(`${year}-${two(month)}-${two(day)}`);
  return parsed.success ? { kind: 'day', day: parsed.data } : { kind: 'none' };
}
