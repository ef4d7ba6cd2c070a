import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '..');

/** The whole app, in Electron if its binary is there, else in a real Chromium (docs/adr). */
export default defineConfig({
  testDir: join(root, 'tests/e2e'),
  testMatch: '*.spec.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  // A test waits for much of its time: four keep two cores busy.
  workers: 4,
  retries: 0,
  // How long a thing may take is no business of a test: these only end one that hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: join(root, process.env['AMENDS_REPORTS'] ?? 'out/reports', 'e2e.json') },
    ],
  ],
});
