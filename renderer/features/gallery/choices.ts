import { steps } from '#shared/content/steps.ts';
import { templatesOf } from '#shared/content/templates.ts';
import type { OwnTemplate, Side, Template } from '#shared/domain/template.ts';
import { fold } from '../../editor/search/fold.ts';
import { words } from '../../words/en.ts';

/** What a letter can begin from: a blank page, a template of the guide, or one of the person's own. */
export type Choice =
  | { readonly kind: 'blank' }
  | { readonly kind: 'shipped'; readonly template: Template }
  | { readonly kind: 'own'; readonly template: OwnTemplate };

/** Which of them are looked at. */
export interface GalleryFilter {
  /** One step, the person's own alone, or everything with null. */
  readonly step: number | 'own' | null;
  /** One of the sides, or both with null. */
  readonly side: Side | null;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly name: 'blank' | 'own' | 'found' | number;
  readonly choices: readonly Choice[];
}

/** What tells one choice from another. */
export const keyOf = (choice: Choice): string =>
  choice.kind === 'blank' ? 'blank' : choice.template.id;

/**
 * The choices in the order in which they are shown: the blank page, the person's own, then step by
 * step as the guide orders them. A search shows one list instead, what fits best first.
 */
export function groupsFor(
  own: readonly OwnTemplate[],
  filter: GalleryFilter,
): readonly ChoiceGroup[] {
  const groups = allGroups(own, filter);
  const wanted = wordsOf(filter.text);
  if (wanted.length === 0) return groups;
  return [
    {
      name: 'found',
      choices: bestFirst(
        groups.flatMap(each => each.choices),
        wanted,
      ),
    },
  ];
}

function allGroups(own: readonly OwnTemplate[], filter: GalleryFilter): readonly ChoiceGroup[] {
  const { step, side } = filter;
  const sides: readonly Side[] = side === null ? ['caused-harm', 'was-hurt'] : [side];
  const ownHere = own.filter(each => step === null || step === 'own' || each.step === step);
  const stepsHere = steps.filter(({ id }) => step === null || step === id);
  const groups: readonly ChoiceGroup[] = [
    { name: 'blank', choices: [{ kind: 'blank' }] },
    { name: 'own', choices: ownHere.map(template => ({ kind: 'own', template })) },
    ...stepsHere.map((each): ChoiceGroup => {
      const offered = new Set(sides.flatMap(every => templatesOf(each, every)));
      return {
        name: each.id,
        choices: [...offered].map(template => ({ kind: 'shipped', template })),
      };
    }),
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

/** Apostrophes are typed straight and printed curled. */
const plain = (text: string): string => fold(text).text.replaceAll(/[‘’]/g, "'");

const wordsOf = (text: string): readonly string[] =>
  plain(text)
    .split(/[\s“”"]+/)
    .filter(word => word !== '');

function bestFirst(choices: readonly Choice[], wanted: readonly string[]): readonly Choice[] {
  return choices
    .map(choice => ({ choice, rank: rankOf(choice, wanted) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ choice }) => choice);
}

/** The lower, the better: begins the title, in the title, in the purpose too, only with the headings; null for none. */
function rankOf(choice: Choice, wanted: readonly string[]): number | null {
  const texts = wordsOn(choice).map(plain);
  const hasAll = (text: string) => wanted.every(word => text.includes(word));
  if (texts[0]?.startsWith(wanted.join(' '))) return 0;
  const enough = [1, 2, texts.length].findIndex(count => hasAll(texts.slice(0, count).join('\n')));
  return enough === -1 ? null : enough + 1;
}

/** The title, the purpose, and the headings. */
function wordsOn(choice: Choice): readonly string[] {
  if (choice.kind === 'blank') return [words.gallery.blank, words.gallery.blankPurpose];
  const { title, purpose, sections } = choice.template;
  return [title, purpose, ...sections.map(section => section.heading)];
}

/**
 * The choice that is looked at: the one that was chosen if it is still in the list, else the first
 * template, else the blank page.
 */
export function chosenIn(choices: readonly Choice[], key: string | null): number {
  const chosen = choices.findIndex(choice => keyOf(choice) === key);
  if (chosen !== -1) return chosen;
  return Math.max(
    0,
    choices.findIndex(choice => choice.kind !== 'blank'),
  );
}
