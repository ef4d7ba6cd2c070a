import { composeLetter, fillIn } from '#shared/domain/compose-letter.ts';
import type { Entry, NewEntry } from '#shared/domain/entry.ts';
import { IMPACT_LETTER, IMPACT_MAP, withAreas } from '#shared/domain/impact-map.ts';
import { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findJourney } from '../journeys/repository.ts';
import type { Session } from '../session.ts';
import { namesFor, templateToBegin } from '../templates/used-template.ts';
import { insertEntry, readEntry } from './repository.ts';
import { prepareText } from './store-text.ts';

/** Starts an entry from a template, addressed to the person of its journey, or as a blank page. */
export function createEntry(session: Session, asked: NewEntry): Result<Entry, AppError> {
  const entry = begin(session, asked);
  return entry.ok ? insert(session, entry.value) : entry;
}

/** Starts an impact letter with what a map holds, area by area. The map stays as it is. */
export function assembleImpact(session: Session, mapId: EntryId): Result<Entry, AppError> {
  const found = readEntry(session.db, mapId);
  if (!found.ok) return found;
  const map = found.value;
  if (map.templateId !== IMPACT_MAP) return err({ code: 'template.notFound', id: IMPACT_MAP });
  const letter = begin(session, { templateId: IMPACT_LETTER, journeyId: map.journeyId });
  if (!letter.ok) return letter;
  return insert(session, {
    ...letter.value,
    document: withAreas(letter.value.document, map.document),
  });
}

function begin(
  { db, ports }: Session,
  { templateId, journeyId }: NewEntry,
): Result<Entry, AppError> {
  const template = templateId === null ? null : templateToBegin(db, templateId);
  if (template === undefined) return err({ code: 'template.notFound', id: String(templateId) });
  if (journeyId !== null && findJourney(db, journeyId) === undefined) {
    return err({ code: 'journey.notFound', id: journeyId });
  }
  const writtenOn = ports.clock.today();
  const names = namesFor(db, { journeyId, writtenOn }, ports.locale);
  const now = ports.clock.now();
  return ok({
    id: EntryId.parse(ports.newId()),
    kind: template?.kind ?? 'journal',
    journeyId,
    templateId,
    step: template?.step ?? null,
    title: fillIn(template?.title ?? '', names).slice(0, 500),
    writtenOn,
    document: composeLetter(template, names),
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
}

function insert({ write }: Session, entry: Entry): Result<Entry, AppError> {
  const text = prepareText(entry.title, entry.writtenOn, entry.document);
  if (!text.ok) return text;
  return write(['entries'], db => {
    insertEntry(db, entry);
    return ok(entry);
  });
}
