import { expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { EntryId } from '#shared/domain/ids.ts';
import { layOut, placeOf, rowsBetween } from '../../../../renderer/features/writing/rows.ts';

const entry = (day: string, title: string, createdAt = 0): EntrySummary => ({
  id: EntryId.parse(crypto.randomUUID()),
  kind: 'letter',
  journeyId: null,
  templateId: null,
  step: null,
  title,
  writtenOn: Day.parse(day),
  createdAt,
  updatedAt: createdAt,
  excerpt: '',
  wordCount: 0,
  sealedUntil: null,
});

test('entries stand newest day first below the name of their month, and the later of a day first', () => {
  const { rows } = layOut(
    [
      entry('2026-04-30', 'april'),
      entry('2026-05-02', 'early', 1),
      entry('2026-05-02', 'late', 2),
      entry('2025-05-01', 'a year before'),
    ],
    'en-GB',
  );
  expect(rows.map(row => (row.kind === 'month' ? row.month : row.entry.title))).toEqual([
    'May 2026',
    'late',
    'early',
    'April 2026',
    'april',
    'May 2025',
    'a year before',
  ]);
});

test('the rows near the window are those that a look at every row would find', () => {
  const days = Array.from({ length: 900 }, (_, i) =>
    new Date(Date.UTC(2020, 0, 1 + i * 2)).toISOString().slice(0, 10),
  );
  const { rows, height } = layOut(
    days.map(day => entry(day, day)),
    'en-GB',
  );
  for (let from = -500; from < height; from += 1237) {
    const to = from + 800;
    const near = rowsBetween(rows, from, to);
    const ends = rows.map((_, i) => rows[i + 1]?.top ?? height);
    const touching = rows.filter((row, i) => row.top < to && (ends[i] ?? 0) > from);
    expect(touching.every(row => near.includes(row))).toBe(true);
    expect(near.length).toBeLessThanOrEqual(touching.length + 1);
  }
});

test('an empty vault has no rows and no height', () => {
  expect(layOut([], 'en-GB')).toEqual({ rows: [], order: [], height: 0 });
});

test('the keys go on at what stood behind what is gone, or else in front of it', () => {
  const before = ['a', 'b', 'c', 'd'];
  expect(placeOf('c', before, before)).toBe(2);
  expect(placeOf(null, before, before)).toBe(0);
  expect(placeOf('b', before, ['a', 'd'])).toBe(1);
  expect(placeOf('d', before, ['a', 'b'])).toBe(1);
  expect(placeOf('b', before, ['new', 'a', 'b'])).toBe(2);
  expect(placeOf('a', before, [])).toBe(0);
});
