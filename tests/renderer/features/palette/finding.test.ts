import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, findable, partsOf, wordsOf } from '../../../../renderer/features/palette/finding.ts';
import { targetOf } from '../../../../renderer/features/palette/walk.ts';

interface Line {
  readonly title: string;
  readonly others: readonly string[];
}

const look = (lines: readonly Line[], text: string, most = 50) =>
  find(
    lines.map(line => findable(line, line.title, line.others)),
    wordsOf(text),
    most,
  );

const titled = (...titles: readonly string[]): Line[] =>
  titles.map(title => ({ title, others: [] }));

const titlesOf = (lines: readonly Line[], text: string): string[] =>
  look(lines, text).shown.map(({ title }) => title);

describe('what fits', () => {
  test('every word has to occur, each of them anywhere, whatever its accents and case', () => {
    const lines = [
      { title: 'À propos du téléphone', others: ['Tu as demandé', 'Zoé'] },
      { title: 'The phone', others: ['You asked', 'M.'] },
    ];
    expect(titlesOf(lines, 'TELEPHONE zoe')).toEqual(['À propos du téléphone']);
    expect(titlesOf(lines, 'phone asked m.')).toEqual(['The phone']);
    expect(titlesOf(lines, 'phone zebra')).toEqual([]);
    expect(titlesOf(lines, '  ')).toHaveLength(2);
  });

  test('the beginning of a word of the title goes before its middle, and both before the rest', () => {
    const lines = [
      { title: 'A dummy run', others: [] },
      { title: 'To you', others: ['my words'] },
      ...titled('“My” side', 'What is mine'),
    ];
    expect(titlesOf(lines, 'my')).toEqual(['“My” side', 'A dummy run', 'To you']);
    expect(titlesOf(lines, 'm')).toEqual(['“My” side', 'What is mine', 'A dummy run', 'To you']);
  });

  test('signs, other scripts and what a pattern would mean are words like any other', () => {
    const lines = titled('C++ (1)', 'אל תשכח', 'آسف', 'don’t', '👩‍👩‍👧 at home');
    for (const [text, title] of [
      ['c++ (', 'C++ (1)'],
      ['תשכח', 'אל תשכח'],
      ['اسف', 'آسف'],
      ["DON'T", 'don’t'],
      ['👩‍👩‍👧', '👩‍👩‍👧 at home'],
    ] as const) {
      expect(titlesOf(lines, text)).toEqual([title]);
    }
  });

  /** Few letters, so that words often fit, with some that fold to the same. */
  const typedWord = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', 'E', 'ß', 'ש'),
    maxLength: 3,
  });
  const text = fc.array(typedWord, { maxLength: 4 }).map(words => words.join(' '));
  const line = fc.record({ title: text, others: fc.array(text, { maxLength: 2 }) });

  test('all that fits is counted and shown up to the bound, in a steady order, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), text, fc.nat(20), (lines, typed, most) => {
        const words = wordsOf(typed);
        const has = (whole: string) => words.every(each => plain(whole).includes(each));
        const fitting = lines.filter(each => has([each.title, ...each.others].join('\n')));
        const { shown, count } = look(lines, typed, most);
        expect(count).toBe(fitting.length);
        expect(shown).toHaveLength(Math.min(most, count));
        const fits = new Set<Line>(fitting);
        expect(shown.every(each => fits.has(each))).toBe(true);
        expect(new Set(shown).size).toBe(shown.length);

        // With room for all, the bound only cuts the end off.
        const all = look(lines, typed, lines.length).shown;
        expect(all.slice(0, most)).toEqual(shown);
        const byTitle = all.map(each => has(each.title));
        expect(byTitle).toEqual(byTitle.toSorted((a, b) => Number(b) - Number(a)));
        // Among those whose title does not say it, nothing changes places.
        const others = all.filter(each => !has(each.title));
        expect(others).toEqual(fitting.filter(each => !has(each.title)));
        if (words.length === 0) expect(all).toEqual(lines);
      }),
    );
  });

  test('a text that is cut at its words is still the same text, and each mark is one of them', () => {
    fc.assert(
      fc.property(text, text, (original, typed) => {
        const words = wordsOf(typed);
        const parts = partsOf(original, words);
        expect(parts.map(part => part.text).join('')).toBe(original);
        const rest = parts.filter(part => !part.isHit).map(part => plain(part.text));
        expect(rest.some(each => words.some(word => each.includes(word)))).toBe(false);
      }),
    );
    expect(partsOf('Le téléphone', wordsOf('tele phone'))).toEqual([
      { text: 'Le ', isHit: false },
      { text: 'téléphone', isHit: true },
    ]);
    expect(partsOf('Nothing', [])).toEqual([{ text: 'Nothing', isHit: false }]);
  });

  const plain = (whole: string): string => wordsOf(whole).join(' ');
});

test('the keys lead through the list, and not beyond its ends', () => {
  const walk = (at: number, ...keys: readonly string[]) =>
    keys.reduce((line, key) => targetOf(key, line, 20) ?? line, at);
  expect(walk(0, 'ArrowDown', 'ArrowDown', 'ArrowUp')).toBe(1);
  expect(walk(0, 'ArrowUp')).toBe(0);
  expect(walk(19, 'ArrowDown')).toBe(19);
  expect(walk(3, 'PageDown')).toBe(10);
  expect(walk(3, 'PageUp')).toBe(0);
  expect([walk(7, 'End'), walk(7, 'Home')]).toEqual([19, 0]);
  expect(targetOf('a', 0, 20)).toBeUndefined();
  expect(targetOf('End', 0, 0)).toBe(0);
});
