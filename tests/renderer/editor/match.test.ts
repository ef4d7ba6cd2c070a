import { describe, expect, test } from 'vitest';
import { findIn, type Wanted } from '../../../renderer/editor/search/match.ts';

const plain: Omit<Wanted, 'text'> = { matchCase: false, wholeWords: false };

/** What is found, in the very words of the text. */
const found = (text: string, sought: string, how: Partial<Wanted> = {}): string[] =>
  findIn(text, { ...plain, text: sought, ...how }).map(({ start, end }) => text.slice(start, end));

const words = { wholeWords: true };
const exact = { matchCase: true };

describe('what is found in a text', () => {
  test('case and accents do not matter, unless they are asked for', () => {
    const text = 'Élan, elan, ELAN, e\u0301lan';
    expect(found(text, 'elan')).toEqual(['Élan', 'elan', 'ELAN', 'e\u0301lan']);
    expect(found(text, 'ÉLAN')).toHaveLength(4);
    expect(found(text, 'elan', exact)).toEqual(['elan']);
    expect(found(text, 'élan', exact)).toEqual(['e\u0301lan']);
    expect(found('ΟΔΥΣΣΕΥΣ, Οδυσσεύς', 'οδυσσευς')).toHaveLength(2);
    expect(found('İstanbul, istanbul', 'ISTANBUL')).toHaveLength(2);
  });

  test('an accent belongs to its letter, and half a sign is none', () => {
    expect(found('a resume\u0301 b', 'resume')).toEqual(['resume\u0301']);
    expect(found('e\u0301', 'e', exact)).toEqual([]);
    expect(found('한국', '하')).toEqual([]);
    expect(found('한국', '한')).toEqual(['한']);
    expect(found('が', 'か')).toEqual([]);
    expect(found('👩‍👧 and 👩', '👩')).toEqual(['👩']);
    expect(found('𝒜 𝒜', '\ud835')).toEqual([]);
    expect(found('שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם']);
    expect(found('हिन्दी', 'हन')).toEqual([]);
  });

  test('marks of print are those of the keyboard, and what is not seen does not count', () => {
    expect(found("I don’t, and don't", "don't")).toEqual(['don’t', "don't"]);
    expect(found('“No”', '"no"', exact)).toEqual([]);
    expect(found('“No”', '"No"', exact)).toEqual(['“No”']);
    expect(found('ten\u00a0days', 'ten days')).toEqual(['ten\u00a0days']);
    expect(found('ac\u00adknow\u200bledge', 'acknowledge', exact)).toHaveLength(1);
  });

  test('plain words are looked for, no patterns, and hits never overlap', () => {
    expect(found('a.c abc a.c', 'a.c')).toEqual(['a.c', 'a.c']);
    expect(found('(why) [x] \\ $1 *', '[x] \\ $1 *')).toEqual(['[x] \\ $1 *']);
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('anything', '')).toEqual([]);
    expect(found('anything', '\u0301')).toEqual([]);
    expect(found('', 'a')).toEqual([]);
  });
});

describe('whole words', () => {
  test('are not parts of others', () => {
    expect(found('can, cannot, scan, Can.', 'can', words)).toEqual(['can', 'Can']);
    expect(found('said.But then', 'but', words)).toEqual(['But']);
    expect(found('part_of 3rd 33', '3', words)).toEqual([]);
    expect(found('Ünal unalike', 'unal', words)).toEqual(['Ünal']);
    expect(found('one two', 'one two', words)).toEqual(['one two']);
    expect(found('M. and Mr.', 'M.', words)).toEqual(['M.']);
  });

  test('do not end at an apostrophe that leads on, but before that of an owner', () => {
    expect(found("can’t can't can", 'can', words)).toEqual(['can']);
    expect(found("Anna’s and Anna's", 'anna', words)).toEqual(['Anna', 'Anna']);
    expect(found('l’amour', 'amour', words)).toEqual(['amour']);
    expect(found('‘can’', 'can', words)).toEqual(['can']);
  });

  test('are words in scripts of all kinds, with and without spaces', () => {
    expect(found('кот и котик', 'кот', words)).toEqual(['кот']);
    expect(found('سلام وسلاما', 'سلام', words)).toEqual(['سلام']);
    expect(found('कल और कलम', 'कल', words)).toEqual(['कल']);
    expect(found('私は東京に住んでいます', '東京', words)).toEqual(['東京']);
    expect(found('我很抱歉', '抱歉', words)).toEqual(['抱歉']);
    expect(found('ฉันขอโทษคุณ', 'ขอโทษ', words)).toEqual(['ขอโทษ']);
    expect(found('엄마는', '엄마', words)).toEqual([]);
  });
});
