import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeRows, rowsIn, stopFrom, type LongRow } from '../../../renderer/ui/long-list.ts';

const row = (key: string, estimate = 100, isStop = true): LongRow => ({ key, estimate, isStop });
const keysOf = (placed: readonly { readonly row: LongRow }[]) => placed.map(each => each.row.key);

test('rows stand one below the other, with their real heights once these are known', () => {
  const { rows, height } = placeRows([row('a'), row('b'), row('c')], new Map([['b', 40]]));
  expect(rows.map(({ top }) => top)).toEqual([0, 100, 140]);
  expect(height).toBe(240);
});

test('of any list exactly the rows that touch the window are drawn', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.nat(5000), fc.integer({ min: 1, max: 900 }), (all, from, span) => {
      const placed = placeRows(
        all.map((height, index) => row(String(index), height)),
        new Map(),
      );
      const seen = placed.rows.filter(
        ({ top, height }) => top + height > from && top < from + span,
      );
      expect(keysOf(rowsIn(placed, from, from + span, null))).toEqual(keysOf(seen));
    }),
  );
});

test('the row that has the focus stays, in its place in the order, however far one scrolls', () => {
  const placed = placeRows(
    Array.from({ length: 1000 }, (_, index) => row(String(index))),
    new Map(),
  );
  expect(keysOf(rowsIn(placed, 50_000, 50_200, '3'))).toEqual(['3', '500', '501']);
  expect(keysOf(rowsIn(placed, 50_000, 50_200, '900'))).toEqual(['500', '501', '900']);
  expect(keysOf(rowsIn(placed, 50_000, 50_200, 'gone'))).toEqual(['500', '501']);
});

test('the arrow keys stop at lines, not at headings, and at the ends of the list', () => {
  const rows = [row('heading', 50, false), row('a'), row('b'), row('other', 50, false), row('c')];
  expect(stopFrom(rows, 'b', 1)).toBe('c');
  expect(stopFrom(rows, 'a', -1)).toBe('a');
  expect(stopFrom(rows, 'a', 99)).toBe('c');
  expect(stopFrom(rows, null, 0)).toBe('a');
  expect(stopFrom([], null, 1)).toBeNull();
});
