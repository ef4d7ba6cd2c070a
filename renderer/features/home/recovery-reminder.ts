const DAY_MS = 24 * 60 * 60 * 1000;
const ASK_AGAIN_MS = 90 * DAY_MS;

interface Known {
  /** Whether any recovery code opens the vault. */
  readonly exists: boolean;
  readonly madeAt: number | null;
  /** When it was last typed in. */
  readonly confirmedAt: number | null;
  /** Whether the vault still shows it. */
  readonly canBeShown: boolean;
  /** When the question for it was last put aside. */
  readonly askedAt: number | null;
}

/** What to say about the recovery code at home: nothing, if it was typed in within three months. */
export function reminderOf(known: Known, now: number): 'keep' | 'type' | 'find' | null {
  if (!known.exists) return null;
  if (known.canBeShown) return 'keep';
  if (known.confirmedAt === null) return 'type';
  // A clock that was ahead for a while must not silence the question for years.
  const isRecent = (at: number | null) => at !== null && Math.abs(now - at) < ASK_AGAIN_MS;
  return isRecent(known.confirmedAt) || isRecent(known.askedAt) ? null : 'find';
}
