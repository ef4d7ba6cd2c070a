import type { Projection } from '#shared/domain/projection.ts';
import { prepare, type Parameters, type WriteDb } from '../db/statements.ts';

/** A table of what documents say: how its rows of one entry are read, forgotten and written. */
interface FoundTable {
  readonly rowsOf: (projection: Projection) => readonly Parameters[];
  /** Selects the columns in the order in which `rowsOf` names them. */
  readonly select: string;
  readonly forget: string;
  readonly insert: string;
}

const TABLES: readonly FoundTable[] = [
  {
    // A commitment that says nothing yet keeps its position, and is no row.
    rowsOf: ({ commitments }) =>
      commitments
        .map(({ who, what, by, notice, status }, position) => ({
          position,
          who,
          what,
          by,
          notice,
          status,
        }))
        .filter(({ who, what, by, notice }) => `${who}${what}${by}${notice}` !== ''),
    select: `SELECT position, who, what, by_when AS "by", notice, status
      FROM commitment WHERE entry_seq = @entrySeq ORDER BY position`,
    forget: 'DELETE FROM commitment WHERE entry_seq = @entrySeq',
    insert: `INSERT INTO commitment (entry_seq, position, who, what, by_when, notice, status)
      VALUES (@entrySeq, @position, @who, @what, @by, @notice, @status)`,
  },
  {
    rowsOf: ({ ratings }) =>
      ratings.map(({ heading, value, min, max, minLabel, maxLabel }, position) => ({
        position,
        heading,
        value,
        min,
        max,
        minLabel,
        maxLabel,
      })),
    select: `SELECT position, heading, value, min, max, min_label AS minLabel,
        max_label AS maxLabel
      FROM rating WHERE entry_seq = @entrySeq ORDER BY position`,
    forget: 'DELETE FROM rating WHERE entry_seq = @entrySeq',
    insert: `INSERT INTO rating (entry_seq, position, heading, value, min, max, min_label,
        max_label)
      VALUES (@entrySeq, @position, @heading, @value, @min, @max, @minLabel, @maxLabel)`,
  },
  {
    rowsOf: ({ feelings }) =>
      feelings.map(({ word, strength }, position) => ({ position, word, strength })),
    select: `SELECT position, word, strength
      FROM feeling WHERE entry_seq = @entrySeq ORDER BY position`,
    forget: 'DELETE FROM feeling WHERE entry_seq = @entrySeq',
    insert: `INSERT INTO feeling (entry_seq, position, word, strength)
      VALUES (@entrySeq, @position, @word, @strength)`,
  },
  {
    rowsOf: ({ pictures }) => pictures.toSorted().map(pictureId => ({ pictureId })),
    select: `SELECT picture_id AS pictureId
      FROM picture_use WHERE entry_seq = @entrySeq ORDER BY picture_id`,
    forget: 'DELETE FROM picture_use WHERE entry_seq = @entrySeq',
    insert: 'INSERT INTO picture_use (entry_seq, picture_id) VALUES (@entrySeq, @pictureId)',
  },
];

/**
 * Stores what a document says beside its entry. Rows that say the same already are left as they
 * are: almost every save changes none of them, and saving must not wait.
 */
export function storeFound(db: WriteDb, entrySeq: number, projection: Projection): void {
  for (const { rowsOf, select, forget, insert } of TABLES) {
    const wanted = rowsOf(projection);
    const stored = prepare<Parameters>(db, select).all({ entrySeq });
    if (JSON.stringify(stored) === JSON.stringify(wanted)) continue;
    if (stored.length > 0) prepare(db, forget).run({ entrySeq });
    for (const row of wanted) prepare(db, insert).run({ ...row, entrySeq });
  }
}

/** Forgets what a document said, before its entry is erased. */
export function forgetFound(db: WriteDb, entrySeq: number): void {
  for (const { forget } of TABLES) prepare(db, forget).run({ entrySeq });
}
