import type { Day } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/sealing.ts';
import type { AppError } from '#shared/errors.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import type { Clock } from '../ports.ts';

/**
 * Whether an entry is sealed now, as a condition of any query that reads what entries say: their
 * titles, texts and earlier texts, and all that is read from these. `isSealed` alone decides; it is
 * asked only for the few that were ever sealed.
 */
export const SEALED = '(entry.sealed_until IS NOT NULL AND is_sealed(entry.sealed_until))';

/** The title that may be shown. */
export const SHOWN_TITLE = `iif(${SEALED}, '', entry.title)`;

/** The day to which an entry is sealed now, or null. */
export const SEALED_UNTIL = `iif(${SEALED}, entry.sealed_until, NULL)`;

/** Teaches a connection the rule that the conditions above ask for. Without it they do not compile. */
export function teachSeals(db: ReadDb, { today }: Pick<Clock, 'today'>): void {
  db.function('is_sealed', { directOnly: true }, until => Number(isSealed(until as Day, today())));
}

/** From when to when a letter is put away. */
export interface LetterSeal {
  readonly on: Day;
  readonly until: Day;
}

/** The seal that was put on an entry, over or not; null for none, or for an entry that is not there. */
export function letterSealOf(db: ReadDb, id: EntryId): LetterSeal | null {
  const row = prepare<{ on: Day | null; until: Day | null }>(
    db,
    'SELECT sealed_on AS "on", sealed_until AS until FROM entry WHERE id = @id',
  ).get({ id });
  const { on = null, until = null } = row ?? {};
  return on === null || until === null ? null : { on, until };
}

/** Puts a seal on an entry, or takes it away with null. */
export function setLetterSeal(db: WriteDb, id: EntryId, seal: LetterSeal | null): void {
  prepare(db, 'UPDATE entry SET sealed_on = @on, sealed_until = @until WHERE id = @id').run({
    id,
    on: seal?.on ?? null,
    until: seal?.until ?? null,
  });
}

/** The day to which an entry, in the trash or not, is sealed now; null for any other. */
export const sealedUntil = (db: ReadDb, id: EntryId): Day | null =>
  prepare<{ until: Day | null }>(
    db,
    `SELECT ${SEALED_UNTIL} AS until FROM entry WHERE id = @id`,
  ).get({ id })?.until ?? null;

/** Why nothing of an entry is handed out: `entry.sealed`, or null. */
export function sealedError(db: ReadDb, id: EntryId): AppError | null {
  const until = sealedUntil(db, id);
  return until === null ? null : { code: 'entry.sealed', until };
}
