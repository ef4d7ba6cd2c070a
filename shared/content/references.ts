import { feelings } from './feelings.ts';
import { breaches, steps } from './steps.ts';
import { templates } from './templates.ts';

/** What the shipped files say of each other that is not true, each with its place; none when all is well. */
export function brokenReferences(): readonly string[] {
  const templateIds = new Set<string>(templates.map(({ id }) => id));
  const sides = ['caused-harm', 'was-hurt'] as const;
  const unknown = (place: string, ids: readonly string[]) =>
    ids.filter(id => !templateIds.has(id)).map(id => `steps.json: ${place}: no template "${id}"`);
  const ofSteps = sides.flatMap(side =>
    steps.flatMap(step => unknown(`step ${step.id}, ${side}`, step.templates[side])),
  );
  const ofBreaches = sides.flatMap(side =>
    breaches.flatMap(breach => unknown(`breach ${breach.id}, ${side}`, breach.templates[side])),
  );
  return [...ofSteps, ...ofBreaches, ...twice(), ...homeless(), ...foreignWords()];
}

/** An id that stands twice in one list could open the wrong thing. */
function twice(): readonly string[] {
  const doubled = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...doubled(templates.map(({ id }) => id)).map(id => `templates.json: "${id}" stands twice`),
    ...templates.flatMap(({ id, sections }) =>
      doubled(sections.map(section => section.id)).map(
        section => `templates.json: ${id}: section "${section}" stands twice`,
      ),
    ),
  ];
}

/** Every template must be reachable from its step, for each of its sides. */
const homeless = (): readonly string[] =>
  templates.flatMap(({ id, step, roles }) =>
    roles
      .filter(side => steps.find(each => each.id === step)?.templates[side].includes(id) !== true)
      .map(side => `steps.json: step ${step}, ${side}: "${id}" is missing`),
  );

/** What lies beneath a judgement word, or comes with a sensation, must be a word of the wheel or a need. */
function foreignWords(): readonly string[] {
  const words = new Set(
    feelings.feelings.flatMap(({ core, mid }) => [
      core.toLowerCase(),
      ...mid.flatMap(({ word, leaf }) => [word, ...leaf.map(each => each.word)]),
    ]),
  );
  const needs = new Set(feelings.needs.flatMap(group => group.words));
  const noFeeling = (place: string, named: readonly string[]) =>
    named
      .filter(word => !words.has(word))
      .map(word => `feelings.json: ${place}: no feeling "${word}"`);
  const noNeed = (place: string, named: readonly string[]) =>
    named
      .filter(word => !needs.has(word))
      .map(word => `feelings.json: ${place}: no need "${word}"`);
  return [
    ...feelings.body_sensations.flatMap(({ name, often }) => noFeeling(name, often)),
    ...feelings.pseudo_feelings.flatMap(judgement => [
      ...noFeeling(judgement.word, judgement.likely_feelings),
      ...noNeed(judgement.word, judgement.needs),
    ]),
  ];
}
