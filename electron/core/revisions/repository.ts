import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import type { RevisionReason } from './policy.ts';

/** When a revision of this entry's own past was last kept. */
export const lastKeptAt = (db: ReadDb, entrySeq: number): number | null =>
  prepare<{ keptAt: number | null }>(
    db,
    `SELECT max(kept_at) AS keptAt FROM revision
     WHERE entry_seq = @entrySeq AND reason <> 'conflict'`,
  ).get({ entrySeq })?.keptAt ?? null;

/** Keeps the text that is stored now, before it is replaced. */
export function keepStoredText(
  db: WriteDb,
  entrySeq: number,
  reason: RevisionReason,
  keptAt: number,
): void {
  prepare(
    db,
    `INSERT INTO revision (entry_seq, version, reason, title, document, kept_at)
     SELECT seq, version, @reason, title, document, @keptAt
     FROM entry JOIN entry_text USING (seq) WHERE seq = @entrySeq`,
  ).run({ entrySeq, reason, keptAt });
}

interface ConflictingText {
  readonly entrySeq: number;
  /** The version that the text was written upon. */
  readonly version: number;
  readonly title: string;
  readonly document: string;
  readonly keptAt: number;
}

/** Keeps a text that could not be saved over a newer one. Sent twice, it is kept once. */
export function keepConflictingText(db: WriteDb, text: ConflictingText): void {
  prepare(
    db,
    `INSERT INTO revision (entry_seq, version, reason, title, document, kept_at)
     SELECT @entrySeq, @version, 'conflict', @title, @document, @keptAt
     WHERE NOT EXISTS (
       SELECT 1 FROM revision WHERE entry_seq = @entrySeq AND reason = 'conflict'
         AND title = @title AND document = @document)`,
  ).run({ ...text });
}
