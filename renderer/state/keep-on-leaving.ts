type Keep = () => Promise<void>;

const keepers = new Set<Keep>();

/** Has `keep` called before the window locks or closes, until the returned function is called. */
export function keepOnLeaving(keep: Keep): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/** Keeps whatever open forms still hold. */
export async function keepAll(): Promise<void> {
  await Promise.all([...keepers].map(keep => keep()));
}
