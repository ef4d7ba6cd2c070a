import type { RevisionReason } from '#shared/domain/revision.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

export interface KeptText {
  readonly id: string;
  readonly reason: RevisionReason;
  readonly keptAt: number;
}

/**
 * The kept texts of one entry that may go: all stay for a day, one an hour for 30 days, one a day
 * for a year, and one a week after that, each time the last one. What was kept because a text was
 * about to be lost stays for 30 days at least. Doing this often removes no more than doing it once.
 */
export function revisionsToThin(kept: readonly KeptText[], now: number): readonly string[] {
  const last = new Map<string, KeptText>();
  const thinned = kept.filter(text => !isProtected(text, now));
  for (const text of thinned) {
    const bucket = bucketOf(text, now);
    if (bucket === null) continue;
    const other = last.get(bucket);
    if (other === undefined || other.keptAt <= text.keptAt) last.set(bucket, text);
  }
  return thinned
    .filter(text => {
      const bucket = bucketOf(text, now);
      return bucket !== null && last.get(bucket) !== text;
    })
    .map(({ id }) => id);
}

const PROTECTED: ReadonlySet<RevisionReason> = new Set(['conflict', 'shrink', 'restore'] as const);

const isProtected = ({ reason, keptAt }: KeptText, now: number): boolean =>
  PROTECTED.has(reason) && now - keptAt < MONTH;

/**
 * The stretch of time of which one text stays, null while all do. A stretch counts as old when it
 * ended long ago: so two texts of the same hour are never thinned by different rules, and what
 * stays does not depend on how often this was done.
 */
function bucketOf({ keptAt, reason }: KeptText, now: number): string | null {
  // A text from another copy is no earlier state of this one, and neither stands for the other.
  const line = reason === 'conflict' ? 'other' : 'own';
  for (const [length, after] of [
    [WEEK, YEAR],
    [DAY, MONTH],
    [HOUR, DAY],
  ] as const) {
    const bucket = Math.floor(keptAt / length);
    if ((bucket + 1) * length <= now - after) return `${line} ${length} ${bucket}`;
  }
  return null;
}
