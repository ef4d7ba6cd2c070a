import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openInApp } from './opening-in-app.ts';
import { bundle, openBrowser, openPage } from './pages.ts';
import { percentile, printTable } from './table.ts';

const ROUNDS = 25;
const TARGET_P95_MS = 150;
const BUILT_APP = join(import.meta.dirname, '../../out/main/index.js');

/**
 * From the click to the frame that shows the text of a letter of 40 sections and 10,000 words: our
 * editor beside Lexical's rich text as it comes, in turns; and the whole app, with its vault.
 */
export async function benchOpening(): Promise<void> {
  const { ours, bare } = await openInTurns();
  printTable('Opening a letter of 40 sections and 10,000 words', 'bare Lexical', [
    { name: 'click to paint, the editor alone', ours, theirs: bare },
  ]);
  if (!existsSync(BUILT_APP)) {
    console.log('The whole app is not measured: it is not built (`npm run build`).\n');
    return;
  }
  const { rested, atOnce } = await openInApp(ROUNDS);
  printTable('Opening a letter of 40 sections and 10,000 words', '', [
    { name: 'click to paint, in the app', ours: rested },
    { name: 'pressed as the pointer comes', ours: atOnce },
  ]);
  const p95 = percentile(rested, 0.95);
  const verdict = p95 < TARGET_P95_MS ? 'met' : 'missed';
  console.log(`p95 under ${TARGET_P95_MS} ms: ${verdict} (${p95.toFixed(1)} ms)\n`);
}

async function openInTurns(): Promise<{ ours: number[]; bare: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-opening-'));
  const browser = await openBrowser();
  try {
    await bundle('opening', folder);
    const pages = {
      ours: await openPage(browser, folder, 'ours'),
      bare: await openPage(browser, folder, 'bare'),
    };
    const samples = { ours: [] as number[], bare: [] as number[] };
    for (let round = -2; round < ROUNDS; round++) {
      const [mine, theirs] = [await openOnce(pages.ours), await openOnce(pages.bare)];
      // The first rounds warm both up.
      if (round < 0) continue;
      samples.ours.push(...mine);
      samples.bare.push(...theirs);
    }
    return samples;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openOnce(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => window.takeOpenings());
  await page.mouse.click(30, 400);
  await page.waitForTimeout(600);
  const taken = await page.evaluate(() => window.takeOpenings());
  await page.evaluate(() => window.putAway());
  await page.waitForTimeout(150);
  return taken;
}
