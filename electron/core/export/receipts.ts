import { invariant } from '#shared/assert.ts';
import type { Day } from '#shared/domain/day.ts';
import { ReceiptId, type Receipt } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { SEALED_UNTIL, SHOWN_TITLE } from '../entries/sealing.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import type { Session } from '../session.ts';

export type NewReceipt = Pick<Receipt, 'audience' | 'format' | 'isSealed'> & {
  readonly entries: readonly EntryId[];
};

/** Keeps that something left the app. Errors: those of any write. */
export const addReceipt = (
  { write, ports }: Session,
  receipt: NewReceipt,
): Result<void, AppError> =>
  write(['receipts'], db => {
    insertReceipt(db, receipt, { id: ports.newId(), at: ports.clock.now() });
    return ok(undefined);
  });

function insertReceipt(
  db: WriteDb,
  { audience, format, isSealed, entries }: NewReceipt,
  made: { readonly id: string; readonly at: number },
): void {
  const row = prepare<{ seq: number }>(
    db,
    `INSERT INTO receipt (id, at, audience, format, is_sealed, entry_count)
     VALUES (@id, @at, @audience, @format, @isSealed, @entryCount) RETURNING seq`,
  ).get({ ...made, audience, format, isSealed: isSealed ? 1 : 0, entryCount: entries.length });
  invariant(row !== undefined, 'an insert returns its row');
  const insert = prepare(
    db,
    `INSERT INTO receipt_entry (receipt_seq, position, entry_id)
     VALUES (@seq, @position, @entryId)`,
  );
  entries.forEach((entryId, position) => insert.run({ seq: row.seq, position, entryId }));
}

interface ReceiptRow {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly audience: Receipt['audience'];
  readonly format: Receipt['format'];
  readonly isSealed: 0 | 1;
  readonly entryCount: number;
}

interface EntryRow {
  readonly seq: number;
  readonly id: EntryId;
  readonly title: string;
  readonly writtenOn: Day;
  readonly sealedUntil: Day | null;
}

/** What left the app, the newest first. Titles are those that the entries have now. */
export function listReceipts(db: ReadDb): Receipt[] {
  const rows = prepare<ReceiptRow>(
    db,
    `SELECT seq, id, at, audience, format, is_sealed AS isSealed, entry_count AS entryCount
     FROM receipt ORDER BY at DESC, seq DESC`,
  ).all();
  const entries = prepare<EntryRow>(
    db,
    `SELECT receipt_seq AS seq, entry.id AS id, ${SHOWN_TITLE} AS title,
       written_on AS writtenOn, ${SEALED_UNTIL} AS sealedUntil
     FROM receipt_entry JOIN entry ON entry.id = entry_id ORDER BY receipt_seq, position`,
  ).all();
  const byReceipt = Map.groupBy(entries, ({ seq }) => seq);
  return rows.map(({ seq, id, isSealed, ...row }) => ({
    ...row,
    id: ReceiptId.parse(id),
    isSealed: isSealed === 1,
    entries: (byReceipt.get(seq) ?? []).map(({ seq: _seq, ...entry }) => entry),
  }));
}

/** An erased entry is named in no receipt any more. */
export function forgetInReceipts(db: WriteDb, id: EntryId): void {
  prepare(db, 'DELETE FROM receipt_entry WHERE entry_id = @id').run({ id });
}
