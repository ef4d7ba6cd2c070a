import { findTemplate } from '#shared/content/templates.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import type { Entry, NewEntry } from '#shared/domain/entry.ts';
import { EntryId } from '#shared/domain/ids.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findJourney } from '../journeys/repository.ts';
import type { Session } from '../session.ts';
import { insertEntry } from './repository.ts';

/** Starts an entry from a template, addressed to the person of its journey, or as a blank page. */
export function createEntry(
  { db, write, ports }: Session,
  { templateId, journeyId }: NewEntry,
): Result<Entry, AppError> {
  const template = templateId === null ? null : findTemplate(templateId);
  if (template === undefined) return err({ code: 'template.notFound', id: String(templateId) });
  const journey = journeyId === null ? null : findJourney(db, journeyId);
  if (journey === undefined) return err({ code: 'journey.notFound', id: String(journeyId) });

  const now = ports.clock.now();
  const entry: Entry = {
    id: EntryId.parse(ports.newId()),
    kind: template?.kind ?? 'journal',
    journeyId,
    templateId,
    title: template?.title ?? '',
    writtenOn: ports.clock.today(),
    document: composeLetter(template, { personName: journey?.personName ?? '' }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return write(['entries'], writable => {
    insertEntry(writable, entry, projectDocument(entry.document));
    return ok(entry);
  });
}
