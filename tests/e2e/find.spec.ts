import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  goToSection,
  letter,
  lock,
  openOnlyLetter,
  section,
  SECTION,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
  writeLetter,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find in this letter' });
const field = (page: Page): Locator =>
  bar(page).getByRole('textbox', { name: 'Find in this letter' });
const replaceField = (page: Page): Locator =>
  bar(page).getByRole('textbox', { name: 'Replace with' });
const status = (page: Page): Locator => bar(page).getByRole('status');
const press = (page: Page, keys: string): Promise<void> => page.keyboard.press(keys);

/** The words that one of the marks is on. */
const marked = (page: Page, name: 'amends-find' | 'amends-found'): Promise<string[]> =>
  page.evaluate(
    of =>
      [...(CSS.highlights.get(of) ?? [])].map(found => {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        return String(range);
      }),
    name,
  );

const marks = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.size);
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => String(document.getSelection()));

/** The document of the only letter, as the vault has it. */
async function stored(page: Page): Promise<string> {
  const [only] = await askVault(page, 'entries.list', undefined);
  if (only === undefined) throw new Error('there is no letter');
  return JSON.stringify((await askVault(page, 'entries.get', only.id)).document);
}

async function writeOfAnna(page: Page): Promise<void> {
  await openVault(page);
  await writeLetter(page, 'Anna, I lied. Then an');
  await press(page, 'ControlOrMeta+b');
  await page.keyboard.type('na');
  await press(page, 'ControlOrMeta+b');
  await page.keyboard.type(' heard of it, and Ánna’s brother.');
  await goToSection(page, 'Sorry');
  await page.keyboard.type('I am sorry, Anna.');
  await waitUntilSaved(page);
}

test('finds by keys alone: all places are marked, and the keys go round', async ({ launch }) => {
  const { page } = await launch();
  await writeOfAnna(page);
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ControlOrMeta+f');
  await expect(field(page)).toBeFocused();
  await expect(status(page)).toHaveText('');
  await page.keyboard.type('anna');
  await expect(status(page)).toHaveText('1 of 4');
  expect(await marked(page, 'amends-find')).toEqual(['Anna', 'anna', 'Ánna', 'Anna']);
  expect(await marked(page, 'amends-found')).toEqual(['Anna']);
  await press(page, 'Enter');
  await expect(status(page)).toHaveText('2 of 4');
  expect(await marked(page, 'amends-found')).toEqual(['anna']);
  await press(page, 'F3');
  await expect(status(page)).toHaveText('3 of 4');
  await press(page, 'F3');
  await press(page, 'Enter');
  await expect(status(page)).toHaveText('From the top again · 1 of 4');
  await press(page, 'Shift+Enter');
  await expect(status(page)).toHaveText('From the end again · 4 of 4');
  await press(page, 'Shift+F3');
  await expect(status(page)).toHaveText('3 of 4');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('x');
  await expect(status(page)).toHaveText('Not found');
  expect(await marks(page)).toBe(0);
  await press(page, 'Backspace');
  await press(page, 'Escape');
  await expect(bar(page)).toBeHidden();
  expect(await marks(page)).toBe(0);
  expect(await selected(page)).toBe('Ánna');
  await page.keyboard.type('Clara');
  await expect(section(page, SECTION)).toContainText('and Clara’s brother');
  await page.getByRole('button', { name: 'Letter actions' }).click();
  await page.getByRole('menuitem', { name: 'Find in this letter' }).click();
  await expect(field(page)).toBeFocused();
});

test('what is selected is looked for, with case, and as whole words', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await writeLetter(page, 'Can you? I can not. I cannot, and I can’t. Can');
  for (let i = 0; i < 3; i++) await press(page, 'Shift+ArrowLeft');
  await press(page, 'ControlOrMeta+f');
  await expect(field(page)).toHaveValue('Can');
  await expect(status(page)).toHaveText('5 of 5');
  await bar(page).getByRole('button', { name: 'Match case' }).click();
  await expect(status(page)).toHaveText('2 of 2');
  await expect(field(page)).toBeFocused();
  await bar(page).getByRole('button', { name: 'Match case' }).click();
  await bar(page).getByRole('button', { name: 'Whole words' }).click();
  await expect(status(page)).toHaveText('3 of 3');
  await expect(bar(page).getByRole('button', { name: 'Whole words' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // From the letter the keys go on from the caret, and select.
  await goToSection(page, 'Sorry');
  await press(page, 'Shift+F3');
  await press(page, 'Shift+F3');
  expect(await selected(page)).toBe('can');
  await expect(status(page)).toHaveText('2 of 3');
  await page.keyboard.type('might');
  await expect(section(page, SECTION)).toContainText('I might not');
  await expect(status(page)).toHaveText(/of 2$/);
  // Escape in the letter leaves the caret where it is.
  await press(page, 'Escape');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.type('!');
  await expect(section(page, SECTION)).toContainText('I might! not');
});

test('replaces one by one and all at once, which one undo brings back', async ({ launch }) => {
  const { page } = await launch();
  await writeOfAnna(page);
  await title(page).fill('To Anna');
  await goToSection(page, 'Sorry');
  await waitUntilSaved(page);
  await press(page, 'ControlOrMeta+s');
  const before = await stored(page);
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ControlOrMeta+h');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('anna');
  await expect(status(page)).toHaveText('1 of 4');
  await press(page, 'Tab');
  await expect(replaceField(page)).toBeFocused();
  await page.keyboard.type('M.');
  await bar(page).getByRole('button', { name: 'Replace all' }).click();
  await expect(status(page)).toHaveText('4 replaced');
  await expect(section(page, SECTION)).toContainText('M., I lied. Then M. heard of it, and M.’s');
  await expect(title(page)).toHaveValue('To Anna');
  await expect.poll(() => stored(page)).toContain('and M.’s brother');
  await press(page, 'Escape');
  await expect(letter(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');
  await expect(section(page, SECTION)).toContainText('Anna, I lied. Then anna heard of it');
  await expect.poll(() => stored(page)).toBe(before);
  await press(page, 'ControlOrMeta+Shift+z');
  await expect(section(page, SECTION)).toContainText('M., I lied.');
  await press(page, 'ControlOrMeta+z');
  // Now one by one, by keys alone.
  await press(page, 'ControlOrMeta+Home');
  await press(page, 'ControlOrMeta+h');
  await page.keyboard.type('anna');
  await press(page, 'ControlOrMeta+h');
  await expect(replaceField(page)).toBeFocused();
  await page.keyboard.type('you');
  await press(page, 'Enter');
  await expect(status(page)).toHaveText('1 of 3');
  await press(page, 'Enter');
  await expect(section(page, SECTION)).toContainText('you, I lied. Then you heard of it, and Ánna');
  await expect(status(page)).toHaveText('1 of 2');
  // What is written is saved like anything else, and is there after a lock.
  await expect.poll(() => stored(page)).toContain('you, I lied. Then you');
  await lock(page);
  expect(await marks(page)).toBe(0);
  await expect(page.locator('body')).not.toContainText(/anna/i);
  await unlock(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: /To Anna/ })
    .first()
    .click();
  await expect(bar(page)).toBeHidden();
  await expect(section(page, SECTION)).toContainText('you, I lied. Then you heard of it');
});

test('the marks follow the writing, and go with the letter', async ({ launch }) => {
  const { page } = await launch();
  await writeOfAnna(page);
  await press(page, 'ControlOrMeta+f');
  await page.keyboard.type('anna');
  await goToSection(page, 'Sorry');
  await page.keyboard.type(' Anna.');
  await expect(status(page)).toHaveText('1 of 5');
  await expect(status(page)).toHaveAttribute('aria-live', 'off');
  expect(await marked(page, 'amends-find')).toHaveLength(5);
  await press(page, 'ControlOrMeta+Shift+a');
  await expect(letter(page)).toBeHidden();
  expect(await marks(page)).toBe(0);
  // Without a letter there is nothing to find in, and nothing happens.
  for (const keys of ['ControlOrMeta+f', 'ControlOrMeta+h', 'F3', 'Shift+F3']) {
    await press(page, keys);
  }
  await expect(page.getByRole('heading', { name: 'All writing' })).toBeVisible();
  await openOnlyLetter(page);
  await expect(bar(page)).toBeHidden();
  await press(page, 'F3');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  // In focus mode Escape closes one thing after the other.
  const desk = page.locator('article');
  await press(page, 'F9');
  await expect(desk).toHaveAttribute('data-focus-mode');
  await press(page, 'Escape');
  await expect(bar(page)).toBeHidden();
  await expect(desk).toHaveAttribute('data-focus-mode');
  await press(page, 'Escape');
  await expect(desk).not.toHaveAttribute('data-focus-mode');
});

test('opening covers nothing of what is looked at, and dates stay as they are', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.setViewportSize({ width: 900, height: 600 });
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  for (let i = 0; i < 30; i++) {
    await page.keyboard.type(`May line ${i}`);
    await press(page, 'Enter');
  }
  const at = () =>
    letter(page)
      .getByText('May line 20', { exact: true })
      .evaluate(line => line.getBoundingClientRect().top);
  const before = await at();
  await press(page, 'ControlOrMeta+h');
  await expect(field(page)).toBeFocused();
  await expect.poll(at).toBe(before);
  await press(page, 'Escape');
  await expect.poll(at).toBe(before);

  await page.keyboard.type('May');
  await page.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('menuitem', { name: /^Date/ }).click();
  await page.keyboard.type('17 May 2026');
  await press(page, 'ControlOrMeta+h');
  await page.keyboard.type('may 2');
  await expect(status(page)).toHaveText('1 of 1');
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(status(page)).toHaveText('Not in dates, feelings or scales');
  await bar(page).getByRole('button', { name: 'Replace all' }).click();
  await expect(status(page)).toHaveText('0 replaced, 1 left as it is');
  // Most of the letter goes at once, by the person's hand: it is saved, and comes back.
  await field(page).fill('May line ');
  await bar(page).getByRole('button', { name: 'Replace all' }).click();
  await expect(status(page)).toHaveText('30 replaced');
  await expect.poll(() => stored(page)).not.toContain('May line');
  await press(page, 'ControlOrMeta+z');
  await expect(letter(page).getByText('May line 20', { exact: true })).toBeVisible();
  await expect.poll(() => stored(page)).toContain('May line 20');
});

test('axe finds nothing in the bar', async ({ launch }) => {
  const { page } = await launch();
  await page.setViewportSize({ width: 900, height: 600 });
  await writeOfAnna(page);
  await press(page, 'ControlOrMeta+h');
  await page.keyboard.type('anna');
  await expect(status(page)).toHaveText('1 of 4');
  await expectNoBarrier(page, 'find and replace');
  await bar(page).getByRole('button', { name: 'Close' }).focus();
  await press(page, 'Escape');
  await expect(bar(page)).toBeHidden();
});
