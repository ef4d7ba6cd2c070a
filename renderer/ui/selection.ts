/** Which rows of a list are selected, and from where the next stretch goes. */
export interface Selection<T> {
  readonly chosen: ReadonlySet<T>;
  /** Where a stretch begins: the row that was selected by itself last. */
  readonly anchor: T | null;
  /** What was selected before that stretch; it stays when the stretch becomes longer or shorter. */
  readonly before: ReadonlySet<T>;
}

export const nothingSelected: Selection<never> = {
  chosen: new Set(),
  anchor: null,
  before: new Set(),
};

/** Selects one row more, or one less. */
export function toggled<T>({ chosen }: Selection<T>, row: T): Selection<T> {
  const next = new Set(chosen);
  if (!next.delete(row)) next.add(row);
  return { chosen: next, anchor: row, before: next };
}

/** Selects all rows from where the stretch begins, or from `here` if none was begun, to this one. */
export function extended<T>(
  { anchor, before }: Selection<T>,
  rows: readonly T[],
  to: T,
  here: T,
): Selection<T> {
  const from = anchor !== null && rows.includes(anchor) ? anchor : here;
  const [first, last] = [rows.indexOf(from), rows.indexOf(to)].toSorted((a, b) => a - b);
  return {
    chosen: new Set([...before, ...rows.slice(first, (last ?? 0) + 1)]),
    anchor: from,
    before,
  };
}
