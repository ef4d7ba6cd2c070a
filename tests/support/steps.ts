import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does, in the words of the interface. */
export const PASSPHRASE = 'quiet river under seven stones';

/** First run: welcome, passphrase twice, and the question about whom is skipped. */
export async function createVault(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Create vault' }).click();
  await page.getByRole('button', { name: 'Skip for now' }).click({ timeout: 30_000 });
  await expect(newLetterButton(page)).toBeVisible();
}

/** Opens the vault that a test of `ready.ts` begins with. */
export const openVault = (page: Page): Promise<void> => unlock(page);

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(newLetterButton(page)).toBeVisible();
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+l');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
}

export const newLetterButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'New letter' });

export async function startLetter(page: Page, template: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('option', { name: template }).click();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(letter(page)).toBeVisible();
}

export const letter = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Letter', exact: true });
export const title = (page: Page): Locator => page.getByRole('textbox', { name: 'Title' });
export const section = (page: Page, heading: string): Locator =>
  letter(page).getByRole('group', { name: heading, exact: true });

/** The section of the letter that `writeLetter` writes. */
export const SECTION = 'What I did';

/** A short letter with this text in one section, saved; the caret stays behind it. */
export async function writeLetter(page: Page, text: string): Promise<void> {
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, SECTION);
  await page.keyboard.type(text);
  await waitUntilSaved(page);
}

/** Opens that letter again, from wherever the person is. */
export async function openOnlyLetter(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /All writing/ })
    .click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /Short acknowledgment/ })
    .first()
    .click();
  await expect(section(page, SECTION)).toBeVisible();
}

/** Puts the caret at the end of a section's text. */
export async function goToSection(page: Page, heading: string): Promise<void> {
  const last = section(page, heading).locator('p[dir=auto]').last();
  const box = await last.boundingBox();
  // The end of the last line, which the End key would miss where a paragraph wraps.
  await last.click({ position: { x: (box?.width ?? 2) - 2, y: (box?.height ?? 2) - 4 } });
  // The browser tells of a new caret a moment after a click; a person's next key comes later.
  await page.waitForTimeout(60);
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
}

/** Every file below a folder with its bytes, for looking what can be read in them. */
export function filesBelow(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(name => ({ name, bytes: readFileSync(name) }));
}

/** The words that can be read in any file below a folder, as UTF-8 or UTF-16. */
export function readableIn(folder: string, words: readonly string[]): string[] {
  const files = filesBelow(folder);
  return words.filter(word =>
    files.some(
      ({ bytes, name }) =>
        name.includes(word) || bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
    ),
  );
}
