import { Day, dayAfter, formatDay } from './day.ts';

/** What a line that should name a day says. */
export type DayReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: Day }
  /** A day that the calendar does not have, such as 31 February. */
  | { readonly kind: 'none' }
  /** Words in which no day is meant to be found, such as "soon" or "every Sunday". */
  | { readonly kind: 'wording' };

/** By what a day is read that is not written out in full. */
export interface DayReader {
  /** Without a year, the first such day is meant from this one on. */
  readonly from: Day;
  /** BCP 47: whether 5/6 is in May or in June, and the names of months besides the English ones. */
  readonly locale: string;
}

/** How far back a day without a year may lie where it may be over: the session of last week. */
const LOOK_BACK_DAYS = 31;

/** The reader of a promise: it is for a day to come, seen from the day of its letter. */
export const promisedFrom = (writtenOn: Day, locale: string): DayReader => ({
  from: writtenOn,
  locale,
});

/** The reader of any other date of a letter. */
export const datedAround = (writtenOn: Day, locale: string): DayReader => ({
  from: dayAfter(writtenOn, -LOOK_BACK_DAYS),
  locale,
});

// "by Friday, the …": one word before a day may be any, but for those that mean more than one day.
const LEAD = String.raw`(?:(?:by|on|until|till) )?(?:(?!(?:each|every) )\p{L}+\.?,? )?(?:the )?`;
const ORDINAL = '(?:st|nd|rd|th|er|o)?';
const YEAR = String.raw`(\d{4}|\d{2})`;
const MONTH = String.raw`((?!the )\p{L}{3,})\.?`;

const DAY_FIRST = new RegExp(
  String.raw`^${LEAD}(\d{1,2})${ORDINAL}\.? ?(?:(?:of|de) )?${MONTH}(?:,? (?:de |del )?${YEAR})?(?: г\.?)?$`,
  'u',
);
const MONTH_FIRST = new RegExp(
  String.raw`^${LEAD}${MONTH} (?:the )?(\d{1,2})${ORDINAL}(?:,? ${YEAR})?$`,
  'u',
);
const ISO = /^(?:by |on )?(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/;
const NUMBERS = /^(?:by |on |until |till )?(\d{1,2})([-/.]) ?(\d{1,2})(?:\2 ?(\d{4}|\d{2}))?(\.?)$/;

/**
 * Reads a day as people write it, in English or in the language of the locale: "17 May 2026",
 * "May 17", "17 mai", "2026-05-17", "17.5.", and "5/6" in the order of the locale.
 */
export function readDay(text: string, reader: DayReader): DayReading {
  const line = folded(text).trim().replace(/\s+/g, ' ');
  if (line === '') return { kind: 'empty' };
  return readWords(line, reader) ?? readNumbers(line, reader) ?? { kind: 'wording' };
}

/** The day that a line names, or null. */
export function dayIn(text: string, reader: DayReader): Day | null {
  const reading = readDay(text, reader);
  return reading.kind === 'day' ? reading.day : null;
}

/** A day as the app writes it into a letter: in the person's language, if that can be read back. */
export function writeDay(day: Day, locale: string): string {
  const text = formatDay(day, locale);
  return dayIn(text, { from: day, locale }) === day ? text : formatDay(day, 'en-GB');
}

/** Capitals, accents and the width of digits do not matter. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function readWords(line: string, reader: DayReader): DayReading | null {
  const dayFirst = DAY_FIRST.exec(line);
  const [day, name, year] = dayFirst?.slice(1) ?? inOrder(MONTH_FIRST.exec(line), [2, 1, 3]);
  const month = name === undefined ? 0 : monthNamed(name, reader.locale);
  return month === 0 ? null : dayFrom({ day, month, year }, reader);
}

function readNumbers(line: string, reader: DayReader): DayReading | null {
  const iso = ISO.exec(line);
  if (iso !== null) return dayFrom({ year: iso[1], month: iso[3], day: iso[4] }, reader);
  const [, first, sign, second, year, end] = NUMBERS.exec(line) ?? [];
  if (first === undefined || second === undefined) return null;
  const { isMonthFirst, hasDots } = orderOf(reader.locale);
  // 9-5 and 6.30 are hours more often than days.
  const isPlainly =
    year !== undefined || sign === '/' || (sign === '.' && (end === '.' || hasDots));
  if (!isPlainly) return null;
  const dayFirst = dayFrom({ day: first, month: second, year }, reader);
  if (sign === '.') return dayFirst;
  const monthFirst = dayFrom({ day: second, month: first, year }, reader);
  const [likely, other] = isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return likely.kind === 'day' ? likely : other;
}

const inOrder = (match: RegExpExecArray | null, places: readonly number[]) =>
  places.map(place => match?.[place]);

interface WrittenDay {
  readonly day: string | undefined;
  readonly month: number | string | undefined;
  readonly year: string | undefined;
}

/** The day of the calendar; without a year the first that there is, 29 February included. */
function dayFrom({ day, month, year }: WrittenDay, { from }: DayReader): DayReading {
  const first = Number(from.slice(0, 4));
  const years =
    year === undefined
      ? Array.from({ length: 9 }, (_, more) => String(first + more))
      : [year.length === 2 ? `20${year}` : year];
  const two = (part: number | string = '') => String(part).padStart(2, '0');
  const found = years
    .map(each => Day.safeParse(`${each.padStart(4, '0')}-${two(month)}-${two(day)}`))
    .find(({ success, data }) => success && (year !== undefined || data >= from));
  return found?.data === undefined ? { kind: 'none' } : { kind: 'day', day: found.data };
}

/** 1 to 12 for the name of a month, or for letters that only one of them begins with; 0 for none. */
function monthNamed(word: string, locale: string): number {
  const names = [...monthNames('en'), ...monthNames(locale)];
  const exact = names.find(({ name }) => name === word);
  if (exact !== undefined) return exact.month;
  const begun = new Set(
    names.filter(({ name }) => name.startsWith(word)).map(({ month }) => month),
  );
  const [only] = begun;
  return begun.size === 1 && only !== undefined ? only : 0;
}

/** Alone, and as they are written in a date, where many languages bend them. */
const monthNames = remembered(locale => {
  const written = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap(month =>
    [written, alone]
      .flatMap(format => format.formatToParts(Date.UTC(2026, month - 1, 1)))
      .filter(({ type }) => type === 'month')
      .map(({ value }) => ({ month, name: folded(value) })),
  );
});

/** How the numbers of a day stand in a language. */
const orderOf = remembered(locale => {
  const parts = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
  }).formatToParts();
  const place = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  return {
    isMonthFirst: place('month') < place('day'),
    hasDots: parts.some(({ value }) => value.includes('.')),
  };
});

function remembered<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return locale => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}
