import type { Projection } from '#shared/domain/projection.ts';
import type { RevisionReason } from '#shared/domain/revision.ts';

/** While someone writes, a revision is kept about this often. */
const INTERVAL_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** How much of the writer is in a text, as its projection says it. */
export type Amount = Pick<Projection, 'wordCount' | 'substance'>;

/**
 * Whether a text leaves nothing of the one before: none of its words, or nothing at all. The items
 * of a check list stay when all else is gone, and are no sign that the rest was meant to go.
 */
export const leavesNothing = (before: Amount, after: Amount): boolean =>
  (before.substance > 0 && after.substance === 0) ||
  (before.wordCount > 0 && after.wordCount === 0);

interface Save {
  readonly now: number;
  /** When the text that is stored was saved. */
  readonly lastSavedAt: number;
  /** When a revision of this entry was last kept; its creation if there is none. */
  readonly lastKeptAt: number;
  readonly before: Amount;
  readonly after: Amount;
}

/**
 * Whether a save must first keep the text it replaces, and why. Saving over the only copy is
 * itself a way to lose a letter: select all, delete, saved.
 */
export function reasonToKeep(save: Save): RevisionReason | null {
  const { before, after } = save;
  if (before.substance === 0) return null;
  if (after.substance < before.substance / 2 || after.wordCount < before.wordCount / 2) {
    return 'shrink';
  }
  if (save.now - save.lastSavedAt >= DAY_MS) return 'day';
  // A clock that was set back must not stop revisions until it has caught up.
  return Math.abs(save.now - save.lastKeptAt) >= INTERVAL_MS ? 'interval' : null;
}
