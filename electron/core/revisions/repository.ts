import type { EntryId } from '#shared/domain/ids.ts';
import type {
  Revision,
  RevisionId,
  RevisionReason,
  RevisionSummary,
} from '#shared/domain/revision.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { parseDocument } from '../entries/repository.ts';
import { sealedError } from '../entries/sealing.ts';

const COLUMNS = `revision.id AS id, entry.id AS entryId, reason, revision.title AS title,
  revision.word_count AS wordCount, kept_at AS keptAt`;

/**
 * The kept texts of an entry, the newest first, without the texts themselves. Errors: `entry.sealed`.
 */
export function listRevisions(db: ReadDb, entryId: EntryId): Result<RevisionSummary[], AppError> {
  const sealed = sealedError(db, entryId);
  if (sealed !== null) return err(sealed);
  const rows = prepare<RevisionSummary>(
    db,
    `SELECT ${COLUMNS} FROM revision JOIN entry ON entry.seq = entry_seq
     WHERE entry.id = @entryId ORDER BY kept_at DESC, revision.seq DESC`,
  ).all({ entryId });
  return ok(rows);
}

/**
 * A kept text of an entry that is not in the trash. Errors: `revision.notFound`, and `entry.sealed`:
 * a seal is on earlier texts too.
 */
export function readRevision(db: ReadDb, id: RevisionId): Result<Revision, AppError> {
  const row = prepare<RevisionSummary & { readonly document: string }>(
    db,
    `SELECT ${COLUMNS}, document FROM revision JOIN entry ON entry.seq = entry_seq
     WHERE revision.id = @id AND deleted_at IS NULL`,
  ).get({ id });
  if (row === undefined) return err({ code: 'revision.notFound', id });
  const sealed = sealedError(db, row.entryId);
  return sealed === null ? ok({ ...row, document: parseDocument(row.document) }) : err(sealed);
}

/** When a revision of this entry's own past was last kept. */
export const lastKeptAt = (db: ReadDb, entrySeq: number): number | null =>
  prepare<{ keptAt: number | null }>(
    db,
    `SELECT max(kept_at) AS keptAt FROM revision
     WHERE entry_seq = @entrySeq AND reason <> 'conflict'`,
  ).get({ entrySeq })?.keptAt ?? null;

/** Keeps the text that is stored now, before it is replaced or left. Each version is kept once. */
export function keepStoredText(
  db: WriteDb,
  entrySeq: number,
  reason: RevisionReason,
  keptAt: number,
): void {
  const { changes } = prepare(
    db,
    `INSERT INTO revision (entry_seq, version, reason, title, document, word_count, kept_at)
     SELECT seq, version, @reason, title, document, word_count, @keptAt
     FROM entry JOIN entry_text USING (seq)
     WHERE seq = @entrySeq AND NOT EXISTS (
       SELECT 1 FROM revision WHERE entry_seq = @entrySeq AND version = entry.version
         AND reason <> 'conflict')`,
  ).run({ entrySeq, reason, keptAt });
  // It was kept for another reason before: now it must stay for longer.
  if (changes === 0 && reason === 'shrink') protectKept(db, entrySeq, keptAt);
}

/** Whether the text that is stored now was kept before, at whatever version. */
export const isKept = (db: ReadDb, entrySeq: number): boolean =>
  prepare(
    db,
    `SELECT 1 FROM revision JOIN entry_text ON entry_text.seq = entry_seq
       JOIN entry ON entry.seq = entry_seq
     WHERE entry_seq = @entrySeq AND revision.document = entry_text.document
       AND revision.title = entry.title`,
  ).get({ entrySeq }) !== undefined;

const protectKept = (db: WriteDb, entrySeq: number, keptAt: number) =>
  prepare(
    db,
    `UPDATE revision SET reason = 'shrink', kept_at = @keptAt
     WHERE entry_seq = @entrySeq AND reason IN ('interval', 'day', 'close')
       AND version = (SELECT version FROM entry WHERE seq = @entrySeq)`,
  ).run({ entrySeq, keptAt });

interface ConflictingText {
  readonly entrySeq: number;
  /** The version that the text was written upon. */
  readonly version: number;
  readonly title: string;
  readonly document: string;
  readonly wordCount: number;
  readonly keptAt: number;
}

/** Keeps a text that could not be saved over a newer one. Sent twice, it is kept once. */
export function keepConflictingText(db: WriteDb, text: ConflictingText): void {
  prepare(
    db,
    `INSERT INTO revision (entry_seq, version, reason, title, document, word_count, kept_at)
     SELECT @entrySeq, @version, 'conflict', @title, @document, @wordCount, @keptAt
     WHERE NOT EXISTS (
       SELECT 1 FROM revision WHERE entry_seq = @entrySeq AND reason = 'conflict'
         AND title = @title AND document = @document)`,
  ).run({ ...text });
}
