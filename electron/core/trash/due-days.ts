import { dayOf } from '#shared/domain/day.ts';
import { DAYS_THAT_ERASE } from '#shared/domain/trash.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { dueDaysOf, setDueDays } from '../db/notes.ts';
import type { WriteDb } from '../db/statements.ts';
import type { Session } from '../session.ts';

/**
 * Notes that something in the trash was found due now, and returns the moment at which it must have
 * been due to go: the first of the last days that found something due, or null while there are too
 * few of them. A clock that was set forward once makes one such day.
 */
export function noteDueDay(db: WriteDb, now: number): number | null {
  const today = dayOf(new Date(now));
  const before = dueDaysOf(db).filter(at => at <= now);
  const isNoted = before.some(at => dayOf(new Date(at)) === today);
  const days = (isNoted ? before : [...before, now]).slice(-DAYS_THAT_ERASE);
  setDueDays(db, days);
  return days.length < DAYS_THAT_ERASE ? null : (days[0] ?? null);
}

/** Forgets what was noted later than now: it was noted by a clock that was wrong. */
export function forgetLaterDays({ db, write }: Session, now: number): Result<void, AppError> {
  const days = dueDaysOf(db);
  const past = days.filter(at => at <= now);
  if (past.length === days.length) return ok(undefined);
  return write([], writable => ok(setDueDays(writable, past)));
}
