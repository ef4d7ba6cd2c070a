import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import { ok } from '#shared/result.ts';
import type { Change } from '../history.ts';
import { setDeletedAt, setJourney } from './repository.ts';

/** Moves an entry to the trash, or takes it out with `null`. */
export const trashEntry = (id: EntryId, deletedAt: number | null): Change =>
  changeDeletedAt('Delete letter', id, deletedAt);

/** Takes an entry out of the trash. */
export const restoreEntry = (id: EntryId): Change => changeDeletedAt('Bring back letter', id, null);

const changeDeletedAt = (label: string, id: EntryId, deletedAt: number | null): Change => ({
  label,
  topics: ['entries'],
  about: id,
  apply: db => ok(changeDeletedAt(label, id, setDeletedAt(db, id, deletedAt))),
});

/** Moves an entry to another journey, or to none. Its text stays as it is. */
export const moveEntry = (id: EntryId, journeyId: JourneyId | null): Change => ({
  label: 'Move letter',
  topics: ['entries'],
  about: id,
  apply: db => ok(moveEntry(id, setJourney(db, id, journeyId))),
});
