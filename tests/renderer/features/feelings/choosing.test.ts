import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeelings, type Strength } from '#shared/domain/feeling.ts';
import { choosingIn, isShort } from '../../../../renderer/features/feelings/choosing.ts';
import { wheelWords } from '../../../../renderer/features/feelings/vocabulary.ts';

/** A line that is written by choosing, one press after the other. */
function lineOf(start = '') {
  let line = start;
  return {
    press: (word: string) => choosingIn(line, next => (line = next)).choose(word),
    strengthen: (word: string, strength: Strength | null) =>
      choosingIn(line, next => (line = next)).strengthen(word, strength),
    read: () => line,
  };
}

test('words are written one after the other, and a second press takes one out', () => {
  const line = lineOf();
  for (const word of ['hurt', 'small', 'worn out']) line.press(word);
  expect(line.read()).toBe('hurt, small, worn out');
  line.press('small');
  expect(line.read()).toBe('hurt, worn out');
});

test('a strength is written before its word, and taken away again', () => {
  const line = lineOf('hurt, ashamed');
  line.strengthen('hurt', 'very');
  line.strengthen('ashamed', 'a little');
  expect(line.read()).toBe('very hurt, a little ashamed');
  line.strengthen('hurt', null);
  expect(line.read()).toBe('hurt, a little ashamed');
});

test('what the person wrote stays as it is written', () => {
  const line = lineOf('Hurt, and far away from Sarah.');
  line.press('lonely');
  expect(line.read()).toBe('Hurt, and far away from Sarah, lonely.');
  line.press('hurt');
  expect(line.read()).toBe('far away from Sarah, lonely.');
});

test('a line that waits for its next word goes on there', () => {
  expect(withOne('hurt and ', 'small')).toBe('hurt and small');
  expect(withOne('hurt,', 'small')).toBe('hurt, small');
  expect(withOne('  ', 'small')).toBe('small');
});

const withOne = (start: string, word: string): string => {
  const line = lineOf(start);
  line.press(word);
  return line.read();
};

test('a sentence of the person is not a chosen feeling', () => {
  const shown = readFeelings('very hurt, as if I had never been there at all').filter(isShort);
  expect(shown.map(({ word }) => word)).toEqual(['hurt']);
});

test('pressing twice leaves any line as it was', () => {
  const piece = fc.constantFrom(
    'hurt',
    'Very sad',
    'as if Sarah knew',
    'a little small',
    'worn out',
  );
  const between = fc.constantFrom(', ', ' and ', '; ', ', and ');
  const stop = fc.constantFrom('', '.', ' …', '!');
  const line = fc
    .tuple(fc.array(fc.tuple(piece, between), { maxLength: 4 }), piece, stop)
    .map(([start, last, end]) => `${start.flat().join('')}${last}${end}`);
  const word = fc.constantFrom(...wheelWords.map(each => each.word));
  fc.assert(
    fc.property(line, word, (start, pressed) => {
      fc.pre(readFeelings(start).every(feeling => feeling.word !== pressed));
      const written = lineOf(start);
      written.press(pressed);
      expect(readFeelings(written.read())).toEqual([
        ...readFeelings(start),
        { word: pressed, strength: null },
      ]);
      written.press(pressed);
      expect(readFeelings(written.read())).toEqual(readFeelings(start));
    }),
  );
});
