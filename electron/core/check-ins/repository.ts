import type { CheckIn, Rating } from '#shared/domain/check-in.ts';
import type { Feeling } from '#shared/domain/feeling.ts';
import type { JourneyId } from '#shared/domain/ids.ts';
import { prepare, type ReadDb } from '../db/statements.ts';
import { SEALED } from '../entries/sealing.ts';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from '../entries/repository.ts';

type CheckInRow = SummaryRow & { readonly seq: number };
type Of<T> = T & { readonly seq: number };

const CHECK_INS = `entry WHERE kind = 'check-in' AND deleted_at IS NULL AND NOT ${SEALED}
  AND (@journeyId IS NULL OR journey_id = @journeyId)`;

/** The check-ins of a journey, or all of them, but for those that are sealed: the newest first. */
export function listCheckIns(db: ReadDb, journeyId: JourneyId | null): CheckIn[] {
  const rows = prepare<CheckInRow>(
    db,
    `SELECT seq, ${SUMMARY_COLUMNS} FROM ${CHECK_INS} ORDER BY written_on DESC, seq DESC`,
  ).all({ journeyId });
  const ratings = bySeq(
    prepare<Of<Rating>>(
      db,
      `SELECT entry_seq AS seq, heading, value, min, max, min_label AS minLabel,
         max_label AS maxLabel
       FROM rating WHERE entry_seq IN (SELECT seq FROM ${CHECK_INS})
       ORDER BY entry_seq, position`,
    ).all({ journeyId }),
  );
  const feelings = bySeq(
    prepare<Of<Feeling>>(
      db,
      `SELECT entry_seq AS seq, word, strength
       FROM feeling WHERE entry_seq IN (SELECT seq FROM ${CHECK_INS})
       ORDER BY entry_seq, position`,
    ).all({ journeyId }),
  );
  return rows.map(row => ({
    entry: toSummary(row),
    ratings: ratings.get(row.seq) ?? [],
    feelings: feelings.get(row.seq) ?? [],
  }));
}

function bySeq<T>(rows: readonly Of<T>[]): Map<number, Omit<Of<T>, 'seq'>[]> {
  const groups = new Map<number, Omit<Of<T>, 'seq'>[]>();
  for (const { seq, ...said } of rows) {
    const group = groups.get(seq) ?? [];
    group.push(said);
    groups.set(seq, group);
  }
  return groups;
}
