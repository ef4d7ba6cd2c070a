import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, readDay } from '#shared/domain/day-text.ts';
import { formatDay, type Day } from '#shared/domain/day.ts';

test.each([
  ['17 May 2026', '2026-05-17'],
  ['  17   May\t2026 ', '2026-05-17'],
  ['17th May, 2026', '2026-05-17'],
  ['1st of nothing', null],
  ['Sunday, 17 May 2026', '2026-05-17'],
  ['sunday 17. may 2026', '2026-05-17'],
  ['May 17, 2026', '2026-05-17'],
  ['Sept. 3rd 2026', '2026-09-03'],
  ['2026-05-17', '2026-05-17'],
  ['2026-5-7', '2026-05-07'],
  ['17.5.2026', '2026-05-17'],
  ['17. 5. 2026', '2026-05-17'],
  ['17/5/2026', '2026-05-17'],
  ['5/17/2026', '2026-05-17'],
  ['5/5/2026', '2026-05-05'],
  ['１７ May ２０２６', '2026-05-17'],
  ['29 February 2028', '2028-02-29'],
])('%j names the day %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

test.each(['', '   ', '\n\t', '\u00a0'])('%j is empty', text => {
  expect(readDay(text)).toEqual({ kind: 'empty' });
});

test.each(['5/6/2026', '12-11-2026'])('%s can mean two days', text => {
  expect(readDay(text)).toEqual({ kind: 'ambiguous' });
});

test.each([
  'soon',
  'by Friday',
  '31 February 2026',
  '29 February 2026',
  '2026-13-01',
  '17 Maybe 2026',
  '17 May',
  '32/1/2026',
  '17 May 2026 and later',
  'May',
  '17 🌸 2026',
])('%j names no day', text => {
  expect(readDay(text)).toEqual({ kind: 'none' });
});

test('every day is read back from the way in which the app writes it', () => {
  const anyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10) as Day);
  fc.assert(
    fc.property(anyDay, day => {
      for (const locale of ['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IE']) {
        expect([locale, dayIn(formatDay(day, locale))]).toEqual([locale, day]);
      }
    }),
  );
});

test('any text is read without a slip', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(['empty', 'day', 'ambiguous', 'none']).toContain(readDay(text).kind);
    }),
  );
});
