import { z } from 'zod';
import { invariant } from '#shared/assert.ts';
import type { EntryKind } from '#shared/domain/entry.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import { OwnSection, type OwnTemplate } from '#shared/domain/template.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';

interface TemplateRow {
  readonly id: TemplateId;
  readonly title: string;
  readonly step: number | null;
  readonly kind: EntryKind;
  readonly purpose: string;
  readonly sections: string;
  readonly created_at: number;
  readonly updated_at: number;
}

const COLUMNS = 'id, title, step, kind, purpose, sections, created_at, updated_at';

const Sections = z.array(OwnSection);

const toTemplate = (row: TemplateRow): OwnTemplate => ({
  id: row.id,
  title: row.title,
  step: row.step,
  kind: row.kind,
  purpose: row.purpose,
  sections: Sections.parse(JSON.parse(row.sections)),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toRow = ({ sections, ...columns }: OwnTemplate) => ({
  ...columns,
  sections: JSON.stringify(sections),
});

/** The person's own templates that are not in the trash, by title as their language orders it. */
export function listTemplates(db: ReadDb, locale: string): OwnTemplate[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return prepare<TemplateRow>(
    db,
    `SELECT ${COLUMNS} FROM template WHERE deleted_at IS NULL ORDER BY seq`,
  )
    .all()
    .map(toTemplate)
    .toSorted((one, other) => compare(one.title, other.title));
}

/** An own template that is not in the trash. */
export function findOwnTemplate(db: ReadDb, id: TemplateId): OwnTemplate | undefined {
  const row = prepare<TemplateRow>(
    db,
    `SELECT ${COLUMNS} FROM template WHERE id = @id AND deleted_at IS NULL`,
  ).get({ id });
  return row && toTemplate(row);
}

/** An own template, whether it is in the trash or not. */
export function findOwnTemplateEver(db: ReadDb, id: TemplateId): OwnTemplate | undefined {
  const row = prepare<TemplateRow>(db, `SELECT ${COLUMNS} FROM template WHERE id = @id`).get({
    id,
  });
  return row && toTemplate(row);
}

/** Adds an own template. */
export function insertTemplate(db: WriteDb, template: OwnTemplate): void {
  prepare(
    db,
    `INSERT INTO template (id, title, step, kind, purpose, sections, created_at, updated_at)
     VALUES (@id, @title, @step, @kind, @purpose, @sections, @createdAt, @updatedAt)`,
  ).run(toRow(template));
}

/** Writes an own template anew, and returns it as it was before. */
export function replaceTemplate(db: WriteDb, template: OwnTemplate): OwnTemplate {
  const before = findOwnTemplateEver(db, template.id);
  invariant(before !== undefined, NEVER_ERASED);
  prepare(
    db,
    `UPDATE template SET title = @title, step = @step, kind = @kind, purpose = @purpose,
       sections = @sections, created_at = @createdAt, updated_at = @updatedAt
     WHERE id = @id`,
  ).run(toRow(template));
  return before;
}

/** Puts an own template into the trash, or takes it out with `null`. Returns what it was before. */
export function setTemplateDeletedAt(
  db: WriteDb,
  id: TemplateId,
  deletedAt: number | null,
): number | null {
  const before = prepare<{ deletedAt: number | null }>(
    db,
    'SELECT deleted_at AS deletedAt FROM template WHERE id = @id',
  ).get({ id });
  invariant(before !== undefined, NEVER_ERASED);
  prepare(db, 'UPDATE template SET deleted_at = @deletedAt WHERE id = @id').run({ id, deletedAt });
  return before.deletedAt;
}

/** Erases an own template. Letters that were begun from it stay as they are. */
export function eraseTemplate(db: WriteDb, id: TemplateId): void {
  prepare(db, 'DELETE FROM template WHERE id = @id').run({ id });
}

const NEVER_ERASED = 'a template is never erased while it can still be undone';
