import { setImmediate } from 'node:timers/promises';

/** How long work may keep everything else waiting. */
const TURN_MS = 25;

/** Long work calls it between its steps: now and then it lets a save, or a question, go first. */
export function createPace(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
