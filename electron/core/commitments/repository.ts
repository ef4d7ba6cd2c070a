import type { CommitmentStatus } from '#shared/domain/blocks.ts';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import type { Day } from '#shared/domain/day.ts';
import { dayIn, promisedFrom } from '#shared/domain/day-text.ts';
import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import { SEALED } from '../entries/sealing.ts';
import { prepare, type ReadDb } from '../db/statements.ts';

interface LedgerRow {
  readonly entry_id: EntryId;
  readonly title: string;
  readonly journey_id: JourneyId | null;
  readonly written_on: Day;
  readonly position: number;
  readonly version: number;
  readonly who: string;
  readonly what: string;
  readonly by_when: string;
  readonly notice: string;
  readonly status: CommitmentStatus;
}

const toLedgerLine = (row: LedgerRow, locale: string): LedgerLine => ({
  entryId: row.entry_id,
  entryTitle: row.title,
  journeyId: row.journey_id,
  writtenOn: row.written_on,
  index: row.position,
  version: row.version,
  who: row.who,
  what: row.what,
  by: row.by_when,
  due: dayIn(row.by_when, promisedFrom(row.written_on, locale)),
  notice: row.notice,
  status: row.status,
});

const byDue = (a: LedgerLine, b: LedgerLine): number => {
  if (a.due === b.due) return 0;
  if (a.due === null || b.due === null) return a.due === null ? 1 : -1;
  return a.due < b.due ? -1 : 1;
};

/**
 * The commitments of a journey, or all of them: the first due first, then the undated. What stands in
 * a sealed letter waits with it.
 */
export function listCommitments(
  db: ReadDb,
  journeyId: JourneyId | null,
  locale: string,
): LedgerLine[] {
  return prepare<LedgerRow>(
    db,
    `SELECT entry.id AS entry_id, title, journey_id, written_on, position, version,
       who, what, by_when, notice, status
     FROM commitment JOIN entry ON entry.seq = commitment.entry_seq
     WHERE deleted_at IS NULL AND NOT ${SEALED}
       AND (@journeyId IS NULL OR journey_id = @journeyId)
     ORDER BY written_on, entry.seq, position`,
  )
    .all({ journeyId })
    .map(row => toLedgerLine(row, locale))
    .toSorted(byDue);
}
