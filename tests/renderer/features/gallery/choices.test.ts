import { expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { OwnTemplate } from '#shared/domain/template.ts';
import {
  chosenIn,
  groupsFor,
  keyOf,
  type Choice,
  type GalleryFilter,
} from '../../../../renderer/features/gallery/choices.ts';

const everything: GalleryFilter = { step: null, side: null, text: '' };

const own = (title: string, step: number | null = null, headings: readonly string[] = []) =>
  OwnTemplate.parse({
    id: crypto.randomUUID(),
    title,
    step,
    kind: 'letter',
    purpose: '',
    sections: headings.map((heading, index) => ({
      id: `s${index}`,
      heading,
      prompt: '',
      hint: '',
      starter: '',
      type: 'text',
      private: false,
      items: [],
      min: 0,
      max: 10,
      minLabel: '',
      maxLabel: '',
    })),
    createdAt: 1,
    updatedAt: 1,
  });

const titles = (groups: ReturnType<typeof groupsFor>): string[] =>
  groups.flatMap(({ choices }) => choices.map(titleOf));
const titleOf = (choice: Choice): string =>
  choice.kind === 'blank' ? 'Blank page' : choice.template.title;

test('the blank page comes first, then what the person made, then the five steps with every template once', () => {
  const sunday = own('Sunday letter');
  const groups = groupsFor([sunday], everything);
  expect(groups.map(({ name }) => name)).toEqual(['blank', 'own', 1, 2, 3, 4, 5]);
  const shipped = groups.slice(2).flatMap(({ choices }) => choices.map(keyOf));
  expect(shipped.toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
});

test('one side sees what fits it, in the order of the guide', () => {
  const [, first] = groupsFor([], { ...everything, side: 'was-hurt' });
  expect(first?.choices.map(titleOf)).toEqual([
    'Impact map',
    'Impact letter',
    'The apology I needed',
    'Unsent letter',
  ]);
});

test('one step shows its templates and those of the person that belong to it', () => {
  const groups = groupsFor([own('For step two', 2), own('For none')], { ...everything, step: 2 });
  expect(groups.map(({ name }) => name)).toEqual(['blank', 'own', 2]);
  expect(titles(groups)).toContain('For step two');
  expect(titles(groups)).not.toContain('For none');
});

test('the person can look at their own templates alone', () => {
  const groups = groupsFor([own('One'), own('Two', 4)], { ...everything, step: 'own' });
  expect(titles(groups)).toEqual(['Blank page', 'One', 'Two']);
});

test('a search finds titles first, then purposes, then headings, whatever the accents and quotes', () => {
  const inHeading = own('A note', null, ['Où est-elle ?']);
  const inTitle = own('Ou bien');
  const groups = groupsFor([inHeading, inTitle], { ...everything, text: ' OÙ ' });
  expect(groups.map(({ name }) => name)).toEqual(['found']);
  const found = titles(groups);
  expect(found[0]).toBe('Ou bien');
  expect(found).toContain('A note');
  expect(titles(groupsFor([], { ...everything, text: '"i feel" drafts' }))[0]).toBe(
    '“I feel” statements in three drafts',
  );
});

test('what the title begins with comes before what only holds the word', () => {
  const [first] = titles(groupsFor([own('Not a short one')], { ...everything, text: 'short' }));
  expect(first).toBe('Short acknowledgment');
});

test('every word has to be there; nothing is found for words that are nowhere', () => {
  expect(titles(groupsFor([], { ...everything, text: 'letter zebra' }))).toEqual([]);
  expect(titles(groupsFor([], { ...everything, text: '(*[' }))).toEqual([]);
});

test('what was chosen stays chosen while it is in the list; else the first template is', () => {
  const choices = groupsFor([], everything).flatMap(group => group.choices);
  expect(chosenIn(choices, 'impact-map')).toBe(choices.findIndex(c => keyOf(c) === 'impact-map'));
  expect(chosenIn(choices, 'gone')).toBe(1);
  expect(chosenIn(choices.slice(0, 1), 'gone')).toBe(0);
});
