import { isSealed } from '#shared/domain/sealing.ts';
import type { Day } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { PreviewedEntry, SnapshotPreview } from '#shared/domain/snapshot.ts';
import type { ReadDb } from '../db/statements.ts';
import { countsOf, marksOf } from './marks.ts';

interface Row {
  readonly id: EntryId;
  readonly title: string;
  readonly written_on: Day;
  readonly deleted_at: number | null;
  /** Not in a backup that an older version of the app made. */
  readonly sealed_until?: Day | null;
}

interface Means {
  /** Makes the marks by which texts are compared. */
  readonly key: Buffer;
  readonly today: Day;
}

/**
 * What a backup holds beside what the vault holds now. Changes nothing. What is here is as sealed as
 * it is here; what is only in the backup, as it was there.
 */
export function comparePast(past: ReadDb, now: ReadDb, { key, today }: Means): SnapshotPreview {
  const [pastRows, nowRows] = [rowsOf(past), rowsOf(now)];
  const [pastMarks, nowMarks] = [marksOf(past, key), marksOf(now, key)];
  const here = new Map(nowRows.map(row => [row.id, row]));
  const there = new Set(pastRows.map(row => row.id));
  const live = pastRows.filter(row => row.deleted_at === null);
  const isHere = (row: Row) => here.get(row.id)?.deleted_at === null;
  const toPreviewed = (row: Row): PreviewedEntry => {
    const { sealed_until: until = null } = here.get(row.id) ?? row;
    const sealedUntil = isSealed(until, today) ? until : null;
    const title = sealedUntil === null ? row.title : '';
    return { id: row.id, title, writtenOn: row.written_on, sealedUntil };
  };
  return {
    past: countsOf(past),
    now: countsOf(now),
    missing: live.filter(row => !isHere(row)).map(toPreviewed),
    changed: live.flatMap(row => {
      const present = here.get(row.id);
      const differs = pastMarks.get(row.id) !== nowMarks.get(row.id);
      return present?.deleted_at === null && differs ? [toPreviewed(present)] : [];
    }),
    newer: nowRows.filter(row => row.deleted_at === null && !there.has(row.id)).map(toPreviewed),
  };
}

const rowsOf = (db: ReadDb): readonly Row[] =>
  db
    // All columns, because not every version of the schema has the same.
    .prepare<[], Row>('SELECT * FROM entry ORDER BY written_on DESC, seq DESC')
    .all();
