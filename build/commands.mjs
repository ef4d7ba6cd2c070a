import { join } from 'node:path';
import { ensureChromium } from './programs.mjs';
import { ensureBuilt, ensurePackages, ROOT, runTool, Stop } from './setup.mjs';

async function setUp() {
  await ensurePackages();
  if (!(await ensureBuilt())) throw new Stop('The app could not be built: see above.');
}

/** `npm run bench`: measures the built app. */
export async function bench(args) {
  await setUp();
  await ensureChromium();
  return runTool(join(ROOT, 'tests/bench/run.ts'), args);
}

/** `npm run dist`: makes installers; what is given after `--` goes to electron-builder. */
export async function dist(args) {
  await setUp();
  return runTool('electron-builder/cli.js', args);
}
