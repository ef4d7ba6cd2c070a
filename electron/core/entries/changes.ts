import { nameInSentence } from '#shared/content/kinds.ts';
import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import { ok } from '#shared/result.ts';
import type { Change } from '../history.ts';
import { setDeletedAt, setJourney, type KnownEntry } from './repository.ts';

/** Moves entries to the trash, all of them in one step. */
export const trashEntries = (entries: readonly KnownEntry[], deletedAt: number): Change =>
  changeDeletedAt(`Delete ${nameInSentence(entries)}`, atOnce(entries, deletedAt));

/** Takes entries out of the trash, all of them in one step. */
export const restoreEntries = (entries: readonly KnownEntry[]): Change =>
  changeDeletedAt(`Bring back ${nameInSentence(entries)}`, atOnce(entries, null));

/** When each was deleted; null for one that is not. */
type Deletions = ReadonlyMap<EntryId, number | null>;

const atOnce = (entries: readonly KnownEntry[], deletedAt: number | null): Deletions =>
  new Map(entries.map(({ id }) => [id, deletedAt]));

const changeDeletedAt = (label: string, to: Deletions): Change => ({
  label,
  topics: ['entries'],
  about: [...to.keys()],
  apply(db) {
    const before = new Map<EntryId, number | null>();
    for (const [id, deletedAt] of to) {
      const was = setDeletedAt(db, id, deletedAt);
      if (was !== undefined) before.set(id, was);
    }
    return ok(changeDeletedAt(label, before));
  },
});

/** Moves an entry to another journey, or to none. Its text stays as it is. */
export const moveEntry = (id: EntryId, journeyId: JourneyId | null): Change => ({
  label: 'Move letter',
  topics: ['entries'],
  about: [id],
  apply: db => ok(moveEntry(id, setJourney(db, id, journeyId))),
});
