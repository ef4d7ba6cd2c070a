import { expect, test } from 'vitest';
import { choicesFor, nextByTitle } from '../../../../renderer/features/gallery/choices.ts';

test('the blank page comes first, then what fits the side of the person, and nothing is left out', () => {
  const forHurt = choicesFor('was-hurt');
  expect(forHurt[0]).toBeNull();
  expect(forHurt[1]?.roles).toContain('was-hurt');
  expect(forHurt.at(-1)?.roles).not.toContain('was-hurt');
  for (const role of ['caused-harm', 'both', undefined] as const) {
    expect(new Set(choicesFor(role))).toEqual(new Set(forHurt));
  }
});

test('a letter goes to the next title that begins with it, and round the end', () => {
  const titles = ['Blank page', 'Impact letter', 'Short acknowledgment', 'Impact list'];
  expect(nextByTitle(titles, 0, 'i')).toBe(1);
  expect(nextByTitle(titles, 1, 'i')).toBe(3);
  expect(nextByTitle(titles, 3, 'i')).toBe(1);
});

test('more letters narrow it down and stay where they fit; unknown ones change nothing', () => {
  const titles = ['Blank page', 'Impact letter', 'Impact list'];
  expect(nextByTitle(titles, 1, 'IMPACT LE')).toBe(1);
  expect(nextByTitle(titles, 1, 'impact li')).toBe(2);
  expect(nextByTitle(titles, 1, 'zz')).toBe(1);
});
