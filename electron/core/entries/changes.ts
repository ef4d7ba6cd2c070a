import type { EntryId } from '#shared/domain/ids.ts';
import type { Change } from '../history.ts';
import { setDeletedAt } from './repository.ts';

const LABEL = 'Delete letter';

/** Moves an entry to the trash. */
export const trashEntry = (id: EntryId, deletedAt: number): Change => ({
  label: LABEL,
  apply(db) {
    setDeletedAt(db, id, deletedAt);
    return restoreEntry(id, deletedAt);
  },
});

/** Takes an entry out of the trash. */
const restoreEntry = (id: EntryId, deletedAt: number): Change => ({
  label: LABEL,
  apply(db) {
    setDeletedAt(db, id, null);
    return trashEntry(id, deletedAt);
  },
});
