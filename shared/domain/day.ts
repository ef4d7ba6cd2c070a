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

/** The day so many days after another one. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return Day.parse(date.toISOString().slice(0, 10));
}

/** A day in the person's own language, for example "17 May 2026". */
export function formatDay(day: Day, locale: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}

/** A day that is not far from today, without the year where it is the same: "3 December". */
export function formatNearDay(day: Day, today: Day, locale: string): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, locale);
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}

/** A day with the day of its week, for example "Sunday 17 May 2026". */
export function formatWeekday(day: Day, locale: string): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}

/** The month of a day in the person's own language, for example "May 2026". */
export function formatMonth(day: Day, locale: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}
