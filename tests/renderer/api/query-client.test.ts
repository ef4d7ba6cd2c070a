import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { AppEvent, Topic } from '#shared/ipc/bridge.ts';
import { followDataChanges, followDays, queryClient } from '../../../renderer/api/query-client.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  queryClient.clear();
});

const isStale = (): boolean | undefined =>
  queryClient.getQueryState(['entries', 'list'])?.isInvalidated;

test('on another day, what was read of the letters is read anew with the first look at the window', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 23, 59) });
  queryClient.setQueryData(['entries', 'list'], []);
  const stop = followDays();
  window.dispatchEvent(new Event('focus'));
  expect(isStale()).toBe(false);
  vi.setSystemTime(new Date(2026, 10, 24, 0, 0));
  window.dispatchEvent(new Event('focus'));
  expect(isStale()).toBe(true);
  queryClient.setQueryData(['entries', 'list'], []);
  window.dispatchEvent(new Event('focus'));
  expect(isStale()).toBe(false);
  vi.setSystemTime(new Date(2026, 10, 25, 0, 0));
  vi.advanceTimersByTime(60_000);
  expect(isStale()).toBe(true);
  stop();
});

/** The page as it follows the vault. Returns what the vault would say. */
function followed(): (topics: readonly Topic[]) => void {
  let hear: (event: AppEvent) => void = () => {};
  vi.stubGlobal('bridge', {
    subscribe(listener: typeof hear) {
      hear = listener;
      return () => {};
    },
  });
  followDataChanges();
  return topics => {
    hear({ type: 'data-changed', topics });
  };
}

test('what was put away is forgotten where nobody looks, and asked anew where somebody does', async () => {
  const say = followed();
  const answers = [['first'], ['second']];
  const seen = new QueryObserver(queryClient, {
    queryKey: ['entries', 'seen'],
    queryFn: () => answers.shift() ?? [],
  });
  const stop = seen.subscribe(() => {});
  await vi.waitFor(() => {
    expect(seen.getCurrentResult().data).toEqual(['first']);
  });
  const disabled = new QueryObserver(queryClient, {
    queryKey: ['entries', 'held'],
    queryFn: () => ['anew'],
    enabled: false,
  });
  const stopHeld = disabled.subscribe(() => {});
  queryClient.setQueryData(['entries', 'held'], ['old words']);
  queryClient.setQueryData(['entries', 'unseen'], ['old words']);
  queryClient.setQueryData(['snapshots'], ['a backup']);

  say(['entries']);
  expect(queryClient.getQueryData(['entries', 'unseen'])).toEqual(['old words']);
  expect(queryClient.getQueryState(['entries', 'unseen'])?.isInvalidated).toBe(true);
  await vi.waitFor(() => {
    expect(seen.getCurrentResult().data).toEqual(['second']);
  });

  answers.push(['third']);
  say(['entries', 'history']);
  expect(queryClient.getQueryData(['entries', 'unseen'])).toBeUndefined();
  expect(queryClient.getQueryData(['entries', 'held'])).toBeUndefined();
  expect(queryClient.getQueryData(['snapshots'])).toEqual(['a backup']);
  expect(seen.getCurrentResult().data).toEqual(['second']);
  await vi.waitFor(() => {
    expect(seen.getCurrentResult().data).toEqual(['third']);
    expect(disabled.getCurrentResult().data).toEqual(['anew']);
  });
  stop();
  stopHeld();
});
