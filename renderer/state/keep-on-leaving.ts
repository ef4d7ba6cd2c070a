/** Keeps what a form holds; false when it could not be kept. */
type Keep = () => Promise<boolean>;

const keepers = new Set<Keep>();

/** Has `keep` called before the window locks or closes, until the returned function is called. */
export function keepOnLeaving(keep: Keep): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/** Keeps whatever open forms still hold. False when one could not; that stops none of the others. */
export async function keepAll(): Promise<boolean> {
  const outcomes = await Promise.allSettled([...keepers].map(async keep => keep()));
  return outcomes.every(outcome => outcome.status === 'fulfilled' && outcome.value);
}
