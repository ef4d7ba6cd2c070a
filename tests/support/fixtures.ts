import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from './launch-app.ts';

interface Fixtures {
  /**
   * Starts an app; every app a test started is ended with the test. The data folder stays until
   * then, so that a test may close an app and start another on the same folder.
   */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The app with an empty data folder. */
  readonly app: RunningApp;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  launch: async ({}, provide, testInfo) => {
    const started: RunningApp[] = [];
    const folders: string[] = [];
    await provide(async (options = {}) => {
      const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'amends-test-')));
      if (options.userDataDir === undefined) folders.push(userDataDir);
      const app = await launchApp({ ...options, userDataDir });
      started.push(app);
      return app;
    });
    for (const app of started) {
      if (testInfo.status !== testInfo.expectedStatus) await attachStderr(app, testInfo);
      await app.close();
    }
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  app: async ({ launch }, provide) => {
    await provide(await launch());
  },
});

export { expect } from '@playwright/test';

async function attachStderr(
  app: RunningApp,
  testInfo: { attach(name: string, options: { body: string }): Promise<void> },
): Promise<void> {
  if (app.stderr() !== '') await testInfo.attach('stderr of the app', { body: app.stderr() });
}
