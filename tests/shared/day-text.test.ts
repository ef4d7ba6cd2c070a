import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { datedAround, dayIn, promisedFrom, readDay, writeDay } from '#shared/domain/day-text.ts';
import { Day, dayAfter, formatDay, formatMonth, formatWeekday } from '#shared/domain/day.ts';

const written = Day.parse('2026-06-09');
const british = promisedFrom(written, 'en-GB');
const american = promisedFrom(written, 'en-US');
const german = promisedFrom(written, 'de-DE');

test.each([
  ['17 May 2026', '2026-05-17'],
  ['  17   May\t2026 ', '2026-05-17'],
  ['17th May, 2026', '2026-05-17'],
  ['1st of nothing', null],
  ['Sunday, 17 May 2026', '2026-05-17'],
  ['sunday 17. may 2026', '2026-05-17'],
  ['by Sunday, the 17th of May 2026', '2026-05-17'],
  ['May 17, 2026', '2026-05-17'],
  ['Sept. 3rd 2026', '2026-09-03'],
  ['2026-05-17', '2026-05-17'],
  ['2026-5-7', '2026-05-07'],
  ['17.5.2026', '2026-05-17'],
  ['17. 5. 2026', '2026-05-17'],
  ['17.5.26', '2026-05-17'],
  ['17/5/2026', '2026-05-17'],
  ['5/17/2026', '2026-05-17'],
  ['5/5/2026', '2026-05-05'],
  ['１７ May ２０２６', '2026-05-17'],
  ['29 February 2028', '2028-02-29'],
  ['17 May 2026.', '2026-05-17'],
  ['17 May 2026,', '2026-05-17'],
  ['May 17, 2026;', '2026-05-17'],
  ['on 2026-05-17.', '2026-05-17'],
  ['17/5/2026,', '2026-05-17'],
  ['till this Sun., 17 May 2026', '2026-05-17'],
])('%j names the day %s', (text, day) => {
  expect(dayIn(text, british)).toBe(day);
});

test.each([
  ['5 december', '2026-12-05'],
  ['5 Dec', '2026-12-05'],
  ['Dec 5', '2026-12-05'],
  ['by the 5th of December', '2026-12-05'],
  ['5.12.', '2026-12-05'],
  ['5 May', '2027-05-05'],
  ['9 June', '2026-06-09'],
  ['8 June', '2027-06-08'],
  ['29 February', '2028-02-29'],
])('a promise of 9 June 2026 for %j is for the next such day, %s', (text, day) => {
  expect([dayIn(text, british), dayIn(text, american), dayIn(text, german)]).toEqual([
    day,
    day,
    day,
  ]);
});

test('any other date may be over for a few weeks', () => {
  const session = datedAround(written, 'en-GB');
  expect(['2 June', '1 May', '2 July'].map(text => dayIn(text, session))).toEqual([
    '2026-06-02',
    '2027-05-01',
    '2026-07-02',
  ]);
});

test('two numbers are read in the order of the language, and with a year in the other too', () => {
  const texts = ['5/6/2026', '12/25/2026', '25/12/2026', '5.6.2026', '12/5', '12/25', '25/12'];
  expect(texts.map(text => dayIn(text, british))).toEqual([
    '2026-06-05',
    '2026-12-25',
    '2026-12-25',
    '2026-06-05',
    '2027-05-12',
    null,
    '2026-12-25',
  ]);
  expect(texts.map(text => dayIn(text, american))).toEqual([
    '2026-05-06',
    '2026-12-25',
    '2026-12-25',
    '2026-06-05',
    '2026-12-05',
    '2026-12-25',
    null,
  ]);
  // Where dots stand in every date, they need not stand at its end.
  expect(['5.12', '5.12.'].map(text => dayIn(text, german))).toEqual(['2026-12-05', '2026-12-05']);
  expect(readDay('5.12', british)).toEqual({ kind: 'wording' });
});

test('months have their names in English and in the language of the person', () => {
  const texts = ['5. Dezember', '5 Dez. 2026', '5 December', '3. März 2027'];
  expect(texts.map(text => dayIn(text, german))).toEqual([
    '2026-12-05',
    '2026-12-05',
    '2026-12-05',
    '2027-03-03',
  ]);
  expect(dayIn('1er août', promisedFrom(written, 'fr-FR'))).toBe('2026-08-01');
  expect(dayIn('5 de mayo de 2027', promisedFrom(written, 'es-ES'))).toBe('2027-05-05');
  expect(readDay('3 jui', promisedFrom(written, 'fr-FR'))).toEqual({ kind: 'wording' });
});

test.each([
  ['am 5. Dezember', 'de-DE'],
  ['bis Samstag, den 5. Dezember', 'de-DE'],
  ['Sa., 5. Dez.', 'de-DE'],
  ['le 5 décembre', 'fr-FR'],
  ['samedi 5 décembre', 'fr-FR'],
  ['mar 5 dic', 'es-ES'],
  ['lauantaina 5. joulukuuta', 'fi-FI'],
])('before a day its weekday may stand, or its article: %j, %s', (text, locale) => {
  expect(dayIn(text, promisedFrom(written, locale))).toBe('2026-12-05');
});

test('a month that is called like a weekday is a month', () => {
  expect(dayIn('5 mar', promisedFrom(written, 'es-ES'))).toBe('2027-03-05');
  expect(dayIn('mar 5', promisedFrom(written, 'es-ES'))).toBe('2027-03-05');
});

test.each(['fa-IR', 'th-TH', 'en-GB-u-ca-hebrew'])(
  'where another calendar is in use, only what is plainly Gregorian is read: %s',
  locale => {
    const reader = promisedFrom(written, locale);
    const read = ['17 May 2027', '5 December', '2027-05-17', '17/5/2027'];
    expect(read.map(text => dayIn(text, reader))).toEqual([
      '2027-05-17',
      '2026-12-05',
      '2027-05-17',
      '2027-05-17',
    ]);
    const other = ['17 اردیبهشت', '27 اردیبهشت 1405', '17 พฤษภาคม', '17 พฤษภาคม 2569'];
    for (const text of [...other, '17/5/2569', '1405/2/27', '5/6', '5.6.', '17 May 69', '5/6/69']) {
      expect([text, readDay(text, reader)]).toEqual([text, { kind: 'wording' }]);
    }
    const shown = { calendar: 'gregory', year: 'numeric', timeZone: 'UTC' } as const;
    const year = new Intl.DateTimeFormat(locale, shown).format(new Date(written));
    for (const write of [formatDay, formatWeekday, formatMonth]) {
      expect(write(written, locale)).toContain(year.replaceAll(/\P{N}/gu, ''));
    }
    expect(dayIn(writeDay(written, locale), reader)).toBe(written);
  },
);

test('a letter of the first year that there is has days around it', () => {
  const first = Day.parse('0000-01-15');
  expect(datedAround(first, 'en-GB').from).toBe('0000-01-01');
  expect(dayIn('20 January', datedAround(first, 'en-GB'))).toBe('0000-01-20');
  expect(dayAfter(Day.parse('9999-12-31'), 1)).toBe('9999-12-31');
});

// Folding it would take minutes, where it takes no time to see that it is no day.
test('a long text is a wording before it is looked at', () => {
  const marks = `a${'\u0301\u0316'.repeat(50_000)}`;
  expect(readDay(marks, british)).toEqual({ kind: 'wording' });
  expect(readDay(`${' '.repeat(200_000)}17 May 2026${' '.repeat(200_000)}`, british)).toEqual({
    kind: 'day',
    day: '2026-05-17',
  });
});

test.each(['24/7', '24/7.', '50/50', 'by 24/7'])('%j is a day in no language', text => {
  for (const locale of ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP']) {
    expect(readDay(text, promisedFrom(written, locale))).toEqual({ kind: 'wording' });
  }
});

test.each(['', '   ', '\n\t', '\u00a0'])('%j is empty', text => {
  expect(readDay(text, british)).toEqual({ kind: 'empty' });
});

test.each(['31 February 2026', '31 February', '29 February 2026', '2026-13-01', '32/1/2026'])(
  '%j is a day that the calendar does not have',
  text => {
    expect(readDay(text, british)).toEqual({ kind: 'none' });
  },
);

test.each([
  'soon',
  'by Friday',
  'every Sunday',
  'every 5 December',
  'as soon as I can',
  'in 2 weeks',
  '2 weeks',
  '9-5',
  'by 6.30',
  '17 Maybe 2026',
  '17 May 2026 and later',
  'May',
  '2026',
  '17 🌸 2026',
  'since 5 May',
  'from 5 May',
  'not 17 May',
  'after May 17',
  'before 17 May',
  'within 2 Dec',
  'all 5 May',
  'I may 5',
  'we 5 May',
  'next 5 May',
])('%j is a wording, and no day', text => {
  expect(readDay(text, british)).toEqual({ kind: 'wording' });
});

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as Day);

test('every day is read back from the way in which the app writes it', () => {
  fc.assert(
    fc.property(anyDay, day => {
      for (const locale of ['en-GB', 'en-US', 'en-AU', 'en-CA', 'de-DE', 'fr-FR', 'pl-PL']) {
        const reader = promisedFrom(written, locale);
        expect([locale, dayIn(formatDay(day, locale), reader)]).toEqual([locale, day]);
        expect(writeDay(day, locale)).toBe(formatDay(day, locale));
      }
      // A language whose dates are not read gets them in English.
      expect(dayIn(writeDay(day, 'ja-JP'), promisedFrom(written, 'ja-JP'))).toBe(day);
    }),
  );
});

test('without its year a day is read as one that comes within a year', () => {
  const from = promisedFrom(written, 'en-GB');
  fc.assert(
    fc.property(anyDay, day => {
      fc.pre(!day.endsWith('02-29'));
      const short = new Intl.DateTimeFormat('en-GB', {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      }).format(new Date(day));
      const read = dayIn(short, from);
      expect(read?.slice(5)).toBe(day.slice(5));
      expect(read !== null && read >= '2026-06-09' && read < '2027-06-09').toBe(true);
    }),
  );
});

test('any text is read without a slip', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(['empty', 'day', 'none', 'wording']).toContain(readDay(text, british).kind);
    }),
  );
});
