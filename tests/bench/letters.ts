import feelings from '#shared/content/feelings.json' with { type: 'json' };
import steps from '#shared/content/steps.json' with { type: 'json' };
import shipped from '#shared/content/templates.json' with { type: 'json' };
import { Day } from '#shared/domain/day.ts';
import type { Document } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { EntryId } from '#shared/domain/ids.ts';
import { documentOf } from '../support/builders.ts';

/** Numbers that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words of the shipped texts, the frequent ones first: what letters of this kind are made of. */
function vocabularyOf(texts: readonly unknown[]): readonly string[] {
  const words =
    JSON.stringify(texts)
      .toLowerCase()
      .match(/\p{L}+(?:’\p{L}+)?/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.entries()].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
}

const vocabulary = vocabularyOf([feelings, steps, shipped]);
const SYLLABLES =
  'ba cor den el fim gra hol is jun kel lom mar nis or pel quin ros sal tev ul'.split(' ');

const PARAGRAPHS = 6;
const WORDS_PER_PARAGRAPH = 33;

/** A letter of about 200 words; one word in forty is a name or a rare word. */
export function aLetterText(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  // Zipf's law, roughly: the square favours the front of the list.
  const frequent = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '';
  const word = () =>
    random() < 0.025 ? pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES) : frequent();
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: PARAGRAPHS }, () => `${words(WORDS_PER_PARAGRAPH)}.`).join('\n');
}

/** An entry with such a letter, `index` days into some year. */
export function aLetter(random: () => number, index: number): Entry {
  const hex = index.toString(16).padStart(12, '0');
  const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
  const document: Document = documentOf(aLetterText(random));
  return {
    id: EntryId.parse(`00000000-0000-4000-8000-${hex}`),
    kind: 'letter',
    journeyId: null,
    templateId: null,
    step: null,
    title: aLetterText(random).split(' ').slice(0, 4).join(' '),
    writtenOn: Day.parse(day),
    document,
    version: 1,
    createdAt: index,
    updatedAt: index,
  };
}
