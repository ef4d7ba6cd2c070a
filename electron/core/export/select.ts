import { isForCounsellorOnly, isNeverSend } from '#shared/content/safety-gate.ts';
import { findTemplate } from '#shared/content/templates.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { ExportRequest, KeptBackReason, OneByOne, Selection } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { sidesOf } from '#shared/domain/journey.ts';
import { Side } from '#shared/domain/template.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadDb } from '../db/statements.ts';
import { listEntries } from '../entries/repository.ts';
import { findJourney } from '../journeys/repository.ts';

interface Going {
  readonly entry: EntrySummary;
  /** Why it goes along only because it was chosen by itself. */
  readonly oneByOne: OneByOne | null;
}

export interface Selected {
  /** What was selected and may go along, the oldest first. */
  readonly going: readonly Going[];
  readonly keptBack: readonly { readonly entry: EntrySummary; readonly why: KeptBackReason }[];
}

/** What a request is about. An entry that was chosen and is not there is an error, not left out. */
export function select(db: ReadDb, request: ExportRequest): Result<Selected, AppError> {
  const all = listEntries(db);
  const { selection } = request;
  if (selection.of === 'entries') {
    const there = new Set<EntryId>(all.map(({ id }) => id));
    const missing = selection.ids.find(id => !there.has(id));
    if (missing !== undefined) return err({ code: 'entry.notFound', id: missing });
  }
  const isSelected = selects(selection);
  const going: Going[] = [];
  const keptBack: { entry: EntrySummary; why: KeptBackReason }[] = [];
  for (const entry of all.filter(isSelected).toReversed()) {
    const oneByOne = oneByOneReason(entry);
    if (isKeptFrom(entry, request)) keptBack.push({ entry, why: 'counsellor-only' });
    else if (oneByOne !== null && !request.chosenOneByOne.includes(entry.id)) {
      keptBack.push({ entry, why: oneByOne });
    } else going.push({ entry, oneByOne });
  }
  return ok({ going, keptBack });
}

function selects(selection: Selection): (entry: EntrySummary) => boolean {
  switch (selection.of) {
    case 'entries': {
      const ids = new Set(selection.ids);
      return ({ id }) => ids.has(id);
    }
    case 'step': {
      const { step, journeyId } = selection;
      return entry => entry.step === step && (journeyId === null || entry.journeyId === journeyId);
    }
    case 'journey':
      return ({ journeyId }) => journeyId === selection.journeyId;
    case 'days':
      return ({ writtenOn }) => selection.from <= writtenOn && writtenOn <= selection.to;
    case 'everything':
      return () => true;
    default:
      return selection satisfies never;
  }
}

const isKeptFrom = ({ templateId }: EntrySummary, { copy }: ExportRequest): boolean =>
  copy.audience === 'for-partner' && isForCounsellorOnly(templateId);

/** The graver reason comes first: a letter may be both. */
function oneByOneReason({ templateId, sealedUntil }: EntrySummary): OneByOne | null {
  if (isNeverSend(templateId)) return 'never-send';
  return sealedUntil === null ? null : 'sealed';
}

/**
 * From which side an entry speaks: that of its template, else that of the person in its journey;
 * both where nobody can tell.
 */
export function sidesOfEntry(
  db: ReadDb,
  { templateId, journeyId }: Pick<EntrySummary, 'templateId' | 'journeyId'>,
): readonly Side[] {
  const template = templateId === null ? undefined : findTemplate(templateId);
  const [only, ...others] = template?.roles ?? [];
  if (only !== undefined && others.length === 0) return [only];
  const journey = journeyId === null ? undefined : findJourney(db, journeyId);
  return journey === undefined ? Side.options : sidesOf(journey.role);
}
