import { JourneyId } from '#shared/domain/ids.ts';
import type { Journey, JourneyEdit, NewJourney } from '#shared/domain/journey.ts';
import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Change } from '../history.ts';
import type { Session } from '../session.ts';
import { findJourney, insertJourney, replaceJourney } from './repository.ts';

/** Begins a journey. */
export function createJourney(
  { write, ports }: Session,
  said: NewJourney,
): Result<Journey, AppError> {
  return write(['journeys'], db => {
    const id = JourneyId.parse(ports.newId());
    const journey: Journey = { id, ...said, archivedAt: null, createdAt: ports.clock.now() };
    insertJourney(db, journey);
    return ok(journey);
  });
}

/** Says anew whom a journey is about, and how. No text depends on it. */
export function editJourney(
  { db, history }: Session,
  edit: JourneyEdit,
): Result<HistoryState, AppError> {
  const journey = findJourney(db, edit.id);
  if (journey === undefined) return err({ code: 'journey.notFound', id: edit.id });
  return history.execute(putJourney('Edit journey', { ...journey, ...edit }));
}

/** Puts a journey away, with all its writing, or takes it out again. */
export function archiveJourney(
  { db, history, ports }: Session,
  { id, archived }: { readonly id: JourneyId; readonly archived: boolean },
): Result<HistoryState, AppError> {
  const journey = findJourney(db, id);
  if (journey === undefined) return err({ code: 'journey.notFound', id });
  if ((journey.archivedAt !== null) === archived) return ok(history.state());
  const archivedAt = archived ? ports.clock.now() : null;
  const label = archived ? 'Archive journey' : 'Bring back journey';
  return history.execute(putJourney(label, { ...journey, archivedAt }));
}

/** A journey as it is to be. */
export const putJourney = (label: string, journey: Journey): Change => ({
  label,
  topics: ['journeys'],
  apply: db => ok(putJourney(label, replaceJourney(db, journey))),
});
