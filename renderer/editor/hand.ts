/** A change this soon after a key, a press or a cut was made by it. */
const AT_ONCE_MS = 1000;

/**
 * Tells what the person changed from what changed by itself. Text that is gone all at once is saved
 * as gone only if someone did something just before.
 */
export interface Hand {
  /** The person did something in the editor. */
  readonly act: () => void;
  /** The text changed. */
  readonly textChanged: () => void;
  readonly madeLastChange: () => boolean;
}

export function createHand(now: () => number = () => performance.now()): Hand {
  let actedAt = -Infinity;
  let madeLast = false;
  return {
    act() {
      actedAt = now();
    },
    textChanged() {
      madeLast = now() - actedAt < AT_ONCE_MS;
    },
    madeLastChange: () => madeLast,
  };
}
