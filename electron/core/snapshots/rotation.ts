import type { SnapshotReason } from '#shared/domain/snapshot.ts';

/** All backups together never take more room than this, nor than this part of what is free beside them. */
const ROOM_BYTES = 1024 ** 3;
const ROOM_SHARE = 0.2;

/**
 * How much room backups may take on a disk where `freeBytes` are free and they take `usedBytes`
 * now: what they take away is no longer free, and what they give back is. Both figures come from
 * security.md 4.5.
 */
export const roomFor = (freeBytes: number, usedBytes: number): number =>
  Math.floor(Math.min(ROOM_BYTES, ((freeBytes + usedBytes) * ROOM_SHARE) / (1 + ROOM_SHARE)));

/** Whether a small disk, and not the limit for all disks, is why the oldest backups go. */
export const isShortOfRoom = (all: readonly Pick<Kept, 'bytes'>[], freeBytes: number): boolean => {
  const used = sumOf(all);
  const room = roomFor(freeBytes, used);
  const [newest] = all;
  return newest !== undefined && room < ROOM_BYTES && used + newest.bytes > room;
};

const sumOf = (backups: Iterable<Pick<Kept, 'bytes'>>): number =>
  [...backups].reduce((sum, { bytes }) => sum + bytes, 0);

const DAY_MS = 86_400_000;
const KEEP = { newest: 5, daily: 7, weekly: 4, monthly: 12 } as const;
const KEEP_BEFORE_MIGRATION_MS = 90 * DAY_MS;

export interface Kept {
  readonly id: string;
  readonly madeAt: number;
  readonly bytes: number;
  readonly sound: boolean;
  readonly reason: SnapshotReason | null;
}

interface Rotation {
  readonly now: number;
  /** On the disk that the backups lie on. */
  readonly freeBytes: number;
  /** Whether the database that is backed up has just been found whole. */
  readonly liveIsSound: boolean;
}

/**
 * Which backups may go. The last five stay, and the newest of each of the last 7 days, 4 weeks and
 * 12 months that have one, within the room there is. The newest sound one always stays; nothing
 * goes while the vault itself is damaged, because then an old backup may be the best there is.
 */
export function backupsToRemove(all: readonly Kept[], rotation: Rotation): readonly string[] {
  if (!rotation.liveIsSound) return [];
  const newestFirst = all.toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const untouchable = newestFirst.filter(
    backup => isBeforeMigration(backup, rotation.now) || backup.reason === null,
  );
  const inRotation = newestFirst.filter(backup => !untouchable.includes(backup));
  const newestSound = newestFirst.find(({ sound }) => sound);
  const stays = new Set([...untouchable, ...representatives(inRotation)]);
  if (newestSound !== undefined) stays.add(newestSound);
  const within = withinRoom(
    newestFirst.filter(backup => stays.has(backup)),
    backup => untouchable.includes(backup) || backup === newestSound,
    roomFor(rotation.freeBytes, sumOf(all)),
  );
  return newestFirst.filter(backup => !within.has(backup)).map(({ id }) => id);
}

const isBeforeMigration = ({ reason, madeAt }: Kept, now: number): boolean =>
  reason === 'before-migration' && now - madeAt < KEEP_BEFORE_MIGRATION_MS;

/** A damaged backup does not stand for its day, week or month as long as there is another. */
function representatives(newestFirst: readonly Kept[]): readonly Kept[] {
  const soundFirst = newestFirst.toSorted((a, b) => Number(b.sound) - Number(a.sound));
  return [
    ...newestFirst.slice(0, KEEP.newest),
    ...firstOfEach(soundFirst, dayOf, KEEP.daily),
    ...firstOfEach(soundFirst, weekOf, KEEP.weekly),
    ...firstOfEach(soundFirst, monthOf, KEEP.monthly),
  ];
}

function firstOfEach(
  backups: readonly Kept[],
  periodOf: (backup: Kept) => number,
  count: number,
): readonly Kept[] {
  const first = new Map<number, Kept>();
  for (const backup of backups) {
    if (!first.has(periodOf(backup))) first.set(periodOf(backup), backup);
  }
  const newest = [...first.keys()].toSorted((a, b) => b - a).slice(0, count);
  return newest.flatMap(period => first.get(period) ?? []);
}

const dayOf = ({ madeAt }: Kept): number => Math.floor(madeAt / DAY_MS);
/** The first of January 1970 was a Thursday. */
const weekOf = (backup: Kept): number => Math.floor((dayOf(backup) + 3) / 7);
function monthOf({ madeAt }: Kept): number {
  const date = new Date(madeAt);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The newest take their room first; what must stay is counted before all. */
function withinRoom(
  newestFirst: readonly Kept[],
  mustStay: (backup: Kept) => boolean,
  roomBytes: number,
): ReadonlySet<Kept> {
  const within = new Set(newestFirst.filter(mustStay));
  let used = sumOf(within);
  for (const backup of newestFirst) {
    if (within.has(backup)) continue;
    used += backup.bytes;
    if (used > roomBytes) break;
    within.add(backup);
  }
  return within;
}
