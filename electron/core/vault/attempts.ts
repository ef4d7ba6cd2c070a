/** Seconds to wait after each failure in a row. The real limit is the cost of the derivation. */
const DELAYS_S = [0, 0, 0, 1, 2, 4, 8, 16, 30];

/** Slows down guessing within one process. Nothing is ever wiped: that would be a weapon. */
export interface Attempts {
  /** How long the next attempt must still wait. */
  readonly waitMs: () => number;
  /** Notes a failure and tells how long to wait after it. */
  readonly failed: () => number;
  readonly succeeded: () => void;
}

/** `monotonic` cannot be set back by changing the clock of the machine. */
export function createAttempts(monotonic: () => number): Attempts {
  let failures = 0;
  let notBefore = 0;
  const waitMs = () => (failures === 0 ? 0 : Math.max(0, Math.ceil(notBefore - monotonic())));
  return {
    waitMs,
    failed() {
      const seconds = DELAYS_S[Math.min(failures, DELAYS_S.length - 1)] ?? 0;
      failures += 1;
      notBefore = monotonic() + seconds * 1000;
      return waitMs();
    },
    succeeded() {
      failures = 0;
    },
  };
}
