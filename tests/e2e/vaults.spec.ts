import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import type { RunningApp } from '../support/launch-app.ts';
import {
  createVault,
  lock,
  newLetterButton,
  openOnlyLetter,
  openVault,
  PASSPHRASE,
  section,
  SECTION,
  unlock,
  waitUntilSaved,
  writeLetter,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';
import { answerOpen } from '../support/system-dialogs.ts';

const OTHER = 'another river under other stones';

const dialog = (page: Page) => page.getByRole('dialog');
const vaults = (page: Page) => page.getByRole('list', { name: 'Vaults' });
const listFile = ({ userDataDir }: RunningApp): string => join(userDataDir, 'vaults.json');

const emptyFolder = ({ userDataDir }: RunningApp, name: string): string => {
  const folder = join(userDataDir, name);
  mkdirSync(folder);
  return folder;
};

/** From the lock screen to the form of a new vault's passphrase. */
async function beginVault(app: RunningApp, folder: string, name: string): Promise<void> {
  const { page } = app;
  await answerOpen(app, [folder]);
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await page.getByRole('button', { name: 'Create a new vault…' }).click();
  await page.getByRole('textbox', { name: 'Name of this vault' }).fill(name);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible();
}

async function openPreferences(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
}

test('with one vault nothing is listed, and nothing is written about it', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await lock(page);
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await expect(dialog(page)).toContainText('Each vault is a folder of its own');
  await expect(vaults(page)).toHaveCount(0);
  // A backup begins a vault where there is none.
  await expect(page.getByRole('button', { name: 'Start from a backup…' })).toHaveCount(0);
  await expectNoBarrier(page, 'no other vault');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Another vault…' })).toBeFocused();
  await unlock(page);
  expect(existsSync(listFile(app))).toBe(false);
});

test('two vaults are chosen by name, from the keyboard, and know nothing of each other', async ({
  app,
  launch,
}) => {
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'zqfirstvault');
  await lock(page);
  const second = emptyFolder(app, 'second');
  await beginVault(app, second, 'Garden');
  // Nobody has made it yet: it is not listed, and the way back is there.
  expect(existsSync(listFile(app))).toBe(false);
  await expect(page.getByText(second)).toBeVisible();
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await vaults(page).getByRole('button', { name: 'Vault without a name' }).first().click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await beginVault(app, second, 'Garden');
  await createVault(page, OTHER);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByText('What you write will be listed here')).toBeVisible();
  await lock(page);

  await expect(page.getByRole('main')).not.toContainText('Garden');
  const other = page.getByRole('button', { name: 'Another vault…' });
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(vaults(page).getByRole('button', { name: /^Garden/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  // The list says names, and nothing else of what it knows.
  await expect(dialog(page)).not.toContainText(app.userDataDir);
  await expectNoBarrier(page, 'two vaults');
  await vaults(page).getByRole('button', { name: 'Vault without a name' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const field = page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type(OTHER);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase does not open this vault')).toBeVisible();
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('zqfirstvault');
  await app.close();

  const again = await launch({ userDataDir: app.userDataDir });
  await unlock(again.page);
  await openOnlyLetter(again.page);
});

test('a vault is named and named anew while it is open, and never while it is locked', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await openPreferences(page);
  await expect(dialog(page)).toContainText('It has no name.');
  await page.getByRole('button', { name: 'Name…' }).click();
  await page.keyboard.type('  Quiet  ');
  await expectNoBarrier(page, 'name of a vault');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The name was kept')).toBeVisible();
  await openPreferences(page);
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toContainText('Quiet');
  await page.keyboard.press('Escape');
  await lock(page);
  const refused = await page.evaluate(() =>
    window.bridge.invoke('shell.nameVault', { name: 'Loud' }),
  );
  expect(refused).toEqual({ ok: false, error: { code: 'vault.locked' } });
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await expect(vaults(page).getByRole('button')).toHaveText(['QuietYou are here']);
});

firstRun(
  'a vault that is there is added, another folder is refused, and it is taken off the list',
  async ({ app, launch }) => {
    const elsewhere = await launch();
    await createVault(elsewhere.page, OTHER);
    await elsewhere.close();
    const { page } = app;
    await createVault(page);
    await lock(page);
    await page.getByRole('button', { name: 'Another vault…' }).click();
    const add = page.getByRole('button', { name: 'Add a vault that is on this computer…' });
    await answerOpen(app, [emptyFolder(app, 'nothing')]);
    await add.click();
    await expect(page.getByRole('alert')).toContainText('There is no vault in this folder');
    await expectNoBarrier(page, 'no vault there');
    // The folder around it will do.
    await answerOpen(app, [elsewhere.userDataDir]);
    await add.click();
    await expect(dialog(page)).toHaveCount(0);
    await unlock(page, OTHER);
    await lock(page);

    await page.getByRole('button', { name: 'Another vault…' }).click();
    await expect(vaults(page).getByRole('listitem')).toHaveCount(2);
    await vaults(page)
      .getByRole('button', { name: /Take .* off this list/ })
      .click();
    await expect(vaults(page).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByText('Its folder was left as it is.')).toBeVisible();
    await expectNoBarrier(page, 'a vault off the list');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(vaults(page).getByRole('listitem')).toHaveCount(2);
    await vaults(page)
      .getByRole('button', { name: /Take .* off this list/ })
      .click();
    await expect(vaults(page).getByRole('listitem')).toHaveCount(1);
    expect(existsSync(join(app.userDataDir, 'vault', 'vault.db'))).toBe(true);
  },
);

test('a vault whose drive is not there is missed kindly, and nothing is made in its place', async ({
  app,
  launch,
}) => {
  await openVault(app.page);
  await lock(app.page);
  const stick = emptyFolder(app, 'stick');
  await beginVault(app, stick, 'On the stick');
  await createVault(app.page, OTHER);
  await app.close();
  const pulledOut = join(app.userDataDir, 'pulled out');
  renameSync(stick, pulledOut);

  const { page } = await launch({ userDataDir: app.userDataDir });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This vault is not where it was');
  await expect(page.getByRole('button', { name: 'Create vault' })).toHaveCount(0);
  await expectNoBarrier(page, 'a vault that is not there');
  // The other one can be used meanwhile.
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await vaults(page).getByRole('button', { name: 'Vault without a name' }).first().click();
  await expect(dialog(page)).toHaveCount(0);
  await unlock(page);
  await lock(page);
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await vaults(page).getByRole('button', { name: 'On the stick' }).first().click();
  await expect(page.getByRole('alert')).toContainText('plug it in and try again');
  expect(existsSync(stick)).toBe(false);
  renameSync(pulledOut, stick);
  await vaults(page).getByRole('button', { name: 'On the stick' }).first().click();
  await expect(dialog(page)).toHaveCount(0);
  await unlock(page, OTHER);
});

test('a damaged list is put aside, said so, and no vault is touched', async ({ app, launch }) => {
  await openVault(app.page);
  await lock(app.page);
  const second = emptyFolder(app, 'second');
  await beginVault(app, second, 'Garden');
  await createVault(app.page, OTHER);
  await app.close();
  const damaged = readFileSync(listFile(app)).subarray(0, 100);
  writeFileSync(listFile(app), damaged);

  const again = await launch({ userDataDir: app.userDataDir });
  const { page } = again;
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await expect(dialog(page)).toContainText('The list of your vaults could not be read');
  await expectNoBarrier(page, 'a damaged list');
  const aside = readdirSync(app.userDataDir).filter(name => name.startsWith('vaults.damaged-'));
  expect(aside.map(name => readFileSync(join(app.userDataDir, name)))).toEqual([damaged]);
  await answerOpen(again, [second]);
  await page.getByRole('button', { name: 'Add a vault that is on this computer…' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await unlock(page, OTHER);
});

test('a vault moves: copied, unlocked in its new place, and left as it was in the old one', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'moved with all the rest');
  const old = join(app.userDataDir, 'vault');
  const used = emptyFolder(app, 'used');
  writeFileSync(join(used, 'something'), 'else');
  const home = emptyFolder(app, 'Dropbox');
  await openPreferences(page);
  await page.getByRole('button', { name: 'Move to another folder…' }).click();
  const move = page.getByRole('button', { name: 'Move', exact: true });
  await expect(move).toBeDisabled();
  await expectNoBarrier(page, 'moving a vault');
  await answerOpen(app, [used]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await move.click();
  await expect(page.getByRole('alert')).toContainText('That folder is not empty');
  await answerOpen(app, [home]);
  await page.getByRole('button', { name: 'Choose another…' }).click();
  await expect(dialog(page)).toContainText('a sync program copies to other computers');
  await expectNoBarrier(page, 'moving a vault to a folder that is synced');
  await move.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect(page.getByText('Your vault has moved.')).toBeVisible();
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('moved with all the rest');
  await page.keyboard.type('and more ');
  await waitUntilSaved(page);

  await openPreferences(page);
  await expect(dialog(page)).toContainText(home);
  await expect(dialog(page)).toContainText(`still in ${old}`);
  await expectNoBarrier(page, 'preferences of a moved vault');
  await page.getByRole('button', { name: 'Someone may know it…' }).click();
  await expect(page.getByText(`left in ${old} still opens with the old passphrase`)).toBeVisible();
  await page.keyboard.press('Escape');
  expect(readdirSync(used)).toEqual(['something']);
  expect(existsSync(join(old, 'vault.db'))).toBe(true);
  await page.keyboard.press('Escape');
  await lock(page);
  await expect(page.getByText('Your writing is locked.')).toBeVisible();
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await expect(vaults(page).getByRole('listitem')).toHaveCount(1);
});

firstRun(
  'a vault that another window has open is not opened twice, wherever it was chosen',
  async ({ launch }) => {
    const first = await launch();
    await createVault(first.page);
    const second = await launch();
    const { page } = second;
    await answerOpen(second, [join(first.userDataDir, 'vault')]);
    await page.getByRole('button', { name: 'I have a vault already…' }).click();
    await page.getByRole('button', { name: 'Add a vault that is on this computer…' }).click();
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('alert')).toContainText('This vault is open somewhere else');
    await lock(first.page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await unlock(page);
  },
);

test('the open page can not go to another vault', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  const replies = await page.evaluate(() =>
    Promise.all([
      window.bridge.invoke('shell.newVault', { name: '' }),
      window.bridge.invoke('shell.addVault', undefined),
      window.bridge.invoke('shell.openVault', { id: crypto.randomUUID() }),
      window.bridge.invoke('shell.forgetVault', { id: crypto.randomUUID() }),
      window.bridge.invoke('shell.unforgetVault', undefined),
    ]),
  );
  const refused = { ok: false, error: { code: 'ipc.untrustedSender' } };
  expect(replies).toEqual(replies.map(() => refused));
  await expect(newLetterButton(page)).toBeVisible();
});

firstRun('on a new computer a backup from a stick is all that is needed', async ({ launch }) => {
  const first = await launch();
  const stick = emptyFolder(first, 'stick');
  await createVault(first.page);
  await writeLetter(first.page, 'kept on the stick');
  await askVault(first.page, 'snapshots.setSecondLocation', { folder: stick });
  await first.close();
  const [copy = ''] = readdirSync(stick);

  const app = await launch();
  const { page } = app;
  await page.getByRole('button', { name: 'I have a vault already…' }).click();
  await expectNoBarrier(page, 'a backup or a vault');
  await answerOpen(app, [join(first.userDataDir, 'vault', 'state.json')]);
  await page.getByRole('button', { name: 'Start from a backup…' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not a backup');
  await answerOpen(app, [join(stick, copy)]);
  await page.getByRole('button', { name: 'Start from a backup…' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  const offer = page.getByRole('region', { name: 'Your backups' });
  await expect(offer).toContainText('It holds 1 piece of writing.');
  await offer.getByRole('button', { name: 'Open with this backup' }).click();
  await expect(newLetterButton(page)).toBeVisible();
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('kept on the stick');
});
