import { dayOf } from '#shared/domain/day.ts';
import type { Topic } from '#shared/ipc/bridge.ts';
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

/** How often is looked whether another day has begun. */
const DAY_MS = 60_000;

/**
 * A day may begin while the window stands open, and with it the seals of letters end: what was read
 * of them is read anew, at the latest when the person comes back to the window.
 */
export function followDays(): () => void {
  let today = dayOf(new Date());
  const look = () => {
    const now = dayOf(new Date());
    if (now === today) return;
    today = now;
    void queryClient.invalidateQueries({ queryKey: ['entries' satisfies Topic] });
    tryToOpenAgain();
  };
  const timer = setInterval(look, DAY_MS);
  window.addEventListener('focus', look);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
  };
}

/** What could not be opened, such as a sealed letter, may be open now. What is open stays as it is. */
function tryToOpenAgain(): void {
  void queryClient.invalidateQueries({
    queryKey: ['opened'],
    predicate: ({ state }) => state.status === 'error',
  });
}

/**
 * Keeps the cache true: a changed topic makes every query whose key starts with it stale. After a
 * change that puts writing away, or brings it back, what lists and searches knew that are not on the
 * screen is forgotten as well: they would show it as it was until the vault has answered.
 */
export function followDataChanges(): () => void {
  return window.bridge.subscribe(event => {
    if (event.type !== 'data-changed') return;
    for (const topic of event.topics) {
      if (topic === 'entries' && event.topics.includes('history')) {
        forgetUnseen(topic);
        tryToOpenAgain();
      }
      void queryClient.invalidateQueries({ queryKey: [topic] });
    }
  });
}

/** What no part of the page holds goes; what one holds and does not follow just now is asked anew. */
function forgetUnseen(topic: Topic): void {
  for (const query of queryClient
    .getQueryCache()
    .findAll({ queryKey: [topic], type: 'inactive' })) {
    const isHeld = query.getObserversCount() > 0;
    query.reset();
    if (isHeld) void query.fetch().catch(() => undefined);
    else queryClient.removeQueries({ queryKey: query.queryKey, exact: true });
  }
}
