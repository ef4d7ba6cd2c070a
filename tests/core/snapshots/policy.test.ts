import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { SnapshotReason } from '#shared/domain/snapshot.ts';
import { reasonToMake } from '#core/snapshots/policy.ts';
import { backupsToRemove, type Kept } from '#core/snapshots/rotation.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 18);
const today = Day.parse('2026-11-22');
const yesterday = Day.parse('2026-11-21');

describe('when a backup is made', () => {
  test.each([
    ['at the first unlock of the day', 'unlocked', 10, { day: yesterday, saves: 4 }, 'daily'],
    ['not at the second', 'unlocked', 10, { day: today, saves: 4 }, null],
    ['when there is none yet', 'unlocked', 3, null, 'daily'],
    ['not of a vault in which nothing was ever written', 'unlocked', 0, null, null],
    [
      'not when nothing changed since the last one',
      'unlocked',
      4,
      { day: yesterday, saves: 4 },
      null,
    ],
    ['at the end of a long session', 'closing', 55, { day: today, saves: 4 }, 'session'],
    ['not at the end of a short one', 'closing', 54, { day: today, saves: 4 }, null],
    [
      'at the end, when an older database was put back',
      'closing',
      3,
      { day: today, saves: 4 },
      'session',
    ],
    [
      'before the passphrase changes',
      'changing-passphrase',
      5,
      { day: today, saves: 4 },
      'before-passphrase',
    ],
  ] as const)('%s', (_name, event, saves, newest, reason) => {
    expect(reasonToMake({ event, today, saves, newest })).toBe(reason);
  });
});

const kept: fc.Arbitrary<Kept> = fc.record({
  id: fc.uuid(),
  madeAt: fc.integer({ min: NOW - 800 * DAY_MS, max: NOW }),
  bytes: fc.integer({ min: 1, max: 100 }),
  sound: fc.boolean(),
  reason: fc.constantFrom(...SnapshotReason.options, null),
});
const backups = fc.uniqueArray(kept, { selector: ({ id }) => id, maxLength: 60 });
/** What is free on the disk, from nothing to plenty. */
const disks = fc.integer({ min: 0, max: 15_000 });
const sumOf = (all: readonly Kept[]) => all.reduce((sum, { bytes }) => sum + bytes, 0);
const newestFirst = (all: readonly Kept[]) =>
  all.toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
const isUntouchable = ({ reason, madeAt }: Kept) =>
  reason === null || (reason === 'before-migration' && NOW - madeAt < 90 * DAY_MS);

function rotated(all: readonly Kept[], freeBytes = Infinity, liveIsSound = true): readonly Kept[] {
  const removed = new Set(backupsToRemove(all, { now: NOW, freeBytes, liveIsSound }));
  return all.filter(({ id }) => !removed.has(id));
}

describe('which backups go', () => {
  test('never the newest sound one, however little is free', () => {
    fc.assert(
      fc.property(backups, disks, (all, free) => {
        const newest = newestFirst(all).find(({ sound }) => sound);
        fc.pre(newest !== undefined);
        expect(rotated(all, free)).toContain(newest);
      }),
    );
  });

  test('none while the vault itself is damaged', () => {
    fc.assert(
      fc.property(backups, disks, (all, free) => {
        expect(rotated(all, free, false)).toEqual(all);
      }),
    );
  });

  test('never one from before a migration, nor one that cannot be read, for 90 days', () => {
    fc.assert(
      fc.property(backups, disks, (all, free) => {
        const stays = rotated(all, free);
        for (const backup of all.filter(isUntouchable)) expect(stays).toContain(backup);
      }),
    );
  });

  test('what stays is at most a fifth of what is free then, but for what must stay', () => {
    fc.assert(
      fc.property(backups, disks, (all, free) => {
        const stays = rotated(all, free);
        const newest = newestFirst(all).find(({ sound }) => sound);
        const others = stays.filter(backup => !isUntouchable(backup) && backup !== newest);
        const freeThen = free + sumOf(all) - sumOf(stays);
        expect(others.length === 0 || sumOf(stays) <= freeThen * 0.2).toBe(true);
      }),
    );
  });

  test('together never more than a gigabyte, however much is free', () => {
    const all = Array.from({ length: 5 }, (_, day) => ({
      id: String(day),
      madeAt: NOW - day * DAY_MS,
      bytes: 300 * 1024 ** 2,
      sound: true,
      reason: 'daily' as const,
    }));
    expect(rotated(all, 1e15).map(({ id }) => id)).toEqual(['0', '1', '2']);
  });

  test('with room enough the last five stay, and a bounded number in all', () => {
    fc.assert(
      fc.property(backups, all => {
        const stays = rotated(all);
        const counted = newestFirst(all).filter(backup => !isUntouchable(backup));
        for (const backup of counted.slice(0, 5)) expect(stays).toContain(backup);
        const others = stays.filter(backup => !isUntouchable(backup));
        expect(others.length).toBeLessThanOrEqual(5 + 7 + 4 + 12 + 1);
      }),
    );
  });

  test('each of the last seven days that has a sound one keeps a sound one', () => {
    fc.assert(
      fc.property(backups, all => {
        const dayOf = ({ madeAt }: Kept) => Math.floor(madeAt / DAY_MS);
        const counted = all.filter(backup => !isUntouchable(backup));
        const days = [...new Set(counted.map(dayOf))].toSorted((a, b) => b - a).slice(0, 7);
        const stays = rotated(all);
        for (const day of days) {
          const ofDay = (list: readonly Kept[]) =>
            list.filter(backup => dayOf(backup) === day && backup.sound && !isUntouchable(backup));
          expect(ofDay(stays).length > 0).toBe(ofDay(all).length > 0);
        }
      }),
    );
  });

  test('rotating twice removes nothing more', () => {
    fc.assert(
      fc.property(backups, disks, (all, free) => {
        const once = rotated(all, free);
        expect(rotated(once, free + sumOf(all) - sumOf(once))).toEqual(once);
      }),
    );
  });

  test('a year of daily backups leaves 5 newest, 7 days, 4 weeks and 12 months', () => {
    const all = Array.from({ length: 365 }, (_, day) => ({
      id: String(day).padStart(3, '0'),
      madeAt: NOW - day * DAY_MS,
      bytes: 1,
      sound: true,
      reason: 'daily' as const,
    }));
    const ages = rotated(all).map(({ madeAt }) => (NOW - madeAt) / DAY_MS);
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(ages.length).toBeGreaterThan(7 + 2 + 10);
    expect(ages.length).toBeLessThanOrEqual(7 + 3 + 12);
    expect(ages.at(-1)).toBeGreaterThan(300);
  });
});
