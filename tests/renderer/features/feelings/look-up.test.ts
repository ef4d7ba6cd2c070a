import { describe, expect, test } from 'vitest';
import { brokenReferences } from '#shared/content/references.ts';
import { feelings } from '#shared/content/feelings.ts';
import { generalIn, judgementIn } from '../../../../renderer/features/feelings/judgements.ts';
import { lookUp, ownWordOf } from '../../../../renderer/features/feelings/look-up.ts';

const wordsFor = (search: string): string[] => lookUp(search).words.map(({ word }) => word);

describe('search', () => {
  test('a word is found by its beginning, accents and case ignored', () => {
    expect(wordsFor('HEARTB')).toEqual(['heartbroken']);
    expect(wordsFor('jéalous')).toEqual(['jealous']);
    expect(wordsFor('  at   ease ')).toEqual(['at ease']);
  });

  test('words are found by what they mean, after those that are called so', () => {
    const found = wordsFor('tired');
    expect(found[0]).toBe('tired');
    expect(found).toContain('weary');
  });

  test('a judgement word is found in either spelling', () => {
    const found = (search: string) => lookUp(search).judgements.map(({ word }) => word);
    expect(found('betrayed')).toEqual(['betrayed']);
    expect(found('criticized')).toEqual(['criticised']);
  });

  test('the body is found by its place and by what is noticed', () => {
    const found = (search: string) => lookUp(search).sensations.map(({ name }) => name);
    expect(found('throat')).toEqual(['lump in the throat', 'tight throat']);
    expect(found('blushing')).toEqual(['hot face']);
  });

  test('a word that is not ours is the own word of the person; ours are not', () => {
    const own = (search: string) => ownWordOf(search, lookUp(search));
    expect(own(' Gutted ')).toBe('gutted');
    expect(own('hurt')).toBeUndefined();
    expect(own('hear')).toBeUndefined();
    expect(own('betrayed')).toBeUndefined();
    expect(own('hurt, sad')).toBeUndefined();
    expect(own('   ')).toBeUndefined();
  });

  test('an empty search finds nothing', () => {
    expect(lookUp('  ')).toEqual({ words: [], judgements: [], sensations: [] });
  });
});

describe('judgement words', () => {
  test('one in a line is seen, whatever its case', () => {
    expect(judgementIn('so Betrayed, and small')?.word).toBe('betrayed');
    expect(judgementIn('left\u00a0out')?.word).toBe('left out');
    expect(judgementIn('criticized')?.word).toBe('criticised');
  });

  test('only as a word of its own', () => {
    expect(judgementIn('unused')).toBeUndefined();
    expect(judgementIn('I used to be glad')).toBeUndefined();
    expect(judgementIn('used')?.word).toBe('used');
  });

  test('nothing is ever offered beneath a word that may name real harm', () => {
    const quiet = feelings.pseudo_feelings.filter(({ note }) => note === 'quiet');
    expect(quiet.length).toBeGreaterThan(0);
    for (const { word } of quiet) expect(judgementIn(`I feel ${word}`)).toBeUndefined();
  });

  test('a dismissed word stays dismissed, and another is still seen', () => {
    expect(judgementIn('betrayed', ['betrayed'])).toBeUndefined();
    expect(judgementIn('betrayed, ignored', ['betrayed'])?.word).toBe('ignored');
  });
});

test('words for every time are seen in a moment', () => {
  expect(generalIn('you Never listen')).toBe('never');
  expect(generalIn('every single time I ask')).toBe('every single time');
  expect(generalIn('nevertheless you came')).toBeUndefined();
});

test('what the shipped words say of each other is true', () => {
  expect(brokenReferences()).toEqual([]);
});
