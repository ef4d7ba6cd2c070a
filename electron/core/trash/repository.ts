import { dayOf } from '#shared/domain/day.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import { DAYS_IN_TRASH, type TrashedEntry } from '#shared/domain/trash.ts';
import { prepare, type ReadDb } from '../db/statements.ts';
import {
  SUMMARY_COLUMNS,
  toSummary,
  type KnownEntry,
  type SummaryRow,
} from '../entries/repository.ts';

const KEPT_MS = DAYS_IN_TRASH * 24 * 60 * 60_000;

interface TrashedRow extends SummaryRow {
  readonly deleted_at: number;
}

/** What was deleted and is still there, the newest first. */
export function listTrash(db: ReadDb): TrashedEntry[] {
  const rows = prepare<TrashedRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, deleted_at FROM entry WHERE deleted_at IS NOT NULL
     ORDER BY deleted_at DESC, seq DESC`,
  ).all();
  return rows.map(row => ({
    ...toSummary(row),
    deletedAt: row.deleted_at,
    goesOn: dayOf(new Date(row.deleted_at + KEPT_MS)),
  }));
}

/** What has been in the trash for as long as it is kept. */
export const listExpired = (db: ReadDb, now: number): KnownEntry[] =>
  prepare<KnownEntry>(db, 'SELECT seq, id, kind FROM entry WHERE deleted_at <= @before').all({
    before: now - KEPT_MS,
  });

/** The person's own templates that have been deleted for as long. */
export const listExpiredTemplates = (db: ReadDb, now: number): TemplateId[] =>
  prepare<{ readonly id: TemplateId }>(db, 'SELECT id FROM template WHERE deleted_at <= @before')
    .all({ before: now - KEPT_MS })
    .map(({ id }) => id);
