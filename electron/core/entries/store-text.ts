import type { Day } from '#shared/domain/day.ts';
import { DOCUMENT_MAX_BYTES, type Document } from '#shared/domain/document.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { projectDocument, type Projection } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { storeFound } from '../projections/store-found.ts';
import { reasonToKeep, type Amount } from '../revisions/policy.ts';
import { keepStoredText, lastKeptAt } from '../revisions/repository.ts';

/** What saving needs to know of the text that is already there. */
export interface StoredText extends Amount {
  readonly seq: number;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Finds it in the trash as well: what someone goes on typing is never refused. */
export const findStoredText = (db: ReadDb, id: EntryId): StoredText | undefined =>
  prepare<StoredText>(
    db,
    `SELECT seq, version, created_at AS createdAt, updated_at AS updatedAt,
       word_count AS wordCount, text_length AS substance
     FROM entry WHERE id = @id`,
  ).get({ id });

/** A text ready to be stored: as JSON, and with what is read from it. */
export interface NewText {
  readonly title: string;
  readonly writtenOn: Day;
  readonly json: string;
  readonly projection: Projection;
}

/** Reads a document for storing it, unless it is too large. */
export function prepareText(
  title: string,
  writtenOn: Day,
  document: Document,
): Result<NewText, AppError> {
  const json = JSON.stringify(document);
  return Buffer.byteLength(json) > DOCUMENT_MAX_BYTES
    ? err({ code: 'entry.tooLarge', limit: DOCUMENT_MAX_BYTES })
    : ok({ title, writtenOn, json, projection: projectDocument(document) });
}

/**
 * Replaces the text of an entry, keeps the one before if that is due, and returns the new version.
 * The search index follows later.
 */
export function storeText(
  db: WriteDb,
  stored: StoredText,
  { title, writtenOn, json, projection }: NewText,
  now: number,
): number {
  const { seq } = stored;
  keepRevisionIfDue(db, stored, projection, now);
  const version = stored.version + 1;
  const { excerpt, wordCount, substance } = projection;
  prepare(
    db,
    `UPDATE entry SET title = @title, written_on = @writtenOn, excerpt = @excerpt,
       word_count = @wordCount, text_length = @substance, version = @version,
       updated_at = @now
     WHERE seq = @seq`,
  ).run({ seq, title, writtenOn, excerpt, wordCount, substance, version, now });
  prepare(db, 'UPDATE entry_text SET document = @json WHERE seq = @seq').run({ seq, json });
  storeFound(db, seq, projection);
  return version;
}

function keepRevisionIfDue(db: WriteDb, stored: StoredText, after: Projection, now: number): void {
  const reason = reasonToKeep({
    now,
    lastSavedAt: stored.updatedAt,
    lastKeptAt: lastKeptAt(db, stored.seq) ?? stored.createdAt,
    before: stored,
    after,
  });
  if (reason !== null) keepStoredText(db, stored.seq, reason, now);
}
