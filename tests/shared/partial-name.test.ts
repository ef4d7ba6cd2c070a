import { expect, test } from 'vitest';
import { isPartialOf, partialName } from '#shared/output/partial-name.ts';

test('a partial file is known by the whole name of its place, and by nothing less', () => {
  const partial = partialName('letter.pdf', '0123456789ab');
  expect(isPartialOf('letter.pdf', partial)).toBe(true);
  for (const name of ['letter', 'letter.pd', 'other.pdf', '']) {
    expect(isPartialOf(name, partial)).toBe(false);
  }
  for (const found of ['letter.pdf', 'letter.pdf.part', 'letter.pdf.0123456789AB.part']) {
    expect(isPartialOf('letter.pdf', found)).toBe(false);
  }
});
