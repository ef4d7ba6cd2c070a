/** Chance that can be repeated: the same seed gives the same run. */
export interface Chance {
  readonly seed: number;
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  /** From 0 up to, but not including, `below`. */
  readonly whole: (below: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
}

/** Seeded by `AMENDS_SEED`, if it is set. */
export function createChance(
  seed = Number(process.env['AMENDS_SEED'] ?? Date.now() % 2 ** 31),
): Chance {
  let state = seed;
  // mulberry32, by Tommy Ettinger, in the public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    seed,
    next,
    whole,
    oneOf: list => {
      const item = list[whole(list.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}
