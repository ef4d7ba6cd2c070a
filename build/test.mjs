import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureChromium, ensureTestPrograms } from './programs.mjs';
import { ensureBuilt, ensurePackages, ROOT, runTool, Stop } from './setup.mjs';

const REPORTS = join('out', 'reports');

/** Each proof writes down what it measured. */
const FIGURES = join(ROOT, REPORTS, 'figures.txt');

/** What Node made of a module, so that the hundreds of processes of a run do not all do it again. */
const COMPILED = join(ROOT, 'out', 'compiled');

/** Where the proofs of docs/assurance.md are, by the runner that runs them. */
const PROOFS = {
  vitest: ['tests/proofs', 'tests/core/crash', 'tests/core/vault/replace-keys'],
  playwright: ['kill', 'leaks', 'network', 'hostile'],
};

/** `npm test`: every check of the project, and one line that sums them up. */
export async function test(args) {
  return sumUp([source, build, () => unit(args), () => timed(args), () => endToEnd(args)]);
}

/** `npm run test:long`: the proofs in their long form, or those that are named. It takes hours. */
export async function testLong(args) {
  process.env['AMENDS_LONG'] = '1';
  const only = named => (args.length === 0 ? named : args);
  const steps = [() => unit(only(PROOFS.vitest)), () => endToEnd(only(PROOFS.playwright))];
  // None of the proofs promises a time, but a test that is named may.
  return sumUp([build, ...(args.length === 0 ? [] : [() => timed(args)]), ...steps]);
}

async function sumUp(steps) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = [];
  const count = ({ passed = 0, failed = 0, skipped = 0, names = [] }) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    broken.push(...names);
  };
  try {
    await setUp();
    for (const step of steps) [await step()].flat().forEach(count);
  } catch (error) {
    // Whatever went wrong, the last line is the sum.
    console.error(error instanceof Stop ? error.message : error);
    count({ failed: 1 });
  }
  if (existsSync(FIGURES)) {
    announce('Figures');
    console.log(readFileSync(FIGURES, 'utf8').trimEnd());
  }
  // A long run has scrolled away by now.
  for (const name of broken) console.log(`✗ ${name}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

async function setUp() {
  await ensurePackages();
  await ensureChromium();
  await ensureTestPrograms();
  rmSync(join(ROOT, REPORTS), { recursive: true, force: true });
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  process.env['NODE_COMPILE_CACHE'] ??= COMPILED;
}

const asCheck = (name, isGood) => (isGood ? { passed: 1 } : { failed: 1, names: [name] });

/** None of them writes what another one reads: side by side. */
async function source() {
  announce('Lint, format and types');
  const [rules, format, types] = await Promise.all([
    runTool('oxlint/bin/oxlint', []),
    runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
    runTool('typescript/bin/tsc', ['-b']),
  ]);
  return [asCheck('lint and format', rules === 0 && format === 0), asCheck('types', types === 0)];
}

async function build() {
  announce('Build');
  return asCheck('build', await ensureBuilt());
}

async function unit(filters) {
  announce('Core, editor and host');
  const config = ['--config', 'build/vitest.config.ts', '--passWithNoTests'];
  const code = await runTool('vitest/vitest.mjs', ['run', ...config, ...filters], {
    AMENDS_REPORTS: REPORTS,
    AMENDS_FIGURES: FIGURES,
  });
  return counted(code, 'unit.json', report => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    names: report.testResults.flatMap(brokenInFile),
  }));
}

/** What is promised to happen within a time is measured with nothing beside it. */
async function timed(filters) {
  announce('The whole app, against the clock');
  const kept = ['--output', join(ROOT, 'out', 'test-results-alone')];
  return inBrowser(['--grep=@alone', '--workers=1', ...kept, ...filters]);
}

async function endToEnd(filters) {
  announce('The whole app');
  return inBrowser(['--grep-invert=@alone', ...filters]);
}

async function inBrowser(options) {
  const config = ['--config', 'build/playwright.config.ts', '--pass-with-no-tests'];
  rmSync(join(ROOT, REPORTS, 'e2e.json'), { force: true });
  const code = await runTool('@playwright/test/cli.js', ['test', ...config, ...options], {
    AMENDS_REPORTS: REPORTS,
    AMENDS_FIGURES: FIGURES,
  });
  return counted(code, 'e2e.json', ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    names: suites.flatMap(brokenInSuite),
  }));
}

/** A file that could not even be read has no tests to name. */
function brokenInFile({ name, status, assertionResults }) {
  const names = assertionResults
    .filter(result => result.status === 'failed')
    .map(({ fullName }) => `${relative(ROOT, name)} › ${fullName}`);
  return status === 'failed' && names.length === 0 ? [relative(ROOT, name)] : names;
}

const brokenInSuite = ({ file, specs = [], suites = [] }) => [
  ...specs.filter(spec => !spec.ok).map(spec => `tests/e2e/${file} › ${spec.title}`),
  ...suites.flatMap(brokenInSuite),
];

/** A runner that failed without a failed test, or left no report, counts as one failure. */
function counted(code, name, count) {
  const file = join(ROOT, REPORTS, name);
  if (!existsSync(file)) return { failed: 1, names: [`${name}: no report was written`] };
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const announce = title => {
  console.log(`\n── ${title}`);
};
