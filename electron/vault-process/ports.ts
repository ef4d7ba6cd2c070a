import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dayOf } from '#shared/domain/day.ts';
import type { Ports } from '#core/ports.ts';
import { calibrate } from '#core/vault/calibrate.ts';

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
    clock: { now: Date.now, today: () => dayOf(new Date()), monotonic },
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
