import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { feelings as shipped } from '#shared/content/feelings.ts';
import { feelingText, readFeelings, STRENGTHS, type Feeling } from '#shared/domain/feeling.ts';
import { withFeeling, withoutFeeling } from '#shared/domain/feeling.ts';

test.each([
  ['hurt', [['hurt', null]]],
  ['very hurt, a little ashamed', [['hurt', 'very'], ['ashamed', 'a little']]], // prettier-ignore
  ['Hurt and quite angry.', [['hurt', null], ['angry', 'quite']]], // prettier-ignore
  ['sad;\nlonely…', [['sad', null], ['lonely', null]]], // prettier-ignore
  ['very', [['very', null]]],
  ['a little', [['a little', null]]],
  ['understanding, stranded', [['understanding', null], ['stranded', null]]], // prettier-ignore
  ['悲しい', [['悲しい', null]]],
  ['', []],
  [' , ; and . ', []],
])('%j reads as %j', (text, expected) => {
  expect(readFeelings(text).map(({ word, strength }) => [word, strength])).toEqual(expected);
});

const words = shipped.feelings.flatMap(({ mid }) =>
  mid.flatMap(({ word, leaf }) => [word, ...leaf.map(each => each.word)]),
);
const anyFeelings = fc.uniqueArray(
  fc.record<Feeling>({
    word: fc.constantFrom(...words.map(word => word.toLowerCase())),
    strength: fc.constantFrom(null, ...STRENGTHS),
  }),
  { selector: ({ word }) => word, maxLength: 6 },
);

test('every word of the wheel, at every strength, is read back as it was written', () => {
  fc.assert(
    fc.property(anyFeelings, all => {
      expect(readFeelings(all.map(feelingText).join(', '))).toEqual(all);
    }),
  );
});

test('a feeling is added once, and takes the strength that it was given last', () => {
  expect(withFeeling('Hurt, sad', { word: 'hurt', strength: 'very' })).toBe('very hurt, sad');
  expect(withFeeling('', { word: 'hurt', strength: null })).toBe('hurt');
});

test('a feeling that was added and taken away leaves the others', () => {
  fc.assert(
    fc.property(anyFeelings, fc.constantFrom(...STRENGTHS, null), (all, strength) => {
      const text = all.map(feelingText).join(', ');
      const without = withoutFeeling(withFeeling(text, { word: 'seen', strength }), 'seen');
      expect(without).toBe(withoutFeeling(text, 'seen'));
    }),
  );
});
