import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '..');

/** The whole app, in Electron if its binary is there, else in a real Chromium (docs/adr). */
export default defineConfig({
  testDir: join(root, 'tests/e2e'),
  testMatch: '*.spec.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: join(root, process.env['AMENDS_REPORTS'] ?? 'out/reports', 'e2e.json') },
    ],
  ],
});
