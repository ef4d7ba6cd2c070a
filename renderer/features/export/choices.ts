import type { Audience } from '#shared/domain/audience.ts';
import { Day } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { ExportFormat, ExportRequest, Selection } from '#shared/domain/export.ts';
import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import type { Journey } from '#shared/domain/journey.ts';
import { plainPaper, type Paper } from '#shared/domain/print.ts';
import type { ExportStart } from '../../state/ui-store.ts';

export type What = 'letter' | Selection['of'];

/** What the person has chosen so far, which may not be an export yet. */
export interface Choices {
  readonly what: What;
  /** The letter that was open, if one was. */
  readonly letter: EntryId | null;
  readonly ids: readonly EntryId[];
  readonly step: number;
  /** Of a step, null for all journeys. */
  readonly journeyId: JourneyId | null;
  /** What the date fields give: a day, or ''. */
  readonly from: string;
  readonly to: string;
  /** Nobody is suggested: a copy for the wrong one can not be taken back. */
  readonly audience: Audience | null;
  readonly withPrivate: boolean;
  readonly format: ExportFormat;
  readonly bundle: ExportRequest['bundle'];
  readonly useTitles: boolean;
  readonly headings: boolean;
  readonly date: boolean;
  readonly salutation: boolean;
  /** What was written not to be sent, and was ticked all the same. */
  readonly oneByOne: readonly EntryId[];
  readonly isSealed: boolean;
}

/** What an export begins with. */
export const choicesFor = (
  start: ExportStart,
  { headings, journeyId }: { readonly headings: boolean; readonly journeyId: JourneyId | null },
): Choices => ({
  what: start.of,
  letter: start.of === 'letter' ? start.id : null,
  ids: [],
  step: start.of === 'step' ? start.step : 1,
  journeyId: start.of === 'step' || start.of === 'journey' ? start.journeyId : journeyId,
  from: '',
  to: '',
  audience: null,
  withPrivate: false,
  format: 'pdf',
  bundle: 'folder',
  useTitles: false,
  headings,
  date: true,
  salutation: true,
  oneByOne: [],
  isSealed: false,
});

/** Ticks are for one selection and one reader: with another, each has to be ticked anew. */
export function change(choices: Choices, changed: Partial<Choices>): Choices {
  const keepsTicks = !['what', 'ids', 'step', 'journeyId', 'from', 'to', 'audience'].some(
    key => key in changed,
  );
  const next = { ...choices, ...(!keepsTicks && { oneByOne: [] }), ...changed };
  return 'audience' in changed ? { ...next, withPrivate: false } : next;
}

/** The selection, or null while nothing is selected. */
export function selectionOf(choices: Choices): Selection | null {
  const { what, letter, ids, step, journeyId } = choices;
  switch (what) {
    case 'letter':
      return letter === null ? null : { of: 'entries', ids: [letter] };
    case 'entries':
      return ids.length === 0 ? null : { of: 'entries', ids: [...ids] };
    case 'step':
      return { of: 'step', step, journeyId };
    case 'journey':
      return journeyId === null ? null : { of: 'journey', journeyId };
    case 'days':
      return daysOf(choices);
    case 'everything':
      return { of: 'everything' };
    default:
      return what satisfies never;
  }
}

function daysOf({ from, to }: Choices): Selection | null {
  const [first, last] = [Day.safeParse(from).data, Day.safeParse(to).data];
  if (first === undefined || last === undefined || first > last) return null;
  return { of: 'days', from: first, to: last };
}

/** Both days are there, and in the wrong order. */
export const areDaysTwisted = ({ from, to }: Choices): boolean =>
  from !== '' && to !== '' && from > to;

/** What is asked of the vault, without what came of the questions; null while a choice is missing. */
export function requestOf(choices: Choices, paper: Paper): ExportRequest | null {
  const selection = selectionOf(choices);
  const { audience, withPrivate, format, bundle, useTitles, oneByOne } = choices;
  if (selection === null || audience === null) return null;
  const { headings, date, salutation } = choices;
  return {
    selection,
    chosenOneByOne: [...oneByOne],
    copy: { audience, withPrivate },
    format,
    bundle,
    names: useTitles ? 'title' : 'neutral',
    options: { ...plainPaper(paper), headings, date, salutation },
    gate: [],
  };
}

/** The name of the other person, where all of it is about the same one; else ''. */
export function otherPerson(
  { what, letter, ids, journeyId }: Choices,
  entries: readonly Pick<EntrySummary, 'id' | 'journeyId'>[],
  journeys: readonly Journey[],
): string {
  const about = (): readonly (JourneyId | null)[] => {
    if (what === 'journey' || (what === 'step' && journeyId !== null)) return [journeyId];
    const chosen = what === 'letter' ? [letter] : ids;
    if (what === 'letter' || what === 'entries') {
      return entries.filter(({ id }) => chosen.includes(id)).map(entry => entry.journeyId);
    }
    return journeys.map(({ id }) => id);
  };
  const [only, ...others] = new Set(about());
  const journey = others.length > 0 ? undefined : journeys.find(({ id }) => id === only);
  return journey?.personName.trim() ?? '';
}
