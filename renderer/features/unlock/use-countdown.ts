import { useEffect, useState } from 'react';

/** Whole seconds that are left of a wait, by a clock that a changed system time does not move. */
export function useCountdown(): [secondsLeft: number, waitFor: (ms: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const secondsLeft = Math.max(0, Math.ceil((until - now) / 1000));
  const isWaiting = secondsLeft > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, [isWaiting]);
  const waitFor = (ms: number) => {
    // Read once: a clock that moved between two readings would make a wait out of none.
    const at = performance.now();
    setNow(at);
    setUntil(at + ms);
  };
  return [secondsLeft, waitFor];
}
