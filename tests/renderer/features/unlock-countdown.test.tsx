import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useCountdown } from '../../../renderer/features/unlock/use-countdown.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The hook in a page, with a clock that moves on at each look, as a slow computer's does. */
function countdown() {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 5;
    return now;
  });
  const seen: { left: number; waitFor: (ms: number) => void } = { left: 0, waitFor: () => {} };
  function Probe() {
    [seen.left, seen.waitFor] = useCountdown();
    return null;
  }
  const root = createRoot(document.createElement('div'));
  act(() => root.render(<Probe />));
  onTestFinished(() => {
    act(() => root.unmount());
    vi.restoreAllMocks();
  });
  return seen;
}

test('no wait is no wait, however slow the computer: the next try is heard at once', () => {
  const seen = countdown();
  act(() => seen.waitFor(0));
  expect(seen.left).toBe(0);
});

test('a wait is counted in whole seconds, rounded up', () => {
  const seen = countdown();
  act(() => seen.waitFor(1000));
  expect(seen.left).toBe(1);
  act(() => seen.waitFor(1001));
  expect(seen.left).toBe(2);
});
