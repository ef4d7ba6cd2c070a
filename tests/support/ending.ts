import { expect } from '@playwright/test';
import type { RunningApp } from './launch-app.ts';

/** The app ends by itself. */
export async function expectEnd({ evaluateMain }: RunningApp, timeout = 15_000): Promise<void> {
  const state = () => evaluateMain(() => 'runs').catch(() => 'ended');
  await expect.poll(state, { timeout }).toBe('ended');
}
