import { emptyDocument } from '#shared/domain/document.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { readableDocument } from '../entries/repository.ts';
import type { Write } from '../session.ts';
import { toSearchable } from './parse-query.ts';

interface PendingRow {
  readonly seq: number;
  readonly title: string;
  readonly document: string;
}

/**
 * Brings one entry's place in the index up to date. Saving does not do it: removing old words for
 * good takes longer than the save itself, so it waits until the entry is at rest.
 */
export function indexEntry(db: ReadDb, write: Write, id: EntryId): Result<void, AppError> {
  return indexRows(
    write,
    prepare<PendingRow>(
      db,
      `SELECT seq, title, document FROM entry JOIN entry_text USING (seq)
       WHERE id = @id AND indexed_version <> version`,
    ).all({ id }),
  );
}

/** Brings the whole index up to date, with what was saved before a crash as well. */
export function indexPending(db: ReadDb, write: Write): Result<void, AppError> {
  return indexRows(
    write,
    prepare<PendingRow>(
      db,
      `SELECT seq, title, document FROM entry JOIN entry_text USING (seq)
       WHERE indexed_version <> version`,
    ).all(),
  );
}

function indexRows(write: Write, rows: readonly PendingRow[]): Result<void, AppError> {
  if (rows.length === 0) return ok(undefined);
  // Nothing that a page shows changes by this.
  return write([], db => {
    for (const row of rows) indexRow(db, row);
    return ok(undefined);
  });
}

function indexRow(db: WriteDb, { seq, title, document }: PendingRow): void {
  const { plainText, asideText } = projectDocument(readableDocument(document) ?? emptyDocument());
  prepare(
    db,
    `INSERT INTO search_text (seq, title, plain_text, aside_text)
     VALUES (@seq, @title, @plainText, @asideText)
     ON CONFLICT (seq) DO UPDATE SET title = excluded.title, plain_text = excluded.plain_text,
       aside_text = excluded.aside_text`,
  ).run({
    seq,
    title: toSearchable(title),
    plainText: toSearchable(plainText),
    asideText: toSearchable(asideText),
  });
  prepare(db, 'UPDATE entry SET indexed_version = version WHERE seq = @seq').run({ seq });
}
