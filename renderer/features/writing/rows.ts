import { formatMonth } from '#shared/domain/day.ts';
import { byNewest, type EntrySummary } from '#shared/domain/entry.ts';

const MONTH_HEIGHT = 46;
export const ENTRY_HEIGHT = 74;

/** One line of the list, and where it stands from the top. */
export type Row =
  | { readonly kind: 'month'; readonly top: number; readonly month: string; readonly key: string }
  | {
      readonly kind: 'entry';
      readonly top: number;
      readonly entry: EntrySummary;
      /** Its place among the entries alone. */
      readonly index: number;
    };

export interface Rows {
  readonly rows: readonly Row[];
  /** The entries alone, in their order. */
  readonly order: readonly EntrySummary[];
  readonly height: number;
}

/** Lays the entries out, newest day first, with a heading above every month. */
export function layOut(entries: readonly EntrySummary[], locale: string): Rows {
  const rows: Row[] = [];
  let height = 0;
  let month = '';
  const order = entries.toSorted(byNewest);
  for (const [index, entry] of order.entries()) {
    const key = entry.writtenOn.slice(0, 7);
    if (key !== month) {
      month = key;
      rows.push({ kind: 'month', top: height, month: formatMonth(entry.writtenOn, locale), key });
      height += MONTH_HEIGHT;
    }
    rows.push({ kind: 'entry', top: height, entry, index });
    height += ENTRY_HEIGHT;
  }
  return { rows, order, height };
}

/**
 * Where the keys stand: at `at` if it is there; if it is gone, at the next one that `before` had
 * behind it, or else in front of it.
 */
export function placeOf<T>(at: T | null, before: readonly T[], now: readonly T[]): number {
  const there = new Map(now.map((entry, index) => [entry, index]));
  const was = at === null ? 0 : Math.max(0, before.indexOf(at));
  const nearest = [...before.slice(was), ...before.slice(0, was).toReversed()];
  const next = nearest.find(entry => there.has(entry));
  return (at === null ? undefined : there.get(at)) ?? (next && there.get(next)) ?? 0;
}

/** The rows that touch the stretch from `from` to `to`, found without looking at all of them. */
export function rowsBetween(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const first = Math.max(0, firstBelow(rows, from) - 1);
  return rows.slice(first, firstBelow(rows, to));
}

/** The index of the first row that begins at or below `top`. */
function firstBelow(rows: readonly Row[], top: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.top ?? Infinity) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}
