import type { Day } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { canSealTo, daysToSealTo, isSealed } from '#shared/domain/sealing.ts';
import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Change } from '../history.ts';
import type { Session } from '../session.ts';
import { hasEntry } from './repository.ts';
import { letterSealOf, setLetterSeal, type LetterSeal } from './sealing.ts';

/**
 * Puts a letter away until the beginning of a day. Its text stays as it is, and can still be saved.
 * Errors: `entry.notFound`, and `entry.notSealable` for a day before tomorrow or too far away.
 */
export function sealEntry(
  { db, history, ports }: Session,
  { id, until }: { readonly id: EntryId; readonly until: Day },
): Result<HistoryState, AppError> {
  if (!hasEntry(db, id)) return err({ code: 'entry.notFound', id });
  const today = ports.clock.today();
  if (!canSealTo(until, today)) {
    return err({ code: 'entry.notSealable', ...daysToSealTo(today) });
  }
  return history.execute(changeSeal('Seal letter', id, { on: today, until }));
}

/**
 * Opens a sealed letter. One whose day has come is open already: then only the note that it was
 * sealed goes, which nobody would want to undo. Errors: `entry.notFound`.
 */
export function unsealEntry(
  { db, write, history, ports }: Session,
  id: EntryId,
): Result<HistoryState, AppError> {
  if (!hasEntry(db, id)) return err({ code: 'entry.notFound', id });
  const seal = letterSealOf(db, id);
  if (seal === null) return ok(history.state());
  if (isSealed(seal.until, ports.clock.today())) {
    return history.execute(changeSeal('Open sealed letter', id, null));
  }
  return write([], writable => {
    setLetterSeal(writable, id, null);
    return ok(history.state());
  });
}

const changeSeal = (label: string, id: EntryId, seal: LetterSeal | null): Change => ({
  label,
  topics: ['entries'],
  about: [id],
  apply(db) {
    const before = letterSealOf(db, id);
    setLetterSeal(db, id, seal);
    return ok(changeSeal(label, id, before));
  },
});
