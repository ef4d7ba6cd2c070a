import { QueryClient } from '@tanstack/react-query';

/** The vault owns the truth; what was asked stays valid until the vault says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
  },
});

/** Keeps the cache true: a changed topic makes every query whose key starts with it stale. */
export function followDataChanges(): () => void {
  return window.bridge.subscribe(event => {
    if (event.type !== 'data-changed') return;
    for (const topic of event.topics) {
      void queryClient.invalidateQueries({ queryKey: [topic] });
    }
  });
}
