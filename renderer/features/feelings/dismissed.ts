import { create } from 'zustand';

/** Judgement words beneath which the person wants nothing offered. Forgotten with the page, at a lock. */
const useStore = create<{ readonly dismissed: readonly string[] }>()(() => ({ dismissed: [] }));

export const useDismissed = (): readonly string[] => useStore(state => state.dismissed);

export const dismiss = (word: string): void =>
  useStore.setState(({ dismissed }) => ({ dismissed: [...dismissed, word] }));
