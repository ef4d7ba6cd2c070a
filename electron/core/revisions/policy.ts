import type { RevisionReason } from '#shared/domain/revision.ts';

/** While someone writes, a revision is kept about this often. */
const INTERVAL_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

interface Save {
  readonly now: number;
  /** When the text that is stored was saved. */
  readonly lastSavedAt: number;
  /** When a revision of this entry was last kept; its creation if there is none. */
  readonly lastKeptAt: number;
  /** Characters of the writer before and after the save. */
  readonly previousLength: number;
  readonly nextLength: number;
}

/**
 * Whether a save must first keep the text it replaces, and why. Saving over the only copy is
 * itself a way to lose a letter: select all, delete, saved.
 */
export function reasonToKeep(save: Save): RevisionReason | null {
  if (save.previousLength === 0) return null;
  if (save.nextLength < save.previousLength / 2) return 'shrink';
  if (save.now - save.lastSavedAt >= DAY_MS) return 'day';
  // A clock that was set back must not stop revisions until it has caught up.
  return Math.abs(save.now - save.lastKeptAt) >= INTERVAL_MS ? 'interval' : null;
}
