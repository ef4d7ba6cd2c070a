import { powerMonitor } from 'electron';
import { DEFAULT_LOCK_AFTER } from '#shared/domain/settings.ts';

/** Often enough that a lock comes within a moment of its minute, and cheap enough not to be noticed. */
const LOOK_EVERY_MS = 1000;

/** The system is only asked whether the screen is locked; when it counts as idle is chosen here. */
const A_DAY_S = 24 * 60 * 60;

/** Locks when nobody is there. */
export interface IdleLock {
  /** After how many minutes without a key or the mouse; null for never. */
  readonly lockAfter: (minutes: number | null) => void;
  /** Goes back to the shipped time: what was chosen belongs to the vault that was open. */
  readonly forget: () => void;
}

/**
 * Asks the system how long nobody has used the computer. Neither that figure nor the timer follows
 * the wall clock, so that a clock that is set back delays nothing.
 */
export function watchIdleness(lock: () => void): IdleLock {
  let minutes: number | null = DEFAULT_LOCK_AFTER;
  let wasAway = false;

  setInterval(() => {
    const isAway = isIdleFor(minutes) || isScreenLocked();
    // Once for each time that someone leaves: a locked vault does not have to be locked again.
    if (isAway && !wasAway) lock();
    wasAway = isAway;
  }, LOOK_EVERY_MS);

  return {
    lockAfter(chosen) {
      minutes = chosen;
      wasAway = false;
    },
    forget() {
      minutes = DEFAULT_LOCK_AFTER;
    },
  };
}

const isIdleFor = (minutes: number | null): boolean =>
  minutes !== null && powerMonitor.getSystemIdleTime() >= minutes * 60;

/** Windows and macOS announce it; Linux only answers when it is asked. */
const isScreenLocked = (): boolean =>
  process.platform === 'linux' && powerMonitor.getSystemIdleState(A_DAY_S) === 'locked';
