import { renameSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  letter,
  lock,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

/** A title and words that stand nowhere else. */
const SECRET = /zqtitle|zqwords/;

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Seal this letter' });
const sealedRow = (page: Page): Locator => page.getByRole('button', { name: /^A sealed letter/ });

async function writeSecret(page: Page): Promise<void> {
  await startLetter(page, 'Short acknowledgment');
  await title(page).fill('To M., zqtitle');
  await letter(page).click();
  await page.keyboard.type('I am angry, zqwords.');
}

/** Opens the dialog from the menu of the letter, without a pointer. */
async function askToSeal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Letter actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Seal to cool off…' }).press('Enter');
  await expect(dialog(page)).toBeVisible();
}

async function seal(page: Page): Promise<void> {
  await askToSeal(page);
  await dialog(page).getByRole('radio', { name: 'Tomorrow' }).press('Space');
  await dialog(page).getByRole('button', { name: 'Seal it' }).press('Enter');
  await expect(sealedRow(page)).toBeVisible();
}

/** Nothing of the letter stands in the page, in no field, name or picture of it either. */
const expectSilence = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(SECRET);

test('a letter is sealed and opened with the keyboard alone, and axe finds nothing', async ({
  launch,
}) => {
  const { page } = await launch();
  await openVault(page);
  await writeSecret(page);
  await askToSeal(page);
  await expectNoBarrier(page, 'seal');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('radio', { name: 'In three days' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'All writing' })).toBeFocused();
  await expect(page.getByText(/^Sealed until /)).toBeVisible();
  await expect(sealedRow(page)).toContainText(/until /);
  await expectSilence(page);
  await expectNoBarrier(page, 'all writing with a sealed letter');

  await sealedRow(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'A sealed letter' })).toBeVisible();
  await expect(page.getByText(/^You sealed this until .*\.$/)).toBeVisible();
  await expectNoBarrier(page, 'sealed letter');
  await expect(page.getByRole('button', { name: 'Leave it sealed' })).toBeFocused();
  await page.keyboard.press('Enter');
  await sealedRow(page).press('Enter');
  await expect(page.getByRole('button', { name: 'Leave it sealed' })).toBeFocused();
  // Nothing is open that could be printed.
  await page.keyboard.press('ControlOrMeta+p');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(letter(page)).toContainText('I am angry, zqwords.');
  await expect(title(page)).toHaveValue('To M., zqtitle');
  // It was opened on purpose: there is nothing to remember.
  await expect(page.getByText(/^You sealed this on/)).toHaveCount(0);
});

test('a page that says it is sealed opens when that is undone', async ({ app: { page } }) => {
  await openVault(page);
  // The focus goes to what comes next, not to what had it long before.
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.keyboard.press('Escape');
  await writeSecret(page);
  await seal(page);
  await expect(page.getByRole('heading', { name: 'All writing' })).toBeFocused();
  await sealedRow(page).press('Enter');
  await expect(page.getByRole('button', { name: 'Leave it sealed' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(letter(page)).toContainText('I am angry, zqwords.');
  await expect(page.getByRole('button', { name: /^All writing/ }).first()).toHaveText(/1$/);
});

test('what a sealed letter promises is not said to be nothing', async ({ app: { page } }) => {
  await openVault(page);
  await writeSecret(page);
  await seal(page);
  for (const list of ['Commitments', 'Check-ins']) {
    await page.getByRole('navigation').getByRole('button', { name: list }).click();
    await expect(page.getByText('Sealed letters are not looked through')).toBeVisible();
  }
});

test('a check-in of today that is sealed is found, and no second one begun', async ({ app }) => {
  const { page } = app;
  const checkIn = () =>
    app.evaluateMain(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('entry.checkIn')?.click();
    });
  await openVault(page);
  await checkIn();
  await expect(letter(page)).toBeVisible();
  await seal(page);
  await checkIn();
  await expect(page.getByRole('heading', { name: 'A sealed letter' })).toBeVisible();
  expect(await askVault(page, 'entries.list', undefined)).toHaveLength(1);
});

test('no place of the app shows a word of a sealed letter', async ({ app: { page } }) => {
  await openVault(page);
  await writeSecret(page);
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('zqwords again');
  await waitUntilSaved(page);
  await startLetter(page, 'Blank page');
  await title(page).fill('In the open');
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.getByRole('button', { name: /^To M\., zqtitle/ }).press('Enter');
  await expect(letter(page)).toContainText('zqwords again');
  await seal(page);

  await page.keyboard.press('ControlOrMeta+Shift+h');
  await expect(
    page.getByRole('list', { name: /^Written for/ }).getByRole('button', {
      name: /^A sealed letter · until /,
    }),
  ).toBeVisible();
  // What is put away is not what to go on with.
  await expect(page.getByRole('region', { name: 'Continue' })).toContainText('In the open');
  await expect(page.getByRole('region', { name: 'Continue' })).not.toContainText('sealed');
  await expectSilence(page);

  await page.keyboard.press('ControlOrMeta+Shift+f');
  for (const text of ['zqwords', 'zqtitle', 'sealed']) {
    await page.getByRole('searchbox', { name: 'Search everything' }).fill(text);
    await expect(page.getByText(`Nothing found for “${text}”.`)).toBeVisible();
  }
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.getByRole('heading', { name: 'Commitments' })).toBeVisible();
  await expectSilence(page);

  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.getByRole('main').getByRole('button', { name: 'Export…' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export', exact: true });
  await exporting.getByRole('checkbox', { name: 'A sealed letter' }).check();
  await exporting.getByRole('radio', { name: 'For me' }).check();
  const apart = exporting.getByRole('list', { name: 'Sealed to cool off' });
  await expect(apart.getByRole('checkbox', { name: 'A sealed letter' })).not.toBeChecked();
  await expect(exporting).toContainText('Nothing of this goes into this copy.');
  await expectSilence(page);
  await expectNoBarrier(page, 'export of a sealed letter');
  await apart.getByRole('checkbox', { name: 'A sealed letter' }).check();
  await expect(exporting).toContainText('1 piece of writing');
  await expectSilence(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Delete A sealed letter' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Recently deleted' }).click();
  await expect(page.getByRole('list', { name: 'Deleted writing' })).toContainText('Sealed until');
  await page.getByRole('button', { name: 'Let go of A sealed letter…' }).click();
  await expect(page.getByRole('dialog', { name: 'Let it go?' })).toContainText(
    'This sealed letter and every earlier version of it will be erased.',
  );
  await expectSilence(page);
  await expectNoBarrier(page, 'letting go of a sealed letter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bring back A sealed letter' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await sealedRow(page).click();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(letter(page)).toContainText('I am angry, zqwords.');
});

test('nothing that the page still knew of it is seen for a moment', async ({ app: { page } }) => {
  await openVault(page);
  await writeSecret(page);
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByRole('button', { name: /^To M\., zqtitle/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+f');
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('zqwords');
  await page
    .getByRole('list', { name: 'Results' })
    .getByRole('button', { name: /zqtitle/ })
    .click();
  await expect(letter(page)).toBeVisible();
  await page.evaluate(secret => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const isOpen = document.querySelector('[contenteditable]') !== null;
      const shown = document.body.innerText.match(new RegExp(secret));
      if (!isOpen && shown !== null) seen.push(document.querySelector('h1')?.innerText ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, 'zqtitle|I am angry');
  await seal(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(page.getByText('Nothing found for “zqwords”.')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

test('sealing is undone at once, and a day that is too near or too far is named', async ({
  app: { page },
}) => {
  await openVault(page);
  await writeSecret(page);
  await askToSeal(page);
  await dialog(page).getByRole('radio', { name: 'Another day' }).press('Space');
  for (const wrong of ['2020-01-01', '2999-12-31', '']) {
    await dialog(page).getByLabel('Open again on').fill(wrong);
    await dialog(page).getByRole('button', { name: 'Seal it' }).press('Enter');
    await expect(dialog(page).getByRole('alert')).toContainText(/^Choose a day from .* to .*\.$/);
    await expectNoBarrier(page, `a day that is wrong: ${wrong}`);
  }
  await page.keyboard.press('Escape');
  await expect(letter(page)).toContainText('zqwords');
  await seal(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^To M\., zqtitle/ }).click();
  await expect(letter(page)).toContainText('I am angry, zqwords.');
});

test('undo, while it is open before its day, seals it once more with what was written', async ({
  app: { page },
}) => {
  await openVault(page);
  await writeSecret(page);
  await seal(page);
  await sealedRow(page).click();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await letter(page).click();
  await page.keyboard.type('And more, zqwords. ');
  // Only the one of the text is left: that of the sealing went when it was opened.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await askVault(page, 'history.undo', undefined);
  await expect(page.getByRole('heading', { name: 'A sealed letter' })).toBeVisible();
  await expectSilence(page);
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(letter(page)).toContainText('And more, zqwords.');
});

test('a letter whose newest words are not saved is not sealed', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeSecret(page);
  await waitUntilSaved(page);
  renameSync(`${app.userDataDir}/vault/vault.db`, `${app.userDataDir}/vault/elsewhere.db`);
  await page.keyboard.type(' And this.');
  await expect(page.getByRole('status').filter({ hasText: /^Not saved/ })).toBeVisible();
  await askToSeal(page);
  await dialog(page).getByRole('button', { name: 'Seal it' }).press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('It was not sealed');
  await expectNoBarrier(page, 'not sealed');
  await page.keyboard.press('Escape');
  await expect(letter(page)).toContainText('And this.');
  // Closing would ask.
  await app.kill();
});

test('on its day it is open again, here and in a lock, and says once when it was sealed', async ({
  launch,
}) => {
  // The day is the local one: in the first place it begins a day and more after it did in the other.
  const before = await launch({ env: { TZ: 'Etc/GMT+12' } });
  await openVault(before.page);
  await writeSecret(before.page);
  await seal(before.page);
  await lock(before.page);
  await unlock(before.page);
  await before.page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(sealedRow(before.page)).toBeVisible();
  await before.close();

  const { userDataDir } = before;
  const { page } = await launch({ userDataDir, env: { TZ: 'Pacific/Kiritimati' } });
  await unlock(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.getByRole('button', { name: /^To M\., zqtitle/ }).press('Enter');
  const note = page.getByText(/^You sealed this on .*Read it once before you change anything\.$/);
  await expect(note).toBeVisible();
  await expectNoBarrier(page, 'letter whose seal is over');
  await page.getByRole('button', { name: 'Put away' }).press('Enter');
  await expect(note).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.getByRole('button', { name: /^To M\., zqtitle/ }).press('Enter');
  await expect(letter(page)).toContainText('I am angry, zqwords.');
  await expect(note).toHaveCount(0);
});
