import type { Day } from '#shared/domain/day.ts';
import type { SnapshotReason } from '#shared/domain/snapshot.ts';

/** A session with more saves than this gets a backup of its own when it ends. */
const MANY_SAVES = 50;

interface Moment {
  readonly event: 'unlocked' | 'closing' | 'changing-passphrase';
  readonly today: Day;
  /** How many transactions the database has seen, now and when the newest sound backup was made. */
  readonly saves: number;
  readonly newest: { readonly day: Day; readonly saves: number } | null;
}

/** Whether a backup is due, and why. One that would hold the same as the newest never is. */
export function reasonToMake({ event, today, saves, newest }: Moment): SnapshotReason | null {
  const since = saves - (newest?.saves ?? 0);
  if (since === 0) return null;
  switch (event) {
    case 'unlocked':
      return newest?.day === today ? null : 'daily';
    case 'closing':
      // Fewer than before: an older database was put back, and is kept as well.
      return since > MANY_SAVES || since < 0 ? 'session' : null;
    case 'changing-passphrase':
      return 'before-passphrase';
    default:
      return event satisfies never;
  }
}
