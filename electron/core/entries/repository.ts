import { invariant } from '#shared/assert.ts';
import type { Day } from '#shared/domain/day.ts';
import { Document } from '#shared/domain/document.ts';
import type { Entry, EntryKind, EntrySummary } from '#shared/domain/entry.ts';
import type { EntryId, JourneyId, TemplateId } from '#shared/domain/ids.ts';
import type { Projection } from '#shared/domain/projection.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';

/** The columns that a list shows. Other slices join `entry` and read it through `toSummary`. */
export interface SummaryRow {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly journey_id: JourneyId | null;
  readonly template_id: TemplateId | null;
  readonly title: string;
  readonly written_on: Day;
  readonly excerpt: string;
  readonly word_count: number;
  readonly created_at: number;
  readonly updated_at: number;
}

interface EntryRow extends SummaryRow {
  readonly version: number;
  readonly document: string;
}

export const toSummary = (row: SummaryRow): EntrySummary => ({
  id: row.id,
  kind: row.kind,
  journeyId: row.journey_id,
  templateId: row.template_id,
  title: row.title,
  writtenOn: row.written_on,
  excerpt: row.excerpt,
  wordCount: row.word_count,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

function toEntry(row: EntryRow): Entry {
  const { excerpt: _excerpt, wordCount: _wordCount, ...entry } = toSummary(row);
  return { ...entry, version: row.version, document: parseDocument(row.document) };
}

/** The document of a JSON column. */
export const parseDocument = (json: string): Document => Document.parse(JSON.parse(json));

/** All writing that is not in the trash, newest first. */
export function listEntries(db: ReadDb): EntrySummary[] {
  const rows = prepare<SummaryRow>(
    db,
    `SELECT id, kind, journey_id, template_id, title, written_on, excerpt, word_count,
       created_at, updated_at
     FROM entry WHERE deleted_at IS NULL
     ORDER BY written_on DESC, seq DESC`,
  ).all();
  return rows.map(toSummary);
}

/** One entry that is not in the trash. */
export function findEntry(db: ReadDb, id: EntryId): Entry | undefined {
  const row = prepare<EntryRow>(
    db,
    `SELECT id, kind, journey_id, template_id, title, written_on, excerpt, word_count,
       created_at, updated_at, version, document
     FROM entry JOIN entry_text USING (seq)
     WHERE id = @id AND deleted_at IS NULL`,
  ).get({ id });
  return row && toEntry(row);
}

/** Whether an entry is there, and not in the trash. */
export const hasEntry = (db: ReadDb, id: EntryId): boolean =>
  prepare(db, 'SELECT 1 FROM entry WHERE id = @id AND deleted_at IS NULL').get({ id }) !==
  undefined;

/** Adds an entry. */
export function insertEntry(db: WriteDb, entry: Entry, projection: Projection): void {
  prepare(
    db,
    `INSERT INTO entry (id, kind, journey_id, template_id, title, written_on, excerpt,
       word_count, text_length, version, created_at, updated_at)
     VALUES (@id, @kind, @journeyId, @templateId, @title, @writtenOn, @excerpt,
       @wordCount, @textLength, @version, @createdAt, @updatedAt)`,
  ).run({
    id: entry.id,
    kind: entry.kind,
    journeyId: entry.journeyId,
    templateId: entry.templateId,
    title: entry.title,
    writtenOn: entry.writtenOn,
    version: entry.version,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    excerpt: projection.excerpt,
    wordCount: projection.wordCount,
    textLength: projection.textLength,
  });
  prepare(
    db,
    `INSERT INTO entry_text (seq, document)
     VALUES ((SELECT seq FROM entry WHERE id = @id), @document)`,
  ).run({ id: entry.id, document: JSON.stringify(entry.document) });
}

/** What saving needs to know of the text that is already there. */
export interface StoredDraft {
  readonly seq: number;
  readonly version: number;
  readonly createdAt: number;
  readonly textLength: number;
}

/** Finds it in the trash as well: what someone goes on typing is never refused. */
export const findStoredDraft = (db: ReadDb, id: EntryId): StoredDraft | undefined =>
  prepare<StoredDraft>(
    db,
    `SELECT seq, version, created_at AS createdAt, text_length AS textLength
     FROM entry WHERE id = @id`,
  ).get({ id });

interface DraftUpdate extends Omit<Projection, 'plainText'> {
  readonly seq: number;
  readonly title: string;
  readonly writtenOn: Day;
  readonly version: number;
  readonly updatedAt: number;
  readonly document: string;
}

/** Replaces the text of an entry. The search index follows later. */
export function updateDraft(db: WriteDb, draft: DraftUpdate): void {
  const { document, ...columns } = draft;
  prepare(
    db,
    `UPDATE entry SET title = @title, written_on = @writtenOn, excerpt = @excerpt,
       word_count = @wordCount, text_length = @textLength, version = @version,
       updated_at = @updatedAt
     WHERE seq = @seq`,
  ).run({ ...columns });
  prepare(db, 'UPDATE entry_text SET document = @document WHERE seq = @seq').run({
    seq: draft.seq,
    document,
  });
}

/** Puts an entry into the trash, or takes it out with `null`. */
export function setDeletedAt(db: WriteDb, id: EntryId, deletedAt: number | null): void {
  const { changes } = prepare(db, 'UPDATE entry SET deleted_at = @deletedAt WHERE id = @id').run({
    id,
    deletedAt,
  });
  invariant(changes === 1, 'an entry is never erased while it can still be undone');
}
