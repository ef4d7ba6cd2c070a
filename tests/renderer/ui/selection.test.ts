import { expect, test } from 'vitest';
import { extended, nothingSelected, toggled } from '../../../renderer/ui/selection.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ chosen: rows }: { chosen: ReadonlySet<string> }) => [...rows].toSorted().join('');

test('a row is selected and let go by itself', () => {
  const one = toggled<string>(nothingSelected, 'c');
  expect(chosen(toggled(one, 'a'))).toBe('ac');
  expect(chosen(toggled(one, 'c'))).toBe('');
});

test('a stretch begins where the keys stand, grows, shrinks and turns', () => {
  const stretch = extended<string>(nothingSelected, ROWS, 'd', 'b');
  expect(chosen(stretch)).toBe('bcd');
  expect(chosen(extended(stretch, ROWS, 'c', 'd'))).toBe('bc');
  expect(chosen(extended(stretch, ROWS, 'a', 'd'))).toBe('ab');
});

test('a stretch begins at the row that was selected last, and adds to the others', () => {
  const two = toggled(toggled<string>(nothingSelected, 'a'), 'c');
  const stretch = extended(two, ROWS, 'e', 'a');
  expect(chosen(stretch)).toBe('acde');
  expect(chosen(extended(stretch, ROWS, 'd', 'e'))).toBe('acd');
});

test('a stretch whose beginning is gone begins where the keys stand', () => {
  const one = toggled<string>(nothingSelected, 'x');
  expect(chosen(extended(one, ROWS, 'b', 'a'))).toBe('abx');
});
