import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dayOf, type Day } from '#shared/domain/day.ts';
import type { Ports } from '#core/ports.ts';
import { calibrate } from '#core/vault/calibrate.ts';

/** Asking for the zone takes a tenth of a millisecond: too long for each of many letters in a list. */
const ZONE_ASKED_EVERY_MS = 100;

/**
 * A process keeps the time zone that it found first, while a page hears of another at once. Both
 * must mean the same day by today, or a letter could be of a day that is not there yet. Writing to
 * `TZ` lets Node look again (not on Windows, where a new zone counts after the next lock).
 */
function createToday(monotonic: () => number): () => Day {
  let asked = monotonic();
  return () => {
    if (process.env['TZ'] === undefined && monotonic() - asked > ZONE_ASKED_EVERY_MS) {
      asked = monotonic();
      delete process.env['TZ'];
    }
    return dayOf(new Date());
  };
}

/** The real world. `locale` is the language of the app; without it the system's is used. */
export function createPorts(vaultFolder: string, locale: unknown, spareFolder: unknown): Ports {
  const monotonic = () => performance.now();
  return {
    vaultFolder,
    spareFolder: typeof spareFolder === 'string' ? spareFolder : null,
    locale:
      typeof locale === 'string' && locale !== ''
        ? locale
        : Intl.DateTimeFormat().resolvedOptions().locale,
    clock: { now: Date.now, today: createToday(monotonic), monotonic },
    freeBytes(folder) {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    newId: randomUUID,
    chooseKdfCost: argon2 => calibrate(argon2, { monotonic, totalMemory: totalmem() }),
    log: record => {
      process.stderr.write(`${JSON.stringify(record)}\n`);
    },
  };
}
