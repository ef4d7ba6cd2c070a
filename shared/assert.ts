/** Throws when something that cannot happen did; `why` says why it cannot. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${why}`);
}
