import type { EntryId } from '#shared/domain/ids.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { templateFrom } from '#shared/domain/template-from.ts';
import type { OwnTemplate, OwnTemplateDraft } from '#shared/domain/template.ts';
import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readEntry } from '../entries/repository.ts';
import type { Change } from '../history.ts';
import type { Session } from '../session.ts';
import {
  findOwnTemplate,
  insertTemplate,
  replaceTemplate,
  setTemplateDeletedAt,
} from './repository.ts';
import { namesFor, templateOf } from './used-template.ts';

/** Adds a template of the person's own. */
export function createTemplate(
  { write, ports }: Session,
  draft: OwnTemplateDraft,
): Result<OwnTemplate, AppError> {
  const now = ports.clock.now();
  const id = TemplateId.parse(ports.newId());
  const template: OwnTemplate = { id, ...draft, createdAt: now, updatedAt: now };
  return write(['templates'], db => {
    insertTemplate(db, template);
    return ok(template);
  });
}

/** A template with the sections of an entry, without its text. */
export function createTemplateFromEntry(
  session: Session,
  id: EntryId,
): Result<OwnTemplate, AppError> {
  const { db, ports } = session;
  const entry = readEntry(db, id);
  if (!entry.ok) return entry;
  const template = templateOf(db, entry.value);
  const names = namesFor(db, entry.value, ports.locale);
  return createTemplate(session, templateFrom(entry.value, { template, names }));
}

/** Says anew what a template is. Letters that were begun from it stay as they are. */
export function editTemplate(
  { db, history, ports }: Session,
  edit: OwnTemplateDraft & { readonly id: TemplateId },
): Result<HistoryState, AppError> {
  const template = findOwnTemplate(db, edit.id);
  if (template === undefined) return err({ code: 'template.notFound', id: edit.id });
  return history.execute(putTemplate({ ...template, ...edit, updatedAt: ports.clock.now() }));
}

/** Deletes a template. Letters that were begun from it stay. */
export function deleteTemplate(
  { db, history, ports }: Session,
  id: TemplateId,
): Result<HistoryState, AppError> {
  if (findOwnTemplate(db, id) === undefined) return err({ code: 'template.notFound', id });
  return history.execute(trashTemplate(id, ports.clock.now()));
}

/** A template as it is to be. */
export const putTemplate = (template: OwnTemplate): Change => ({
  label: 'Edit template',
  topics: ['templates'],
  about: [template.id],
  apply: db => ok(putTemplate(replaceTemplate(db, template))),
});

/** Moves a template to the trash, or takes it out with `null`. */
export const trashTemplate = (id: TemplateId, deletedAt: number | null): Change => ({
  label: 'Delete template',
  topics: ['templates'],
  about: [id],
  apply: db => ok(trashTemplate(id, setTemplateDeletedAt(db, id, deletedAt))),
});
