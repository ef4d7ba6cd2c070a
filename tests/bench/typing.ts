import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundle, openBrowser, openPage } from './pages.ts';
import { percentile, printTable } from './table.ts';

const ROUNDS = 12;
const KEYS_PER_ROUND = 40;
/** Faster than anyone types for long, slow enough that timers and idle work come in between. */
const BETWEEN_KEYS_MS = 25;
const TARGET_P95_MS = 16;

const LETTERS = {
  long: 'Typing in a letter of 5,000 words',
  large: 'Typing in a letter of 40 sections and 10,000 words',
} as const;

/**
 * From a key to the frame that shows it: our editor with its autosave beside Lexical's rich text as
 * it comes, in turns.
 */
export async function benchTyping(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-typing-'));
  const browser = await openBrowser();
  try {
    await bundle('typing', folder);
    await benchLetter(browser, folder, 'long');
    await benchLetter(browser, folder, 'large');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchLetter(
  browser: Browser,
  folder: string,
  letter: keyof typeof LETTERS,
): Promise<void> {
  const ours = await openPage(browser, folder, 'ours', letter);
  const bare = await openPage(browser, folder, 'bare', letter);
  const samples = await typeInTurns(ours, bare);
  printTable(LETTERS[letter], 'bare Lexical', [
    { name: 'key to paint', ours: samples.ours, theirs: samples.bare, target: 1.2 },
  ]);
  const p95 = percentile(samples.ours, 0.95);
  const verdict = p95 < TARGET_P95_MS ? 'met' : 'missed';
  console.log(`p95 under ${TARGET_P95_MS} ms: ${verdict} (${p95.toFixed(1)} ms)\n`);
  await ours.close();
  await bare.close();
}

async function typeInTurns(ours: Page, bare: Page): Promise<{ ours: number[]; bare: number[] }> {
  const samples = { ours: [] as number[], bare: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    const [mine, theirs] = [await typeIn(ours), await typeIn(bare)];
    // The first round warms both up.
    if (round < 0) continue;
    samples.ours.push(...mine);
    samples.bare.push(...theirs);
  }
  return samples;
}

const SENTENCE = 'and I am sorry that I let you doubt what you saw ';

async function typeIn(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => window.placeCaret());
  await page.waitForTimeout(100);
  await page.evaluate(() => window.takeSamples());
  const keys = SENTENCE.slice(0, KEYS_PER_ROUND);
  await page.keyboard.type(keys, { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(100);
  return page.evaluate(() => window.takeSamples());
}
