import { renameSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { openVault, letter, lock, startLetter, title, waitUntilSaved } from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';

// What opens and closes here moves, as it does for most people.
test.use({ isStill: false });

const field = (page: Page, name: 'Open letter' | 'All commands'): Locator =>
  page.getByRole('dialog', { name }).getByRole('combobox', { name });
const options = (page: Page): Locator => page.getByRole('dialog').getByRole('option');
/** The line that Enter means. */
const chosen = (page: Page): Locator => page.getByRole('option', { selected: true });

/** Tells that the dialog is gone, and with it every trace of what was typed into it. */
const expectClosed = (page: Page): Promise<void> => expect(page.getByRole('dialog')).toHaveCount(0);

const seed = (page: Page, name: string): Promise<unknown> =>
  writtenLetter(page, { templateId: null, journeyId: null }, { title: name, blocks: all => all });

test('a letter is opened by a part of its title, with the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toBeFocused();
  await expect(page.getByText('What you write will be listed here')).toBeVisible();
  await expectNoBarrier(page, 'open letter, nothing written');
  await page.keyboard.press('Escape');
  for (let n = 1; n <= 53; n++) await seed(page, `Note ${n}`);
  await seed(page, 'Über den Sommer');
  await startLetter(page, 'Blank page');
  await title(page).fill('What I did');
  await letter(page).click();
  await page.keyboard.type('I hid the bills. And then');

  // Not saved yet: opening another saves it first.
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toBeFocused();
  await expect(options(page)).toHaveCount(50);
  await expect(page.getByText('5 more letters.')).toBeVisible();
  await expectNoBarrier(page, 'open letter');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toBeInViewport();
  await page.keyboard.type('SOMMER ub');
  await expect(options(page)).toHaveCount(1);
  await expect(chosen(page)).toContainText('Über den Sommer');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveValue('Über den Sommer');
  await expectClosed(page);
  const saved = (await askVault(page, 'entries.list', undefined)).find(
    each => each.title === 'What I did',
  );
  expect(saved?.excerpt).toContain('I hid the bills. And then');

  // By the first words of its text. What was typed before is forgotten.
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toHaveValue('');
  await page.keyboard.type('bills');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveValue('What I did');

  // What is not in a title may be in a text.
  await page.keyboard.press('ControlOrMeta+o');
  await page.keyboard.type('zebra');
  await expect(page.getByText('Nothing found for “zebra”.')).toBeVisible();
  await expectNoBarrier(page, 'open letter, nothing found');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search everything' })).toHaveValue('zebra');
  await expectClosed(page);
});

test('commands are done to what was selected, and Escape gives the caret back', async ({
  app: { page },
}) => {
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('bold');
  await expect(options(page)).toHaveCount(0);
  // What preferences lead to is found by its own name, and by what others call it.
  await field(page, 'All commands').fill('passphrase');
  await expect(chosen(page)).toHaveText(/^Change passphrase…\s*Vault and app$/);
  await field(page, 'All commands').fill('settings');
  await expect(chosen(page)).toContainText(/^Preferences.*settings/);
  await field(page, 'All commands').fill('recovery');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Can you still find your recovery code?' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('one two three');
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toBeFocused();
  // The other way in leads on, and nothing else opens over it.
  await page.keyboard.type('words');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(field(page, 'All commands')).toBeFocused();
  await expect(field(page, 'All commands')).toHaveValue('');
  await expectNoBarrier(page, 'all commands');
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expectClosed(page);
  await page.keyboard.type(' and');
  await expect(letter(page)).toHaveText('one two and three');
  // Help takes its place, and leads back as well.
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Help and safety' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expectClosed(page);
  await page.keyboard.type(' then');
  await expect(letter(page)).toHaveText('one two and then three');
  // Any other dialog that has a field gives it back as well.
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('combobox', { name: 'Search templates' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('dialog', { name: 'Open letter' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.type('!');
  await expect(letter(page)).toHaveText('one two and then! three');

  for (let n = 0; n < 5; n++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('form bol');
  await expect(chosen(page)).toHaveText(/^Bold\s*Formatting\s*(Ctrl B|⌘B)$/);
  await page.keyboard.press('Enter');
  await expectClosed(page);
  await expect(letter(page).locator('strong')).toHaveText('then!');
  await expect(letter(page)).toBeFocused();

  // The letter that is open is gone back to as it is; the pointer does what Enter does.
  await page.keyboard.press('ControlOrMeta+o');
  await options(page).first().click();
  await expectClosed(page);
  await page.keyboard.type('so');
  await expect(letter(page)).toHaveText('one two and so three');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await options(page).filter({ hasText: 'Commitments' }).click();
  await expect(page.getByRole('heading', { name: 'Commitments' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  await expect(field(page, 'Open letter')).toBeFocused();
  await lock(page);
});

test('a sealed letter shows nothing of itself, a deleted one is not there, and nothing unsaved is left', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await title(page).fill('To M., zqtitle');
  await letter(page).click();
  await page.keyboard.type('I am angry, zqwords.');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('seal');
  await page.keyboard.press('Enter');
  const sealing = page.getByRole('dialog', { name: 'Seal this letter' });
  await sealing.getByRole('radio', { name: 'Tomorrow' }).press('Space');
  await sealing.getByRole('button', { name: 'Seal it' }).press('Enter');
  await expect(page.getByRole('button', { name: /^A sealed letter/ })).toBeVisible();
  await seed(page, 'Gone');
  const gone = (await askVault(page, 'entries.list', undefined)).find(
    each => each.title === 'Gone',
  );
  if (gone !== undefined) await askVault(page, 'entries.trash', [gone.id]);

  await page.keyboard.press('ControlOrMeta+o');
  await expect(options(page)).toHaveText([/^A sealed letter.*until /]);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(
    /zqtitle|zqwords/,
  );
  await page.keyboard.type('zq');
  await expect(options(page)).toHaveText([/Search everything/]);
  await field(page, 'Open letter').fill('sealed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'A sealed letter' })).toBeVisible();
  await expectClosed(page);

  // What can not be saved is not left unless the person says so.
  await startLetter(page, 'Blank page');
  await waitUntilSaved(page);
  renameSync(`${app.userDataDir}/vault/vault.db`, `${app.userDataDir}/vault/elsewhere.db`);
  await letter(page).click();
  await page.keyboard.type('Kept.');
  await page.keyboard.press('ControlOrMeta+o');
  await page.keyboard.type('sealed');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Open letter')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type(' And on.');
  await expect(letter(page)).toContainText('Kept. And on.');
  // Closing would ask.
  await app.kill();
});
