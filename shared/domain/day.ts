import { z } from 'zod';

/**
 * A local calendar day, `YYYY-MM-DD`. Not an instant: a letter dated 17 May stays dated 17 May
 * whatever the time zone of the machine that opens it.
 */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** The local calendar day of an instant. */
export function dayOf(date: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return Day.parse(`${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
}

/** The day so many days after another one; the first or the last of all where there is none. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const year = date.getUTCFullYear();
  if (year < 0) return Day.parse('0000-01-01');
  return Day.parse(year > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10));
}

/** A day in the person's own language, for example "17 May 2026". */
export const formatDay = (day: Day, locale: string): string =>
  formatted(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** A day that is not far from today, without the year where it is the same: "3 December". */
export const formatNearDay = (day: Day, today: Day, locale: string): string =>
  day.slice(0, 4) === today.slice(0, 4)
    ? formatted(day, locale, { day: 'numeric', month: 'long' })
    : formatDay(day, locale);

/** A day with the day of its week, for example "Sunday 17 May 2026". */
export const formatWeekday = (day: Day, locale: string): string =>
  formatted(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** The month of a day in the person's own language, for example "May 2026". */
export const formatMonth = (day: Day, locale: string): string =>
  formatted(day, locale, { month: 'long', year: 'numeric' });

// In the one calendar in which days are read and kept, whatever the language is used to.
const formatted = (day: Day, locale: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...parts, calendar: 'gregory', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
