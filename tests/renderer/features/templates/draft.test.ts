import { describe, expect, test } from 'vitest';
import { OwnTemplateDraft } from '#shared/domain/template.ts';
import {
  changeSection,
  draftOf,
  duplicateSection,
  emptySection,
  hasChanged,
  insertSection,
  keptTemplateIn,
  moveSection,
  moveSectionBy,
  removeSection,
  templateIn,
  type SectionDraft,
} from '../../../../renderer/features/templates/draft.ts';
import {
  aboutProblems,
  firstProblem,
  sectionProblems,
} from '../../../../renderer/features/templates/problems.ts';

const section = (id: string, fields: Partial<SectionDraft> = {}): SectionDraft => ({
  ...emptySection(),
  id,
  heading: id.toUpperCase(),
  ...fields,
});
const sections = ['a', 'b', 'c'].map(id => section(id));
const ids = (list: readonly SectionDraft[]): string => list.map(({ id }) => id).join('');
const draft = (fields: Partial<ReturnType<typeof draftOf>> = {}) => ({
  ...draftOf(),
  title: 'Sunday letter',
  ...fields,
});

describe('the order of sections', () => {
  test('a section moves by places, and stops at both ends', () => {
    expect(ids(moveSectionBy(sections, 'b', -1))).toBe('bac');
    expect(ids(moveSectionBy(sections, 'a', 1))).toBe('bac');
    expect(ids(moveSectionBy(sections, 'a', -1))).toBe('abc');
    expect(ids(moveSectionBy(sections, 'c', 5))).toBe('abc');
  });

  test('a section that is dragged goes to any place; an unknown one changes nothing', () => {
    expect(ids(moveSection(sections, 'a', 2))).toBe('bca');
    expect(ids(moveSection(sections, 'c', 0))).toBe('cab');
    expect(ids(moveSection(sections, 'zz', 0))).toBe('abc');
  });

  test('moving there and back gives the same list', () => {
    for (const [from, id] of ['a', 'b', 'c'].entries()) {
      for (const to of [0, 1, 2]) {
        expect(moveSection(moveSection(sections, id, to), id, from)).toEqual(sections);
      }
    }
  });

  test('a section that was removed comes back with its text where it was', () => {
    const result = removeSection(sections, 'b');
    if (result === undefined) throw new Error('b is there');
    expect(ids(result.sections)).toBe('ac');
    const { section: taken, place } = result.removed;
    expect(insertSection(result.sections, taken, place)).toEqual(sections);
    expect(removeSection(sections, 'zz')).toBeUndefined();
  });

  test('a copy stands below its original and has an id of its own', () => {
    const copied = duplicateSection(sections, 'b', 'new');
    expect(ids(copied)).toBe('abnewc');
    expect(copied[2]).toEqual({ ...sections[1], id: 'new' });
  });
});

describe('what the fields say', () => {
  test('a template goes into the fields and comes out the same', () => {
    const template = OwnTemplateDraft.parse({
      title: 'Sunday letter',
      step: 4,
      kind: 'letter',
      purpose: 'For Sundays.',
      sections: [
        {
          id: 'a',
          heading: 'How it was',
          prompt: 'Write {date}.',
          hint: '',
          starter: 'Today ',
          type: 'scale',
          private: true,
          items: ['one', 'two'],
          min: 1,
          max: 5,
          minLabel: 'low',
          maxLabel: 'high',
        },
      ],
    });
    expect(templateIn(draftOf(template))).toEqual(template);
  });

  test('changing the type of a section loses nothing of what it held before', () => {
    const scale = section('a', { type: 'scale', min: '1', max: '7' });
    const [text] = changeSection([scale], 'a', { type: 'checklist', items: 'one\n\n two ' });
    const [again] = changeSection([text ?? scale], 'a', { type: 'scale' });
    expect(again).toMatchObject({ min: '1', max: '7', items: 'one\n\n two ' });
    expect(templateIn(draft({ sections: [again ?? scale] })).sections[0]).toMatchObject({
      min: 1,
      max: 7,
      items: ['one', 'two'],
    });
  });

  test('an unfinished template is still one that can be stored, but for its name', () => {
    const unfinished = draft({
      sections: [section('a', { type: 'scale', min: 'x', max: '', heading: ' ' })],
    });
    expect(OwnTemplateDraft.safeParse(templateIn(unfinished)).error).toBeUndefined();
  });

  test('only another text is a change', () => {
    expect(hasChanged(draft(), draft())).toBe(false);
    expect(hasChanged(draft({ sections }), draft())).toBe(true);
  });
});

describe('what has to be mended', () => {
  test('a name is needed, and there is room for so many characters', () => {
    expect(aboutProblems(draft())).toEqual({});
    expect(aboutProblems(draft({ title: '  ' })).title).toMatch(/name/);
    expect(aboutProblems(draft({ title: 'é'.repeat(501) })).title).toMatch(/500.*501/);
    expect(aboutProblems(draft({ title: 'é'.repeat(500) }))).toEqual({});
  });

  test('the ends of a scale are whole numbers in their order', () => {
    const ends = (min: string, max: string) =>
      sectionProblems(section('a', { type: 'scale', min, max }));
    expect(ends('0', '100')).toEqual({});
    expect(Object.keys(ends('five', '10'))).toEqual(['min']);
    expect(Object.keys(ends('1.5', '101'))).toEqual(['min', 'max']);
    expect(Object.keys(ends('-1', ''))).toEqual(['min', 'max']);
    expect(Object.keys(ends('5', '5'))).toEqual(['max']);
  });

  test('what belongs to another type is not looked at', () => {
    expect(sectionProblems(section('a', { min: 'x', items: 'y'.repeat(2000) }))).toEqual({});
  });

  test('too many lines of a check list, or too long a one, are named', () => {
    const items = (text: string) =>
      sectionProblems(section('a', { type: 'checklist', items: text }));
    expect(items('one\n'.repeat(201)).items).toMatch(/200.*201/);
    expect(items(`one\n${'x'.repeat(1001)}`).items).toMatch(/^Line 2/);
  });

  test('the first part with something to mend is where to look', () => {
    const wrong = section('b', { prompt: 'x'.repeat(4001) });
    expect(firstProblem(draft({ sections }))).toBeNull();
    expect(firstProblem(draft({ sections: [section('a'), wrong] }))).toBe('b');
    expect(firstProblem(draft({ title: '', sections: [wrong] }))).toBe('about');
  });
});

test('what a lock keeps has every word, also what the form would have asked to shorten', () => {
  const long = section('a', { prompt: 'p'.repeat(4001), heading: 'h'.repeat(501), min: 'x' });
  const many = Array.from({ length: 101 }, (_, at) => section(`s${at}`));
  const typed = { ...draft({ title: 't'.repeat(501) }), sections: [long, ...many] };
  expect(firstProblem(typed)).not.toBeNull();
  const kept = OwnTemplateDraft.parse(keptTemplateIn(typed));
  expect(kept).toEqual(templateIn(typed));
  expect(OwnTemplateDraft.parse(keptTemplateIn(draft({ title: ' ' }))).title).not.toBe('');
});

test('what a lock keeps fits the vault, however much was pasted', () => {
  const endless = '🌧'.repeat(200_000);
  const item = `${endless}\n`;
  const huge = section('a', { prompt: endless, minLabel: endless, items: item.repeat(3) });
  const many = Array.from({ length: 2000 }, (_, at) => section(`s${at}`));
  const typed = { ...draft({ title: endless, purpose: endless }), sections: [huge, ...many] };
  const kept = OwnTemplateDraft.parse(keptTemplateIn(typed));
  expect(kept.sections[0]?.prompt.isWellFormed()).toBe(true);
  expect(kept.sections[0]?.prompt.length).toBeGreaterThan(50_000);
  expect(kept.sections).toHaveLength(1000);
});
