import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** `unit` is plain Node: core and the Chromium host with real files and processes; `ui` has a DOM. */
export default defineConfig({
  root,
  test: {
    reporters: process.env['AMENDS_REPORTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: join(root, process.env['AMENDS_REPORTS'] ?? '', 'unit.json') },
    // Two pages of Chromium at a time are enough for any computer.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{shared,core,host}/**/*.test.ts', 'tests/architecture.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
