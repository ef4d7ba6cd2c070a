import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from './launch-app.ts';
import { nodeBinary } from './node-binary.ts';
import { PASSPHRASE } from './steps.ts';

const MAKE_READY_VAULT = join(import.meta.dirname, 'make-ready-vault.ts');

export interface Fixtures {
  /**
   * Starts an app; every app a test started is ended with the test. The data folder stays until
   * then, so that a test may close an app and start another on the same folder.
   */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The app with an empty data folder. */
  readonly app: RunningApp;
}

export interface Beginning {
  /** What an app finds that is started without a data folder: nothing, or an empty vault. */
  readonly begins: 'firstRun' | 'ready';
  /** Whether nothing moves, as the system can ask for, until a test changes the theme: it costs less. */
  readonly isStill: boolean;
  /** The folder of the vault that it finds; null for none. */
  readonly firstVault: string | null;
}

export const test = base.extend<Fixtures, Beginning>({
  begins: ['firstRun', { scope: 'worker', option: true }],
  isStill: [false, { scope: 'worker', option: true }],
  firstVault: [
    async ({ begins }, provide) => {
      if (begins === 'firstRun') {
        await provide(null);
        return;
      }
      const folder = await mkdtemp(join(tmpdir(), 'amends-test-'));
      // Playwright's own loader can not read the core's native module.
      execFileSync(nodeBinary(), [MAKE_READY_VAULT, folder, PASSPHRASE], { stdio: 'inherit' });
      await provide(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  launch: async ({ firstVault, isStill }, provide, testInfo) => {
    const started: RunningApp[] = [];
    const folders: string[] = [];
    await provide(async (options = {}) => {
      const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'amends-test-')));
      if (options.userDataDir === undefined) {
        folders.push(userDataDir);
        if (firstVault !== null) {
          cpSync(firstVault, join(userDataDir, 'vault'), { recursive: true });
        }
      }
      const app = await launchApp({ reducedMotion: isStill, ...options, userDataDir });
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

/** For a test that promises a time: it runs before all others, with nothing beside it. */
export const ALONE = { tag: '@alone' };

async function attachStderr(
  app: RunningApp,
  testInfo: { attach(name: string, options: { body: string }): Promise<void> },
): Promise<void> {
  if (app.stderr() !== '') await testInfo.attach('stderr of the app', { body: app.stderr() });
}
