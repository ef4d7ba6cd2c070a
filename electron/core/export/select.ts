import { isForCounsellorOnly, isNeverSend } from '#shared/content/safety-gate.ts';
import { findTemplate } from '#shared/content/templates.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { ExportRequest, KeptBackReason, Selection } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { sidesOf } from '#shared/domain/journey.ts';
import { Side } from '#shared/domain/template.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadDb } from '../db/statements.ts';
import { listEntries } from '../entries/repository.ts';
import { findJourney } from '../journeys/repository.ts';

export interface Selected {
  /** What was selected and may go along, the oldest first. */
  readonly going: readonly EntrySummary[];
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
  const going: EntrySummary[] = [];
  const keptBack: { entry: EntrySummary; why: KeptBackReason }[] = [];
  for (const entry of all.filter(isSelected).toReversed()) {
    const why = keptBackReason(entry, request);
    if (why === null) going.push(entry);
    else keptBack.push({ entry, why });
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

function keptBackReason(
  { id, templateId }: EntrySummary,
  { copy, chosenOneByOne }: ExportRequest,
): KeptBackReason | null {
  if (copy.audience === 'for-partner' && isForCounsellorOnly(templateId)) return 'counsellor-only';
  return isNeverSend(templateId) && !chosenOneByOne.includes(id) ? 'never-send' : null;
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
