import { describe, expect, test } from 'vitest';
import {
  bodyGroups,
  bodyPlaces,
  sensationsIn,
  wholeList,
} from '../../../../renderer/features/feelings/choices.ts';
import { drawingOf } from '../../../../renderer/features/feelings/drawing.ts';
import {
  childrenOf,
  findWord,
  wheelWords,
  wordsOfRing,
  type Ring,
  type WheelWord,
} from '../../../../renderer/features/feelings/vocabulary.ts';
import { walk, wordTyped } from '../../../../renderer/features/feelings/walk.ts';
import {
  isInside,
  labelOf,
  levelLabelOf,
  OVERVIEW,
  sectorOf,
  turnTo,
  WHOLE,
} from '../../../../renderer/features/feelings/wheel-shape.ts';

const RINGS: readonly Ring[] = [0, 1, 2];

function word(name: string): WheelWord {
  const found = findWord(name);
  if (found === undefined) throw new Error(`no word "${name}"`);
  return found;
}

const press = (from: string, ...keys: string[]): string =>
  keys.reduce((at, key) => walk(at, key) ?? at, word(from)).word;

describe('the words', () => {
  test('no two are the same, and each has a meaning that is a sentence', () => {
    expect(new Set(wheelWords.map(each => each.word)).size).toBe(wheelWords.length);
    expect(wheelWords.filter(({ definition }) => !/^\p{Lu}.+\.$/u.test(definition))).toEqual([]);
  });

  test('the list holds the same words as the wheel, in the same order', () => {
    const inList = wholeList.flatMap(({ choices }) => choices.map(each => each.word));
    expect(inList).toEqual(wheelWords.map(each => each.word));
  });

  test('every sensation of the body leads to words of the wheel', () => {
    const groups = bodyPlaces.flatMap(place => bodyGroups(sensationsIn(place)));
    expect(groups.length).toBeGreaterThan(20);
    for (const { choices } of groups) expect(choices.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the shape', () => {
  test.each(RINGS)('ring %i closes: each segment begins where the last one ends', ring => {
    const sectors = wordsOfRing(ring).map(each => sectorOf(each, WHOLE));
    const ends = [sectors[0]?.from, ...sectors.map(({ to }) => to)];
    expect(ends.slice(0, -1)).toEqual(sectors.map(({ from }) => from));
    expect((ends.at(-1) ?? 0) - (ends[0] ?? 0)).toBeCloseTo(360);
  });

  test('a word lies further out than the one it belongs to, and within its width', () => {
    for (const parent of wheelWords) {
      const around = sectorOf(parent, WHOLE);
      for (const child of childrenOf(parent)) {
        const sector = sectorOf(child, WHOLE);
        expect(sector.inner).toBe(around.outer);
        expect(sector.from).toBeGreaterThanOrEqual(around.from);
        expect(sector.to).toBeLessThanOrEqual(around.to);
      }
    }
  });

  test('no label stands on its head, however the wheel is turned', () => {
    for (const turn of [0, 45, 90, 170, -200]) {
      for (const each of wheelWords) {
        const sector = sectorOf(each, WHOLE, turn);
        const { x, y, rotate } = labelOf(sector);
        expect(Math.abs(rotate)).toBeLessThanOrEqual(90);
        expect(isInside(sector, x, y)).toBe(true);
      }
    }
  });

  test('a level label has the same room on both sides', () => {
    for (const core of wordsOfRing(0)) {
      const sector = sectorOf(core, OVERVIEW);
      const { x, y, rotate } = levelLabelOf(sector);
      expect(rotate).toBe(0);
      for (const side of [-40, 40]) expect(isInside(sector, x + side, y)).toBe(true);
    }
  });

  test('the part that is opened faces right', () => {
    for (const core of wordsOfRing(0)) {
      const { from, to } = sectorOf(core, WHOLE, turnTo(core));
      expect((from + to) / 2).toBeCloseTo(0);
    }
  });
});

describe('what is drawn', () => {
  const kinds = (isOpen: boolean) => drawingOf('parts', { word: word('hurt'), isOpen });

  test('where there is room, every word at once', () => {
    const { words } = drawingOf('whole', { word: word('hurt'), isOpen: false });
    expect(words).toEqual(wheelWords);
  });

  test('where there is little, the eight cores, and then one part between its neighbours', () => {
    expect(kinds(false).words).toEqual(wordsOfRing(0));
    const shown = kinds(true).words.map(each => each.word);
    expect(shown.at(0)).toBe('angry');
    expect(shown.at(-1)).toBe('afraid');
    expect(shown.slice(1, 3)).toEqual(['sad', 'low']);
    expect(shown).toContain('disheartened');
  });
});

describe('walking with the keys', () => {
  test('up and down go round a ring, past its end', () => {
    expect(press('angry', 'ArrowDown')).toBe('sad');
    expect(press('angry', 'ArrowUp')).toBe('at ease');
    expect(press('brave', 'ArrowDown')).toBe('prickly');
    for (const ring of RINGS) {
      const all = wordsOfRing(ring);
      const round = all.map(() => 'ArrowDown');
      expect(press(all[0]?.word ?? '', ...round)).toBe(all[0]?.word);
    }
  });

  test('right goes outwards and left back in, no further than the wheel goes', () => {
    expect(press('sad', 'ArrowRight')).toBe('low');
    expect(press('sad', 'ArrowRight', 'ArrowRight')).toBe('gloomy');
    expect(press('gloomy', 'ArrowRight')).toBe('gloomy');
    expect(press('stung', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toBe('sad');
  });

  test('home and end lead to the ends of the ring', () => {
    expect(press('hurt', 'Home')).toBe('irritated');
    expect(press('hurt', 'End')).toBe('confident');
  });

  test('typing goes to the next word that begins so', () => {
    expect(wordTyped(word('sad'), 'h').word).toBe('heavy');
    expect(wordTyped(word('heavy'), 'hu').word).toBe('hurt');
    expect(wordTyped(word('brave'), 'AN').word).toBe('angry');
    expect(wordTyped(word('sad'), 'zz').word).toBe('sad');
  });
});
