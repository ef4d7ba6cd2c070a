import { whyApart } from '#shared/content/apart.ts';
import { breaches, relationships, type Step } from '#shared/content/steps.ts';
import { templatesOf } from '#shared/content/templates.ts';
import { byNewest, type EntrySummary } from '#shared/domain/entry.ts';
import { sidesOf, type Breach, type Journey } from '#shared/domain/journey.ts';
import type { Side, Template } from '#shared/domain/template.ts';

/** The writing of a journey; without one, all of it. */
export const writingOf = (
  journey: Journey | undefined,
  entries: readonly EntrySummary[],
): readonly EntrySummary[] =>
  journey === undefined ? entries : entries.filter(({ journeyId }) => journeyId === journey.id);

export interface Written {
  /** The newest first. */
  readonly entries: readonly EntrySummary[];
  /** Check-ins are many and alike: they have a page of their own, and are not listed here. */
  readonly hasCheckIns: boolean;
}

/** What was written for a step. */
export function writtenFor(step: number, entries: readonly EntrySummary[]): Written {
  const ofStep = entries.filter(entry => entry.step === step);
  const isCheckIn = ({ kind }: EntrySummary) => kind === 'check-in';
  return {
    entries: ofStep.filter(entry => !isCheckIn(entry)).toSorted(byNewest),
    hasCheckIns: ofStep.some(isCheckIn),
  };
}

/** Where in the path the note of a breach belongs; null for one that comes before every step. */
const NOTE_AT: Readonly<Record<Breach, number | null>> = {
  infidelity: 1,
  deceit: 1,
  withholding: 1,
  'broken-promises': 3,
  'neglect-abuse': null,
};

/** Where the caution of a relationship and the questions about a situation belong: before the first words. */
const FIRST_STEP = 1;

const breachesOf = (journey: Journey | undefined) =>
  breaches.filter(({ id }) => journey?.breaches.includes(id));

/** What to keep in mind at a step, for this relationship and these breaches. */
export function notesAt(step: number, journey: Journey | undefined): readonly string[] {
  const notes = breachesOf(journey)
    .filter(({ id }) => NOTE_AT[id] === step)
    .map(({ note }) => note);
  const relationship = relationships.find(({ id }) => id === journey?.relationship);
  return step === FIRST_STEP && relationship !== undefined
    ? [...notes, relationship.caution]
    : notes;
}

export interface Questions {
  readonly title: string;
  readonly of: readonly { readonly side: Side; readonly items: readonly string[] }[];
}

/** What the guide asks about this situation, for one's own sides, topic by topic. */
export function questionsAt(step: number, journey: Journey | undefined): readonly Questions[] {
  if (journey === undefined || step !== FIRST_STEP) return [];
  const bySide = (questions: Readonly<Record<Side, readonly string[]>>) =>
    sidesOf(journey.role).map(side => ({ side, items: questions[side] }));
  return [
    ...breachesOf(journey).map(({ title, extraPrompts }) => ({ title, of: bySide(extraPrompts) })),
    ...relationships
      .filter(({ id }) => id === journey.relationship)
      .map(({ title, prompts }) => ({ title, of: bySide(prompts) })),
  ];
}

export interface Offer {
  readonly template: Template;
  /** The guide recommends it for what happened in this journey. */
  readonly oftenHelps: boolean;
}

/**
 * The templates of a step for some sides, in the order of the guide, each once. What two people do
 * together is not offered where one may be afraid of the other.
 */
export function offersAt(step: Step, sides: readonly Side[], journey?: Journey): readonly Offer[] {
  const offered = new Set(sides.flatMap(side => templatesOf(step, side)));
  const recommended = new Set(
    recommending(journey).flatMap(breach => sides.flatMap(side => breach.templates[side])),
  );
  const isApart = whyApart(journey).length > 0;
  return [...offered]
    .filter(({ joint }) => !(isApart && joint === true))
    .map(template => ({ template, oftenHelps: recommended.has(template.id) }));
}

/** Where there is fear or control, nothing is recommended but what is safe there. */
function recommending(journey: Journey | undefined) {
  const all = breachesOf(journey);
  const first = all.filter(({ apart }) => apart === true);
  return first.length > 0 ? first : all;
}
