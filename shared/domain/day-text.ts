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

/** What may stand before a day: more could mean another day, such as "not" and "since". */
const LEAD = /^(?:by|on|until|till|am|bis) /;
const ARTICLE = /^(?:the|this|den|le|el|il) /;
const WORD = /^(\p{L}+)\.?,? /u;

const ORDINAL = '(?:st|nd|rd|th|er|o)?';
const YEAR = String.raw`(\d{4}|\d{2})`;
const MONTH = String.raw`(\p{L}{3,})\.?`;

const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})${ORDINAL}\.? ?(?:(?:of|de) )?${MONTH}(?:,? (?:de |del )?${YEAR})?(?: г)?$`,
  'u',
);
const MONTH_FIRST = new RegExp(
  String.raw`^${MONTH} (?:the )?(\d{1,2})${ORDINAL}(?:,? ${YEAR})?$`,
  'u',
);
const ISO = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/;
const NUMBERS = /^(\d{1,2})([-/.]) ?(\d{1,2})(?:\2 ?(\d{4}|\d{2}))?(\.?)$/;
/** Always, and not in July. */
const ALWAYS = /^24\/ ?7\.?$/;

/** A longer line says more than a day. */
const LONGEST = 100;

/**
 * Reads a day as people write it, in English or in the language of the locale: "17 May 2026",
 * "May 17", "17 mai", "2026-05-17", "17.5.", and "5/6" in the order of the locale.
 */
export function readDay(text: string, reader: DayReader): DayReading {
  const written = text.trim();
  if (written.length > LONGEST) return { kind: 'wording' };
  const line = folded(written).trim().replace(/\s+/g, ' ');
  if (line === '') return { kind: 'empty' };
  const said = line.replace(LEAD, '');
  return readWords(said, reader) ?? readNumbers(said, reader) ?? { kind: 'wording' };
}

/** Whether a text is a day in English, whichever: the order of numbers does not matter. */
export const isDay = (text: string): boolean =>
  ['en-GB', 'en-US'].some(
    locale => dayIn(text, { from: Day.parse('2000-01-01'), locale }) !== null,
  );

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
  const language = languageOf(reader.locale);
  const bare = line.replace(/[.,;]$/, '').replace(ARTICLE, '');
  // "mar 5" is a month before it is the day of a week.
  const written =
    inWords(bare, language) ??
    inWords(withoutWeekday(bare, language).replace(ARTICLE, ''), language);
  return written === null ? null : dayFrom(written, reader);
}

function inWords(line: string, language: string): WrittenDay | null {
  const dayFirst = DAY_FIRST.exec(line);
  const [day, name, year] = dayFirst?.slice(1) ?? inOrder(MONTH_FIRST.exec(line), [2, 1, 3]);
  const month = name === undefined ? 0 : monthNamed(name, language);
  return month === 0 ? null : { day, month, year };
}

function withoutWeekday(line: string, language: string): string {
  const [start = '', word = ''] = WORD.exec(line) ?? [];
  const names = [...weekdayNames('en'), ...weekdayNames(language)];
  const isNamed = names.some(
    name => name === word || (word.length >= 3 && name.length > 3 && name.startsWith(word)),
  );
  return isNamed ? line.slice(start.length) : line;
}

function readNumbers(text: string, reader: DayReader): DayReading | null {
  const line = text.replace(/[,;]$/, '');
  const iso = ISO.exec(line);
  if (iso !== null) return dayFrom({ year: iso[1], month: iso[3], day: iso[4] }, reader);
  const [, first, sign, second, year, end] = NUMBERS.exec(line) ?? [];
  if (first === undefined || second === undefined || ALWAYS.test(line)) return null;
  const { isMonthFirst, hasDots } = orderOf(reader.locale);
  // 9-5 and 6.30 are hours more often than days.
  const isPlainly =
    year !== undefined || sign === '/' || (sign === '.' && (end === '.' || hasDots));
  if (!isPlainly) return null;
  const dayFirst = { day: first, month: second, year };
  const monthFirst = { day: second, month: first, year };
  const [likely, other] =
    isMonthFirst && sign !== '.' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (year === undefined) {
    const isMonth = Number(likely.month) >= 1 && Number(likely.month) <= 12;
    return isMonth && isGregorian(reader.locale) ? dayFrom(likely, reader) : null;
  }
  const reading = dayFrom(likely, reader);
  return reading.kind === 'none' && sign !== '.' ? dayFrom(other, reader) : reading;
}

const inOrder = (match: RegExpExecArray | null, places: readonly number[]) =>
  places.map(place => match?.[place]);

interface WrittenDay {
  readonly day: string | undefined;
  readonly month: number | string | undefined;
  readonly year: string | undefined;
}

/** The day of the calendar; without a year the first that there is, 29 February included. */
function dayFrom({ day, month, year }: WrittenDay, { from, locale }: DayReader): DayReading {
  if (year !== undefined && !isGregorian(locale) && !OF_OUR_TIME.test(year)) {
    return { kind: 'wording' };
  }
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

/** What can be no year of another calendar. */
const OF_OUR_TIME = /^(?:19|20|21)\d{2}$/;

/** Whether people of this locale count their days as the app does. */
const isGregorian = remembered(
  locale => new Intl.DateTimeFormat(locale).resolvedOptions().calendar === 'gregory',
);

/** Where months are others, their names in the language would be taken for ours. */
const languageOf = (locale: string): string => (isGregorian(locale) ? locale : 'en');

/** 1 to 12 for the name of a month, or for letters that only one of them begins with; 0 for none. */
function monthNamed(word: string, language: string): number {
  const names = [...monthNames('en'), ...monthNames(language)];
  const exact = names.find(({ name }) => name === word);
  if (exact !== undefined) return exact.month;
  const begun = new Set(
    names.filter(({ name }) => name.startsWith(word)).map(({ month }) => month),
  );
  const [only] = begun;
  return begun.size === 1 && only !== undefined ? only : 0;
}

/** Alone, and as they are written in a date, where many languages bend them. */
const monthNames = remembered(language =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap(month =>
    ([{ day: 'numeric', month: 'long' }, { month: 'long' }] as const)
      .flatMap(options => partsOf(language, options, Date.UTC(2026, month - 1, 1)))
      .filter(({ type }) => type === 'month')
      .map(({ value }) => ({ month, name: folded(value) })),
  ),
);

/** Long and short, alone and in a date. */
const weekdayNames = remembered(language =>
  Array.from({ length: 7 }, (_, index) => Date.UTC(2026, 0, index + 1)).flatMap(at =>
    (['long', 'short'] as const)
      .flatMap(weekday => [
        ...partsOf(language, { weekday }, at),
        ...partsOf(language, { weekday, day: 'numeric', month: 'long', year: 'numeric' }, at),
      ])
      .filter(({ type }) => type === 'weekday')
      .map(({ value }) => folded(value).replace(/\.$/, '')),
  ),
);

/** How the numbers of a day stand in a language. */
const orderOf = remembered(locale => {
  const parts = partsOf(locale, { day: 'numeric', month: 'numeric' }, 0);
  const place = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  return {
    isMonthFirst: place('month') < place('day'),
    hasDots: parts.some(({ value }) => value.includes('.')),
  };
});

function partsOf(locale: string, options: Intl.DateTimeFormatOptions, at: number) {
  const gregorian = { ...options, calendar: 'gregory', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, gregorian).formatToParts(at);
}

function remembered<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return locale => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}
