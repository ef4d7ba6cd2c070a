/** A moment in the person's own language, for example "17 May 2026 at 14:02". */
export const momentOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at);

/** The day of a moment, for example "17 May 2026". */
export const dayOfMoment = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'long' }).format(at);
