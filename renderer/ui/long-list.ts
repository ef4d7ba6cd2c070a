/** A row of a long list, before it is drawn. */
export interface LongRow {
  readonly key: string;
  /** How high it will be, roughly, in pixels. */
  readonly estimate: number;
  /** Whether the arrow keys stop at it. */
  readonly isStop: boolean;
}

export interface PlacedRow<T extends LongRow> {
  readonly row: T;
  /** Which one it is, counted from 1. */
  readonly position: number;
  /** From the top of the list. */
  readonly top: number;
  readonly height: number;
}

export interface Placed<T extends LongRow> {
  readonly rows: readonly PlacedRow<T>[];
  readonly height: number;
}

/** Sets the rows one below the other, with their real heights where these are known. */
export function placeRows<T extends LongRow>(
  rows: readonly T[],
  heights: ReadonlyMap<string, number>,
): Placed<T> {
  let height = 0;
  const placed = rows.map((row, index) => {
    const here = {
      row,
      position: index + 1,
      top: height,
      height: heights.get(row.key) ?? row.estimate,
    };
    height += here.height;
    return here;
  });
  return { rows: placed, height };
}

/** The rows that touch the stretch from `from` to `to`, and the one to keep wherever it is. */
export function rowsIn<T extends LongRow>(
  { rows }: Placed<T>,
  from: number,
  to: number,
  keep: string | null,
): readonly PlacedRow<T>[] {
  const first = firstEndingBelow(rows, from);
  const near = rows.slice(first, firstBeginningBelow(rows, to));
  if (keep === null || near.some(({ row }) => row.key === keep)) return near;
  const kept = rows.findIndex(({ row }) => row.key === keep);
  const row = rows[kept];
  if (row === undefined) return near;
  // In the order of the list, so that Tab goes through it as it is read.
  return kept < first ? [row, ...near] : [...near, row];
}

/** The key of the stop that is `by` stops away; at an end, the last one there is. */
export function stopFrom(rows: readonly LongRow[], here: string | null, by: number): string | null {
  const stops = rows.filter(row => row.isStop);
  const at = Math.max(
    0,
    stops.findIndex(({ key }) => key === here),
  );
  return stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.key ?? null;
}

const firstEndingBelow = <T extends LongRow>(rows: readonly PlacedRow<T>[], y: number): number =>
  firstWhere(rows, ({ top, height }) => top + height > y);

const firstBeginningBelow = <T extends LongRow>(rows: readonly PlacedRow<T>[], y: number): number =>
  firstWhere(rows, ({ top }) => top >= y);

/** The index of the first row for which it holds; it must hold for all rows behind that one too. */
function firstWhere<T extends LongRow>(
  rows: readonly PlacedRow<T>[],
  holds: (row: PlacedRow<T>) => boolean,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && !holds(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}
