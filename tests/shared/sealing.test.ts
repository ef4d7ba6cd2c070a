import { expect, test } from 'vitest';
import { Day, dayAfter, formatNearDay } from '#shared/domain/day.ts';
import { canSealTo, daysToSealTo, isSealed } from '#shared/domain/sealing.ts';

const day = (text: string) => Day.parse(text);

test('a seal lasts until its day begins', () => {
  const until = day('2026-12-03');
  expect(isSealed(until, day('2026-12-02'))).toBe(true);
  expect(isSealed(until, until)).toBe(false);
  expect(isSealed(until, day('2027-01-01'))).toBe(false);
  // A clock that was set back only keeps it longer.
  expect(isSealed(until, day('1999-12-31'))).toBe(true);
  expect(isSealed(null, day('2026-12-02'))).toBe(false);
});

test.each([
  ['2026-05-17', '2026-05-18', '2027-05-17'],
  ['2026-12-31', '2027-01-01', '2027-12-31'],
  ['2028-02-28', '2028-02-29', '2029-02-27'],
])('from %s a letter can be sealed from %s to %s', (today, first, last) => {
  expect(daysToSealTo(day(today))).toEqual({ first, last });
  expect(canSealTo(day(first), day(today))).toBe(true);
  expect(canSealTo(day(last), day(today))).toBe(true);
  expect(canSealTo(day(today), day(today))).toBe(false);
  expect(canSealTo(dayAfter(day(last), 1), day(today))).toBe(false);
});

test('a near day is told without the year that it is in', () => {
  expect(formatNearDay(day('2026-12-03'), day('2026-11-23'), 'en-GB')).toBe('3 December');
  expect(formatNearDay(day('2027-01-03'), day('2026-11-23'), 'en-GB')).toBe('3 January 2027');
});
