import { randomBytes } from 'node:crypto';
import type { Argon2, KdfCost } from './argon2.ts';

const MIB = 1024;
const PASSES = 3;
const LANES = 4;
const MEMORY_STEPS_MIB = [128, 192, 256, 384, 512, 768, 1024] as const;
const FLOOR_MIB = MEMORY_STEPS_MIB[0];

/** A derivation should take about this long: hardly felt once, ruinous a billion times. */
const TARGET_MS = 1000;

/** Times a derivation at the floor and chooses the cost of a new passphrase from it. */
export async function calibrate(
  argon2: Argon2,
  machine: { readonly monotonic: () => number; readonly totalMemory: number },
): Promise<KdfCost> {
  const floor = { m: FLOOR_MIB * MIB, t: PASSES, p: LANES };
  let floorMs = Infinity;
  // The quicker of two: what else the machine is doing now must not weaken the key for years.
  for (let run = 0; run < 2; run += 1) {
    const begin = machine.monotonic();
    await argon2(randomBytes(16), randomBytes(16), floor);
    floorMs = Math.min(floorMs, machine.monotonic() - begin);
  }
  return { ...floor, m: memoryFor(floorMs, machine.totalMemory) };
}

/**
 * The largest step of memory, in KiB, that stays within the target and an eighth of the machine's
 * memory; never below the floor. The time of Argon2 grows in proportion to its memory.
 */
export function memoryFor(floorMs: number, totalMemory: number): number {
  const fits = MEMORY_STEPS_MIB.filter(
    mib => (floorMs * mib) / FLOOR_MIB <= TARGET_MS && mib * 1024 * 1024 <= totalMemory / 8,
  );
  return (fits.at(-1) ?? FLOOR_MIB) * MIB;
}
