import { Day, dayAfter } from '#shared/domain/day.ts';
import type { LogRecord, Ports } from '#core/ports.ts';
import type { KdfCost } from '#core/vault/argon2.ts';

/** The cheapest cost that a vault accepts, so that a test does not wait for real ones. */
export const CHEAP_KDF: KdfCost = { m: 64 * 1024, t: 3, p: 1 };

const DAY_MS = 24 * 60 * 60_000;

/** Clock and ids that a test controls, and what was logged. */
export interface FakePorts extends Ports {
  /** Lets time pass, on both clocks. */
  readonly advance: (ms: number) => void;
  readonly logged: readonly LogRecord[];
}

export function createFakePorts(vaultFolder: string): FakePorts {
  let elapsed = 0;
  let ids = 0;
  const logged: LogRecord[] = [];
  return {
    vaultFolder,
    spareFolder: null,
    locale: 'en-GB',
    clock: {
      now: () => Date.UTC(2026, 4, 17, 9) + elapsed,
      today: () => dayAfter(Day.parse('2026-05-17'), Math.floor(elapsed / DAY_MS)),
      monotonic: () => elapsed,
    },
    freeBytes: () => Infinity,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    chooseKdfCost: () => Promise.resolve(CHEAP_KDF),
    log: record => {
      logged.push(record);
    },
    advance: ms => {
      elapsed += ms;
    },
    logged,
  };
}
