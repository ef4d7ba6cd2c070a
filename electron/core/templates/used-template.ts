import { findTemplate } from '#shared/content/templates.ts';
import { fillIn, type LetterNames } from '#shared/domain/compose-letter.ts';
import { formatDay, type Day } from '#shared/domain/day.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { JourneyId, TemplateId } from '#shared/domain/ids.ts';
import type { OwnTemplate, Template } from '#shared/domain/template.ts';
import type { ReadDb } from '../db/statements.ts';
import { findJourney } from '../journeys/repository.ts';
import { readSettings } from '../settings/repository.ts';
import { findOwnTemplate, findOwnTemplateEver } from './repository.ts';

/** A template that a letter can be begun from: a shipped one, or the person's own. */
export const templateToBegin = (db: ReadDb, id: TemplateId): Template | OwnTemplate | undefined =>
  findTemplate(id) ?? findOwnTemplate(db, id);

interface Begun {
  readonly journeyId: JourneyId | null;
  readonly writtenOn: Day;
}

/** What stands for the variables of a template in a letter. */
export const namesFor = (
  db: ReadDb,
  { journeyId, writtenOn }: Begun,
  locale: string,
): LetterNames => ({
  personName: (journeyId === null ? undefined : findJourney(db, journeyId)?.personName) ?? '',
  myName: readSettings(db).myName,
  date: formatDay(writtenOn, locale),
});

/** The template that a letter was begun from, also when it is in the trash. */
export const templateOf = (
  db: ReadDb,
  { templateId }: Pick<Entry, 'templateId'>,
): Template | OwnTemplate | undefined =>
  templateId === null
    ? undefined
    : (findTemplate(templateId) ?? findOwnTemplateEver(db, templateId));

/** What the template of a letter gave it to tick, as it stands in the letter. */
export function itemsOfTemplate(
  db: ReadDb,
  entry: Pick<Entry, 'templateId' | 'journeyId' | 'writtenOn'>,
  locale: string,
): ReadonlySet<string> {
  const template = templateOf(db, entry);
  const names = namesFor(db, entry, locale);
  const items = (template?.sections ?? []).flatMap(section => section.items ?? []);
  return new Set(items.flatMap(item => [item, fillIn(item, names)]).map(item => item.trim()));
}
