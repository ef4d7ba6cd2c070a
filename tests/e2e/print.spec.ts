import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/ready.ts';
import { openPreview, pick } from '../support/printing.ts';
import {
  openVault,
  goToSection,
  letter,
  readableIn,
  section,
  startLetter,
  title,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';
import { answerSave } from '../support/system-dialogs.ts';

const pdftotext = (file: string, ...options: string[]): string =>
  execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' });

test('a long letter in many scripts comes out whole, numbered from the second page on', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await title(page).fill('Never printed as a file name');
  const scripts = [
    'Žluťoučký kůň, Straße, Ærø, Ελληνικά, кириллица',
    'שלום לך, זה מכתב',
    'مرحبا، هذه رسالة',
    '漢字とかなの手紙',
    '편지를 씁니다',
    'unbreakable'.repeat(30),
  ];
  const paragraphs = Array.from(
    { length: 60 },
    (_, n) => `Paragraph ${n + 1}. ${'Word '.repeat(60)}`,
  );
  await letter(page).click();
  await page.evaluate(
    text => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const target = document.activeElement;
      target?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [...scripts, ...paragraphs].join('\n\n'),
  );
  await waitUntilSaved(page);

  const preview = await openPreview(page);
  const file = join(app.userDataDir, 'out.pdf');
  await answerSave(app, file);
  await preview.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(preview.getByText(/Saved as/)).toBeVisible();

  const text = pdftotext(file).replaceAll(/\s+/g, ' ');
  for (const script of [
    'Žluťoučký kůň',
    'Ελληνικά',
    'кириллица',
    '漢字とかなの手紙',
    '편지를 씁니다',
  ]) {
    expect(text).toContain(script);
  }
  // Broken over lines, and perhaps over pages, where a page number stands between.
  expect(text.replaceAll(/[\s\d]/g, '')).toContain('unbreakable'.repeat(30));
  for (let n = 1; n <= 60; n += 1) expect(text).toContain(`Paragraph ${n}. Word`);
  const shown = await preview.getByRole('group', { name: /^Page \d+ of/ }).count();
  const pages = Number(
    /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1],
  );
  expect(shown).toBe(pages);
  expect(pages).toBeGreaterThan(5);
  const firstLine = (n: number) =>
    pdftotext(file, '-f', `${n}`, '-l', `${n}`).trim().split('\n')[0];
  expect(firstLine(1)).not.toBe('1');
  expect(firstLine(2)).toBe('2');
  expect(firstLine(3)).toBe('3');
  // Every font is inside the file.
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.every(line => / yes +(yes|no) +(yes|no) +\d+ +\d+$/.test(line))).toBe(true);
});

test('a paragraph of three lines is never split between two pages', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  const paragraphs = Array.from(
    { length: 30 },
    (_, n) => `Begin${n} ${'and some words more '.repeat(9)}end${n}.`,
  );
  await page.evaluate(text => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, paragraphs.join('\n\n'));
  await waitUntilSaved(page);
  await openPreview(page);
  const pages = await page.getByRole('group', { name: /^Page \d+ of/ }).allTextContents();
  expect(pages.length).toBeGreaterThan(1);
  for (let n = 0; n < 30; n += 1) {
    const held = pages.filter(text => text.includes(`Begin${n} `) && text.includes(`end${n}.`));
    expect(held).toHaveLength(1);
  }
});

test('paper follows the locale and the choice, headings are optional, and nothing is left on disk', async ({
  launch,
}) => {
  const temporary = () => readdirSync(tmpdir()).toSorted();
  const before = new Set(temporary());
  const app = await launch({ locale: 'en-US' });
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'Sorry');
  await page.keyboard.type('I am sorry, zqplaintext.');
  await waitUntilSaved(page);
  const preview = await openPreview(page);
  await pick(preview, 'For', /^Me$/);
  await expect(preview.getByRole('combobox', { name: 'Paper' })).toContainText('US Letter');
  await preview.getByRole('switch', { name: 'Section headings' }).click();
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).toContainText('Sorry');

  const file = join(app.userDataDir, 'out.pdf');
  await answerSave(app, file);
  await preview.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(preview.getByText(/Saved as/)).toBeVisible();
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/612 x 792/);
  expect(pdftotext(file)).toContain('Sorry');

  // The exported file itself is compressed; nothing else may hold the words at all.
  expect(readableIn(app.userDataDir, ['zqplaintext'])).toEqual([]);
  for (const name of temporary().filter(entry => !before.has(entry))) {
    expect(readableBelow(join(tmpdir(), name), 'zqplaintext')).toBe(false);
  }
});

test('closing the print dialog of the system is no error, and keeps no receipt of a print', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages.');
  await waitUntilSaved(page);
  await app.evaluateMain(electron => {
    const state = { asked: '', isClosed: true };
    Object.assign(globalThis, { state });
    electron.app.on('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, callback) => {
        state.asked = window.webContents.getURL();
        if (state.isClosed) callback?.(false, 'Print job canceled');
        else callback?.(true, '');
      };
    });
  });
  const state = () =>
    app.evaluateMain(
      () => (globalThis as unknown as { state: { asked: string; isClosed: boolean } }).state,
    );
  const preview = await openPreview(page);
  await pick(preview, 'For', /^Me$/);
  const print = preview.getByRole('button', { name: 'Print', exact: true });
  await print.click();
  await expect.poll(async () => (await state()).asked).toContain('app://print/');
  await expect(print).not.toHaveAttribute('aria-busy');
  await expect(preview.getByRole('alert')).toHaveCount(0);
  expect(await askVault(page, 'exports.receipts', undefined)).toEqual([]);

  await app.evaluateMain(() => {
    (globalThis as unknown as { state: { isClosed: boolean } }).state.isClosed = false;
  });
  await print.click();
  await expect
    .poll(() => askVault(page, 'exports.receipts', undefined))
    .toMatchObject([{ format: 'paper', audience: 'for-me' }]);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(section(page, 'What I did')).toBeVisible();
});

function readableBelow(path: string, word: string): boolean {
  try {
    return readableIn(path, [word]).length > 0;
  } catch {
    // A plain file, or gone by now.
    try {
      return readFileSync(path).includes(word);
    } catch {
      return false;
    }
  }
}
