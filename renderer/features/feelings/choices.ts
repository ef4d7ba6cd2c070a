import { feelings, type Judgement, type Sensation } from '#shared/content/feelings.ts';
import { words } from '../../words/feelings.ts';
import { capital } from './capital.ts';
import type { Choice, ChoiceGroup } from './ChoiceList.tsx';
import { findWord, wordsOfCore, wordsOfRing, type WheelWord } from './vocabulary.ts';

/** A word of the wheel with its meaning, for rows. */
export const withMeaning = ({ word, label, definition, ring, core }: WheelWord): Choice => ({
  word,
  label,
  note: definition,
  ring,
  core,
});

/** The words of one core, as they stand in the list. */
export const partOf = (core: WheelWord): ChoiceGroup => ({
  title: core.label,
  isTitled: true,
  choices: wordsOfCore(core.core).map(withMeaning),
});

/** All words of the wheel, core after core. */
export const wholeList: readonly ChoiceGroup[] = wordsOfRing(0).map(partOf);

/** Feelings by their names alone, for chips. */
const feelingsNamed = (named: readonly string[]): readonly Choice[] =>
  named.flatMap(name => {
    const found = findWord(name);
    return found === undefined ? [] : { word: name, label: name, core: found.core };
  });

/** The feelings that may lie beneath a judgement word. */
export const beneath = ({ word, likely_feelings: likely }: Judgement): readonly ChoiceGroup[] => [
  { title: word, isTitled: true, choices: feelingsNamed(likely) },
];

/** The places of the body, in the order of the shipped words. */
export const bodyPlaces: readonly string[] = [
  ...new Set(feelings.body_sensations.map(({ where }) => where)),
];

export const sensationsIn = (place: string): readonly Sensation[] =>
  feelings.body_sensations.filter(({ where }) => where === place);

/** What is noticed in the body, each with feelings that may come with it. */
export const bodyGroups = (sensations: readonly Sensation[]): readonly ChoiceGroup[] =>
  sensations.map(({ name, notice, often }) => ({
    title: capital(name),
    note: `${capital(notice)}.`,
    isTitled: false,
    choices: feelingsNamed(often),
  }));

const needNamed = (word: string): Choice => ({ word, label: word });

/** The needs in their groups; first, where there is one, what may lie beneath a judgement word. */
export function needGroups(judgement: Judgement | undefined): readonly ChoiceGroup[] {
  const all = feelings.needs.map(({ group, words: needs }) => ({
    title: group,
    isTitled: false,
    choices: needs.map(needNamed),
  }));
  if (judgement === undefined) return all;
  const title = words.needs.earlier(judgement.word);
  return [{ title, isTitled: false, choices: judgement.needs.map(needNamed) }, ...all];
}
