import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckIn, Rating } from '#shared/domain/check-in.ts';
import { Day } from '#shared/domain/day.ts';
import { readFeelings } from '#shared/domain/feeling.ts';
import { EntryId } from '#shared/domain/ids.ts';
import {
  checkInsSince,
  drawPlot,
  feelingsByMonth,
  monthMarks,
  plotsOf,
  spanBegin,
} from '../../../../renderer/features/check-ins/long-view.ts';
import { firstWords, layOutCheckIns } from '../../../../renderer/features/check-ins/rows.ts';

const day = (text: string): Day => Day.parse(text);

const steady = (value: number, ends: Partial<Rating> = {}): Rating => ({
  heading: 'How steady I am',
  value,
  min: 0,
  max: 10,
  minLabel: 'Not at all',
  maxLabel: 'Very',
  ...ends,
});

interface Said {
  readonly ratings?: readonly Rating[];
  readonly feelings?: string;
  readonly excerpt?: string;
  readonly createdAt?: number;
}

const checkIn = (writtenOn: string, said: Said = {}): CheckIn => ({
  entry: {
    id: EntryId.parse(crypto.randomUUID()),
    kind: 'check-in',
    journeyId: null,
    templateId: null,
    step: 4,
    title: 'Daily check-in',
    writtenOn: day(writtenOn),
    createdAt: said.createdAt ?? 0,
    updatedAt: 0,
    excerpt: said.excerpt ?? '',
    wordCount: 0,
    sealedUntil: null,
  },
  ratings: [...(said.ratings ?? [])],
  feelings: readFeelings(said.feelings ?? ''),
});

test('scales with another heading or other ends are other plots, never one line', () => {
  const plots = plotsOf([
    checkIn('2026-05-03', { ratings: [steady(4), steady(3, { heading: 'How near I feel' })] }),
    checkIn('2026-05-02', { ratings: [steady(2, { max: 5 })] }),
    checkIn('2026-05-01', { ratings: [steady(6)] }),
  ]);
  expect(plots.map(({ heading, max, points }) => [heading, max, points.map(p => p.value)])).toEqual(
    [
      ['How steady I am', 10, [6, 4]],
      ['How near I feel', 10, [3]],
      ['How steady I am', 5, [2]],
    ],
  );
});

test('of two check-ins on a day the later one is drawn', () => {
  const [plot] = plotsOf([
    checkIn('2026-05-03', { ratings: [steady(2)], createdAt: 1 }),
    checkIn('2026-05-03', { ratings: [steady(7)], createdAt: 2 }),
  ]);
  expect(plot?.points).toEqual([{ day: '2026-05-03', value: 7 }]);
});

test('a line joins days that follow each other, and a day without a check-in stays a gap', () => {
  const points = ['2026-05-01', '2026-05-02', '2026-05-05'].map(each => ({
    day: day(each),
    value: 5,
  }));
  const drawing = drawPlot({ points, min: 0, max: 10 }, day('2026-05-01'), day('2026-05-05'));
  expect(drawing.dots.map(({ x }) => x)).toEqual([0, 0.25, 1]);
  expect(drawing.lines).toEqual([[drawing.dots[0], drawing.dots[1]]]);
});

test('the night in which the clocks change is no gap', () => {
  const points = ['2026-03-28', '2026-03-29', '2026-03-30'].map(each => ({
    day: day(each),
    value: 1,
  }));
  const drawing = drawPlot({ points, min: 0, max: 10 }, day('2026-03-28'), day('2026-03-30'));
  expect(drawing.lines).toHaveLength(2);
});

test('every point stands inside its plot, the highest value on top', () => {
  const scale = fc.record({
    min: fc.integer({ min: 0, max: 5 }),
    span: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(scale, fc.integer({ min: -5, max: 30 }), ({ min, span }, value) => {
      const points = [{ day: day('2026-05-03'), value }];
      const { dots } = drawPlot(
        { points, min, max: min + span },
        day('2026-05-01'),
        day('2026-05-05'),
      );
      const [dot] = dots;
      expect(dot?.x).toBe(0.5);
      expect(dot !== undefined && dot.y >= 0 && dot.y <= 1).toBe(true);
    }),
  );
  const top = drawPlot(
    { points: [{ day: day('2026-05-01'), value: 10 }], min: 0, max: 10 },
    day('2026-05-01'),
    day('2026-05-02'),
  );
  expect(top.dots[0]?.y).toBe(0);
});

test('a span ends today and begins eight weeks, six months, or the first check-in ago', () => {
  const all = [checkIn('2026-05-03'), checkIn('2025-01-09')];
  const today = day('2026-05-17');
  expect(spanBegin('weeks', all, today)).toBe('2026-03-23');
  expect(spanBegin('months', all, today)).toBe('2025-12-01');
  expect(spanBegin('all', all, today)).toBe('2025-01-09');
  expect(spanBegin('all', [checkIn('2026-05-16')], today)).toBe('2026-05-11');
  expect(checkInsSince(all, day('2026-03-23'))).toHaveLength(1);
});

test('months are marked where they begin, and at most eight of them', () => {
  expect(monthMarks(day('2026-03-23'), day('2026-05-17')).map(mark => mark.day)).toEqual([
    '2026-04-01',
    '2026-05-01',
  ]);
  expect(monthMarks(day('2019-01-01'), day('2026-05-17')).length).toBeLessThanOrEqual(8);
});

test('words for feelings stand by month, those written most first, without any number', () => {
  const months = feelingsByMonth([
    checkIn('2026-05-03', { feelings: 'hurt, tired' }),
    checkIn('2026-05-09', { feelings: 'very hurt' }),
    checkIn('2026-04-09', { feelings: 'hopeful, afraid' }),
    checkIn('2026-03-09'),
  ]);
  expect(months).toEqual([
    { day: '2026-05-09', words: ['hurt', 'tired'] },
    { day: '2026-04-09', words: ['afraid', 'hopeful'] },
  ]);
});

test('check-ins are listed newest first below their months', () => {
  const rows = layOutCheckIns([checkIn('2026-04-30'), checkIn('2026-05-02')], 'en-GB');
  expect(rows.map(row => (row.kind === 'month' ? row.month : row.checkIn.entry.writtenOn))).toEqual(
    ['May 2026', '2026-05-02', 'April 2026', '2026-04-30'],
  );
});

test('the first words of a check-in do not say its feelings again', () => {
  const feelings = 'very hurt, tired';
  const said = checkIn('2026-05-02', { feelings, excerpt: 'Very hurt, tired I want to ring.' });
  expect(firstWords(said)).toBe('I want to ring.');
  expect(firstWords(checkIn('2026-05-02', { feelings, excerpt: 'I want to ring.' }))).toBe(
    'I want to ring.',
  );
});
