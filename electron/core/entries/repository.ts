import { invariant } from '#shared/assert.ts';
import type { Day } from '#shared/domain/day.ts';
import { Document } from '#shared/domain/document.ts';
import type { Entry, EntryKind, EntrySummary } from '#shared/domain/entry.ts';
import type { EntryId, JourneyId, TemplateId } from '#shared/domain/ids.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import type { OpenedEntry } from '#shared/domain/sealing.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { storeFound } from '../projections/store-found.ts';
import { SEALED, SEALED_UNTIL, letterSealOf, SHOWN_TITLE } from './sealing.ts';

/** The columns that a list shows. Other slices join `entry` and read it through `toSummary`. */
export interface SummaryRow {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly journey_id: JourneyId | null;
  readonly template_id: TemplateId | null;
  readonly step: number | null;
  readonly title: string;
  readonly written_on: Day;
  readonly excerpt: string;
  readonly word_count: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly sealed_until: Day | null;
}

/**
 * They are named as in `SummaryRow`; `entry.` because a search joins tables with the same names.
 * Those of a sealed letter say nothing of it.
 */
export const SUMMARY_COLUMNS = `entry.id AS id, kind, journey_id, template_id, step,
  ${SHOWN_TITLE} AS title, written_on, iif(${SEALED}, '', excerpt) AS excerpt,
  iif(${SEALED}, 0, word_count) AS word_count, entry.created_at AS created_at,
  entry.updated_at AS updated_at, ${SEALED_UNTIL} AS sealed_until`;

interface EntryRow extends SummaryRow {
  /** Sealed or not. */
  readonly whole_title: string;
  readonly version: number;
  readonly document: string;
}

export const toSummary = (row: SummaryRow): EntrySummary => ({
  id: row.id,
  kind: row.kind,
  journeyId: row.journey_id,
  templateId: row.template_id,
  step: row.step,
  title: row.title,
  writtenOn: row.written_on,
  excerpt: row.excerpt,
  wordCount: row.word_count,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  sealedUntil: row.sealed_until,
});

function toEntry(row: EntryRow, document: Document): Entry {
  const {
    excerpt: _excerpt,
    wordCount: _wordCount,
    sealedUntil: _sealedUntil,
    ...entry
  } = toSummary(row);
  return { ...entry, title: row.whole_title, version: row.version, document };
}

/** The document of a JSON column. */
export const parseDocument = (json: string): Document => Document.parse(JSON.parse(json));

/** The same, for work on all of them: one that can not be read must not stop it. */
export function readableDocument(json: string): Document | undefined {
  const parsed = Document.safeParse(valueOf(json));
  return parsed.success ? parsed.data : undefined;
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Cut off, or overwritten: no document either.
    return undefined;
  }
}

/** All writing that is not in the trash, newest first. */
export function listEntries(db: ReadDb): EntrySummary[] {
  const rows = prepare<SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS} FROM entry WHERE deleted_at IS NULL
     ORDER BY written_on DESC, seq DESC`,
  ).all();
  return rows.map(toSummary);
}

/**
 * One entry that is not in the trash. It throws when its document can not be read. Errors:
 * `entry.notFound`, and `entry.sealed` while nothing of it may be handed out.
 */
export function readEntry(db: ReadDb, id: EntryId): Result<Entry, AppError> {
  const row = findRow(db, id);
  if (row === undefined) return err({ code: 'entry.notFound', id });
  if (row.sealed_until !== null) return err({ code: 'entry.sealed', until: row.sealed_until });
  return ok(toEntry(row, parseDocument(row.document)));
}

/** The same, to be read and written by the person: with the day of a seal that is over. */
export function openEntry(db: ReadDb, id: EntryId): Result<OpenedEntry, AppError> {
  const entry = readEntry(db, id);
  const seal = entry.ok ? letterSealOf(db, id) : null;
  return entry.ok && seal !== null ? ok({ ...entry.value, sealedOn: seal.on }) : entry;
}

/**
 * The same, to be exported: one that the person chose by itself is read behind its seal. No other
 * code may ask that. One whose document can not be read must not stop work on all of them.
 */
export function readToExport(
  db: ReadDb,
  id: EntryId,
  isChosen: boolean,
): Result<Entry | 'unreadable', AppError> {
  const row = findRow(db, id);
  if (row === undefined) return err({ code: 'entry.notFound', id });
  if (row.sealed_until !== null && !isChosen) {
    return err({ code: 'entry.sealed', until: row.sealed_until });
  }
  const document = readableDocument(row.document);
  return ok(document === undefined ? 'unreadable' : toEntry(row, document));
}

const findRow = (db: ReadDb, id: EntryId): EntryRow | undefined =>
  prepare<EntryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, entry.title AS whole_title, version, document
     FROM entry JOIN entry_text USING (seq)
     WHERE id = @id AND deleted_at IS NULL`,
  ).get({ id });

/** An entry, its row, and what it is called. */
export interface KnownEntry extends Pick<Entry, 'id' | 'kind'> {
  readonly seq: number;
}

/** Each of these entries once. Errors: `entry.notFound` for the first that is not there, or in the trash. */
export const presentOf = (
  db: ReadDb,
  ids: readonly EntryId[],
): Result<readonly KnownEntry[], AppError> => eachOf(db, ids, 'deleted_at IS NULL');

/** Each of these entries once. Errors: `entry.notFound` for the first that is not in the trash. */
export const trashedOf = (
  db: ReadDb,
  ids: readonly EntryId[],
): Result<readonly KnownEntry[], AppError> => eachOf(db, ids, 'deleted_at IS NOT NULL');

function eachOf(
  db: ReadDb,
  ids: readonly EntryId[],
  where: string,
): Result<readonly KnownEntry[], AppError> {
  const found: KnownEntry[] = [];
  for (const id of new Set(ids)) {
    const known = prepare<KnownEntry>(
      db,
      `SELECT seq, id, kind FROM entry WHERE id = @id AND ${where}`,
    ).get({ id });
    if (known === undefined) return err({ code: 'entry.notFound', id });
    found.push(known);
  }
  return ok(found);
}

/** Whether an entry is there, and not in the trash. */
export const hasEntry = (db: ReadDb, id: EntryId): boolean =>
  prepare(db, 'SELECT 1 FROM entry WHERE id = @id AND deleted_at IS NULL').get({ id }) !==
  undefined;

/** Adds an entry, with all that is read from its document. */
export function insertEntry(db: WriteDb, entry: Entry): void {
  const projection = projectDocument(entry.document);
  const row = prepare<{ seq: number }>(
    db,
    `INSERT INTO entry (id, kind, journey_id, template_id, step, title, written_on, excerpt,
       word_count, text_length, version, created_at, updated_at)
     VALUES (@id, @kind, @journeyId, @templateId, @step, @title, @writtenOn, @excerpt,
       @wordCount, @substance, @version, @createdAt, @updatedAt)
     RETURNING seq`,
  ).get({
    id: entry.id,
    kind: entry.kind,
    journeyId: entry.journeyId,
    templateId: entry.templateId,
    step: entry.step,
    title: entry.title,
    writtenOn: entry.writtenOn,
    version: entry.version,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    excerpt: projection.excerpt,
    wordCount: projection.wordCount,
    substance: projection.substance,
  });
  invariant(row !== undefined, 'an insert returns its row');
  prepare(db, 'INSERT INTO entry_text (seq, document) VALUES (@seq, @document)').run({
    seq: row.seq,
    document: JSON.stringify(entry.document),
  });
  storeFound(db, row.seq, projection);
}

/**
 * Puts an entry into the trash, or takes it out with `null`. Returns what it was before; undefined
 * for one that was erased since, which stays so.
 */
export function setDeletedAt(
  db: WriteDb,
  id: EntryId,
  deletedAt: number | null,
): number | null | undefined {
  const before = prepare<{ deletedAt: number | null }>(
    db,
    'SELECT deleted_at AS deletedAt FROM entry WHERE id = @id',
  ).get({ id });
  prepare(db, 'UPDATE entry SET deleted_at = @deletedAt WHERE id = @id').run({ id, deletedAt });
  return before?.deletedAt;
}

/** Gives an entry to a journey, or to none. Returns whose it was before. */
export function setJourney(
  db: WriteDb,
  id: EntryId,
  journeyId: JourneyId | null,
): JourneyId | null {
  const before = prepare<{ journeyId: JourneyId | null }>(
    db,
    'SELECT journey_id AS journeyId FROM entry WHERE id = @id',
  ).get({ id });
  invariant(before !== undefined, 'an entry is never erased while its move can still be undone');
  prepare(db, 'UPDATE entry SET journey_id = @journeyId WHERE id = @id').run({ id, journeyId });
  return before.journeyId;
}
