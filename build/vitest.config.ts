import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/**
 * `unit` is plain Node: core and the Chromium host with real files and processes; `ui` has a DOM;
 * `proofs` tries to break what is promised (docs/assurance.md), shortly, or long with AMENDS_LONG=1.
 *
 * Loading the app anew for each file took a sixth of the time of `unit` and two thirds of `ui`: their
 * files share a process, in any order. The proofs, which change a module, do not.
 */
export default defineConfig({
  root,
  test: {
    reporters: process.env['AMENDS_REPORTS'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: join(root, process.env['AMENDS_REPORTS'] ?? '', 'unit.json') },
    // How long a thing may take is no business of a test: these only end one that hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['tests/support/seed.ts'],
    // Two pages of Chromium at a time are enough for any computer.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['tests/{shared,core,main,host}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'proofs',
          environment: 'node',
          include: ['tests/proofs/**/*.test.ts'],
          setupFiles: ['tests/proofs/support/remember-derivations.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          isolate: false,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
