import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureTestPrograms } from './programs.mjs';
import { ensureBuilt, ensurePackages, ROOT, runTool, Stop } from './setup.mjs';

const REPORTS = join('out', 'reports');

/** `npm test`: every check of the project, and one line that sums them up. */
export async function test(args) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = ({ passed = 0, failed = 0, skipped = 0 }) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  };
  try {
    await setUp();
    for (const step of [lint, types, build, unit, endToEnd]) count(await step(args));
  } catch (error) {
    // Whatever went wrong, the last line is the sum.
    console.error(error instanceof Stop ? error.message : error);
    count({ failed: 1 });
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

async function setUp() {
  await ensurePackages();
  await ensureChromium();
  await ensureTestPrograms();
  rmSync(join(ROOT, REPORTS), { recursive: true, force: true });
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
}

const asCheck = isGood => (isGood ? { passed: 1 } : { failed: 1 });

async function lint() {
  announce('Lint and format');
  const rules = await runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
  const format = await runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']);
  return asCheck(rules === 0 && format === 0);
}

async function types() {
  announce('Types');
  return asCheck((await runTool('typescript/bin/tsc', ['-b'])) === 0);
}

async function build() {
  announce('Build');
  return asCheck(await ensureBuilt());
}

async function unit(filters) {
  announce('Core, editor and host');
  const config = ['--config', 'build/vitest.config.ts', '--passWithNoTests'];
  const code = await runTool('vitest/vitest.mjs', ['run', ...config, ...filters], {
    AMENDS_REPORTS: REPORTS,
  });
  return counted(code, 'unit.json', report => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

async function endToEnd(filters) {
  announce('The whole app');
  const config = ['--config', 'build/playwright.config.ts', '--pass-with-no-tests'];
  const code = await runTool('@playwright/test/cli.js', ['test', ...config, ...filters], {
    AMENDS_REPORTS: REPORTS,
  });
  return counted(code, 'e2e.json', ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/** A runner that failed without a failed test, or left no report, counts as one failure. */
function counted(code, name, count) {
  const file = join(ROOT, REPORTS, name);
  if (!existsSync(file)) return { failed: 1 };
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const announce = title => {
  console.log(`\n── ${title}`);
};
