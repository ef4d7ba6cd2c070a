import { Day, dayOf } from '#shared/domain/day.ts';

const NAMED =
  /(?<![\d])(?<year>(?:1[6-9]|20)\d{2})[-_. ]?(?<month>0[1-9]|1[0-2])[-_. ]?(?<day>0[1-9]|[12]\d|3[01])(?![\d])/;

/** A day that is written somewhere in a name, such as "2024-05-17 Walk" or "letter-20240517". */
export function dayInName(name: string): Day | undefined {
  const { year, month, day } = NAMED.exec(name)?.groups ?? {};
  return dayFrom(`${year}-${month}-${day}`);
}

/** What a name says besides a day: '' when that is nothing. */
export const withoutDay = (name: string): string =>
  withoutEdges(name.replace(NAMED, ' ').replaceAll(/\s+/g, ' '));

const EDGE = /[\s\-_.,]/;

/** From its ends inwards: a pattern would look for an end behind each of 60,000 dashes. */
function withoutEdges(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && EDGE.test(name.charAt(start))) start += 1;
  while (end > start && EDGE.test(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

/** A moment as JSON files write it: its own day where it names one, else the day it has here. */
export function dayOfMoment(moment: unknown, timeZone?: unknown): Day | undefined {
  if (typeof moment !== 'string' || moment.length > 64) return undefined;
  const date = new Date(moment);
  // A day without an hour, or an hour without a place, is a day wherever one is.
  const isLocal = !/(?:z|[+-]\d{2}:?\d{2})$/i.test(moment.trim());
  if (isLocal) return dayFrom(moment.slice(0, 10)) ?? (isTime(date) ? dayOfDate(date) : undefined);
  if (!isTime(date)) return undefined;
  return dayIn(date, timeZone) ?? dayOfDate(date);
}

const isTime = (date: Date): boolean => !Number.isNaN(date.getTime());

/** The day in a time zone, if there is one of this name. */
function dayIn(date: Date, timeZone: unknown): Day | undefined {
  if (typeof timeZone !== 'string' || timeZone === '') return undefined;
  try {
    return dayFrom(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date));
  } catch {
    return undefined;
  }
}

function dayOfDate(date: Date): Day | undefined {
  try {
    return dayOf(date);
  } catch {
    return undefined;
  }
}

export function dayFrom(text: string): Day | undefined {
  const day = Day.safeParse(text);
  return day.success ? day.data : undefined;
}
