import { Day } from '#shared/domain/day.ts';
import type { Breach, Journey, Relationship, Role } from '#shared/domain/journey.ts';
import { journeyWords } from '../../words/journeys.ts';

const NAME_ROOM = 500;

/** What the fields of the dialog hold, which may not be a journey yet. */
export interface Answers {
  readonly personName: string;
  readonly relationship: Relationship | null;
  readonly role: Role | null;
  readonly breaches: readonly Breach[];
  /** What the date field gives: a day, or ''. */
  readonly startedOn: string;
  /** Something stands in the date field that is no day. */
  readonly hasBadDay: boolean;
  readonly myName: string;
}

/** The fields of a journey, or empty ones for a new one. */
export const answersOf = (journey: Journey | undefined, myName: string): Answers => ({
  personName: journey?.personName ?? '',
  relationship: journey?.relationship ?? null,
  role: journey?.role ?? null,
  breaches: journey?.breaches ?? [],
  startedOn: journey?.startedOn ?? '',
  hasBadDay: false,
  myName,
});

/** Whether anything was answered differently; breaches in another order are the same answer. */
export const hasChanged = (answers: Answers, first: Answers): boolean =>
  comparable(answers) !== comparable(first);

const comparable = (answers: Answers): string =>
  JSON.stringify({ ...answers, breaches: answers.breaches.toSorted() });

/** What has to be mended, by field. */
export type Problems = { readonly [K in keyof Answers]?: string };

/** What has to be mended before the answers are a journey; null when nothing has. */
export function problemsOf(answers: Answers): Problems | null {
  const problems: Problems = {
    ...tooLong('personName', answers.personName),
    ...(answers.relationship === null && { relationship: journeyWords.dialog.chooseOne }),
    ...(answers.role === null && { role: journeyWords.dialog.chooseOne }),
    ...(dayOf(answers) === undefined && { startedOn: journeyWords.dialog.noDay }),
    ...tooLong('myName', answers.myName),
  };
  return Object.keys(problems).length === 0 ? null : problems;
}

const tooLong = (field: 'personName' | 'myName', name: string): Problems =>
  name.trim().length > NAME_ROOM
    ? { [field]: journeyWords.dialog.nameTooLong(name.trim().length) }
    : {};

/** The day that was chosen, null for none; undefined for what is no day. */
function dayOf({ startedOn, hasBadDay }: Answers): Day | null | undefined {
  if (hasBadDay) return undefined;
  return startedOn === '' ? null : Day.safeParse(startedOn).data;
}

/** The journey that the answers describe; undefined while something has to be mended. */
export function journeyIn(answers: Answers) {
  const { personName, relationship, role, breaches } = answers;
  const startedOn = dayOf(answers);
  if (relationship === null || role === null || startedOn === undefined) return undefined;
  return {
    personName: personName.trim(),
    relationship,
    role,
    breaches: [...breaches],
    startedOn,
  };
}

/** A lock can not ask: the answers as far as they are one, for the person to mend later. */
export const asFarAsKnown = (answers: Answers, first: Answers): Answers => ({
  ...answers,
  personName: answers.personName.trim().slice(0, NAME_ROOM),
  relationship: answers.relationship ?? 'other',
  role: answers.role ?? 'both',
  startedOn: dayOf(answers) === undefined ? first.startedOn : answers.startedOn,
  hasBadDay: false,
  myName: answers.myName.trim().slice(0, NAME_ROOM),
});
