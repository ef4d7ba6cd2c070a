import { byNewest } from '#shared/domain/entry.ts';
import type { CheckIn, Rating } from '#shared/domain/check-in.ts';
import { Day, dayOf } from '#shared/domain/day.ts';

export type Span = 'weeks' | 'months' | 'all';

export interface Point {
  readonly day: Day;
  readonly value: number;
}

/** One scale over time. Scales with another heading or other ends are other plots. */
export interface Plot extends Omit<Rating, 'value'> {
  readonly key: string;
  /** One for each day with a check-in, the oldest first; of several on a day the last one written. */
  readonly points: readonly Point[];
}

const DAY_MS = 86_400_000;

/** Days since 1970. A calendar day has no time zone, so counting in UTC is exact. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

const dayNumbered = (number: number): Day =>
  Day.parse(new Date(number * DAY_MS).toISOString().slice(0, 10));

/** The first day of a span that ends today; for "all", the day of the first check-in. */
export function spanBegin(span: Span, checkIns: readonly CheckIn[], today: Day): Day {
  if (span === 'weeks') return dayNumbered(numberOf(today) - 55);
  if (span === 'months') {
    const [year = 0, month = 1] = today.split('-').map(Number);
    return dayOf(new Date(year, month - 6, 1));
  }
  const days = checkIns.map(({ entry }) => entry.writtenOn);
  const first = days.reduce((a, b) => (a < b ? a : b), today);
  // A plot of a single day would have no width.
  const week = dayNumbered(numberOf(today) - 6);
  return first < week ? first : week;
}

/** The check-ins from a day on. */
export const checkInsSince = (checkIns: readonly CheckIn[], begin: Day): readonly CheckIn[] =>
  checkIns.filter(({ entry }) => entry.writtenOn >= begin);

/** The plots in the order in which their scales stand in the newest check-in that has them. */
export function plotsOf(checkIns: readonly CheckIn[]): readonly Plot[] {
  const plots = new Map<string, { rating: Rating; points: Map<Day, number> }>();
  for (const { entry, ratings } of newestFirst(checkIns)) {
    for (const rating of ratings) {
      const key = [rating.heading, rating.min, rating.max].join('\n');
      const plot = plots.get(key) ?? { rating, points: new Map<Day, number>() };
      plots.set(key, plot);
      if (!plot.points.has(entry.writtenOn)) plot.points.set(entry.writtenOn, rating.value);
    }
  }
  return [...plots].map(([key, { rating, points }]) => {
    const { value: _value, ...scale } = rating;
    const all = [...points].map(([day, value]) => ({ day, value }));
    return { ...scale, key, points: all.toReversed() };
  });
}

/** The newest day first, and within a day what was begun last. */
export const newestFirst = (checkIns: readonly CheckIn[]): readonly CheckIn[] =>
  checkIns.toSorted((a, b) => byNewest(a.entry, b.entry));

/** A place on a plot: from the left and from the top, both from 0 to 1. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly dots: readonly Spot[];
  /** Only between days that follow each other: what was not written is not drawn. */
  readonly lines: readonly (readonly [Spot, Spot])[];
}

/** Where the points of a plot stand between two days. */
export function drawPlot(
  { points, min, max }: Pick<Plot, 'points' | 'min' | 'max'>,
  begin: Day,
  end: Day,
): Drawing {
  const spots = points.map(({ day, value }) => ({
    x: placeBetween(numberOf(day), numberOf(begin), numberOf(end)),
    y: 1 - placeBetween(value, min, max),
  }));
  const lines = spots.flatMap((spot, at) => {
    const [before, day] = [points[at - 1]?.day, points[at]?.day];
    const from = spots[at - 1];
    if (before === undefined || day === undefined || from === undefined) return [];
    return numberOf(day) - numberOf(before) === 1 ? [[from, spot] as const] : [];
  });
  return { dots: spots, lines };
}

const placeBetween = (value: number, low: number, high: number): number =>
  high <= low ? 0.5 : Math.max(0, Math.min(1, (value - low) / (high - low)));

export interface MonthMark {
  readonly day: Day;
  readonly x: number;
}

/** The first days of the months between two days; fewer where they would stand too close. */
export function monthMarks(begin: Day, end: Day): readonly MonthMark[] {
  const [from, to] = [numberOf(begin), numberOf(end)];
  const months: MonthMark[] = [];
  let [year = 0, month = 1] = begin.split('-').map(Number);
  for (;;) {
    const day = dayOf(new Date(year, month - 1, 1));
    if (day > end) break;
    if (day >= begin) months.push({ day, x: placeBetween(numberOf(day), from, to) });
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const every = Math.ceil(months.length / 8);
  return months.filter((_, at) => at % every === 0);
}

export interface MonthOfWords {
  /** Any day of the month. */
  readonly day: Day;
  readonly words: readonly string[];
}

const WORDS_A_MONTH = 12;

/** For each month the words for feelings that were written most, the newest month first. */
export function feelingsByMonth(checkIns: readonly CheckIn[]): readonly MonthOfWords[] {
  const months = Map.groupBy(newestFirst(checkIns), ({ entry }) => entry.writtenOn.slice(0, 7));
  return [...months.values()].flatMap(inMonth => {
    const day = inMonth[0]?.entry.writtenOn;
    const words = mostWritten(inMonth.flatMap(({ feelings }) => feelings.map(({ word }) => word)));
    return day === undefined || words.length === 0 ? [] : [{ day, words }];
  });
}

function mostWritten(words: readonly string[]): readonly string[] {
  const written = Map.groupBy(words, word => word);
  return [...written]
    .toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
    .slice(0, WORDS_A_MONTH)
    .map(([word]) => word);
}
