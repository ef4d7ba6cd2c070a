import { useId, useLayoutEffect } from 'react';
import { create } from 'zustand';

/** The dialogs that are open, the uppermost last. */
const useOpenDialogs = create<{ readonly ids: readonly string[] }>()(() => ({ ids: [] }));

/** Counts the dialog that calls it among those that are open, for as long as it is there. */
export function useCountAsOpen(): void {
  const id = useId();
  useLayoutEffect(() => {
    useOpenDialogs.setState(({ ids }) => ({ ids: [...ids, id] }));
    return () => useOpenDialogs.setState(({ ids }) => ({ ids: ids.filter(other => other !== id) }));
  }, [id]);
}

/** The uppermost one; null while there is none. */
export const uppermostDialog = (): string | null => useOpenDialogs.getState().ids.at(-1) ?? null;
export const useUppermostDialog = (): string | null =>
  useOpenDialogs(({ ids }) => ids.at(-1) ?? null);
