import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import {
  createVault,
  openVault,
  newLetterButton,
  openOnlyLetter,
  PASSPHRASE,
  section,
  SECTION,
  unlock,
  writeLetter,
  readableIn,
} from '../support/steps.ts';
import { answerOpen } from '../support/system-dialogs.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: /backup/i });

async function openBackups(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Backups…' }).click();
  await expect(page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
}

async function backUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/A backup was made and checked/)).toBeVisible();
}

firstRun('backups are made, checked, tried, and listed with what they are', async ({ app }) => {
  const { page } = app;
  await createVault(page);
  await writeLetter(page, 'I read your messages.');
  await openBackups(page);
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await expectNoBarrier(page, 'no backups');
  await backUp(page);
  await expect(page.getByText(/The last one was made on .+ There is one\./)).toBeVisible();
  await expect(dialog(page)).toContainText('asked for · 1 piece of writing');
  await page.getByRole('button', { name: 'Check this backup' }).click();
  await expect(page.getByText('It was opened and compared: all of it is there.')).toBeVisible();
  await page.getByRole('button', { name: 'Try bringing one back' }).click();
  await expect(page.getByText(/compared, and found whole\./)).toBeVisible();
  await expect(page.getByText(/One was last brought back for trial/)).toBeVisible();
  await expectNoBarrier(page, 'backups');
});

firstRun(
  'what was deleted comes back from a backup, from the keyboard, and nothing is overwritten',
  async ({ app }) => {
    const { page } = app;
    await createVault(page);
    await writeLetter(page, 'kept in the backup');
    await openBackups(page);
    await backUp(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+a');
    await page.getByRole('button', { name: /^Delete / }).click();
    await expect(page.getByText('What you write will be listed here')).toBeVisible();

    await openBackups(page);
    await page.getByRole('button', { name: 'What is in it…' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('is no longer in your vault, or in the trash');
    await expect(dialog(page)).toContainText('Short acknowledgment');
    await expectNoBarrier(page, 'what is in a backup');
    await page.getByRole('button', { name: 'Bring back…' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('Nothing in your vault is overwritten');
    await expect(dialog(page)).toContainText('1 piece of writing will come back.');
    await expectNoBarrier(page, 'bringing back');
    await page.getByRole('button', { name: 'Bring back', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('1 piece of writing came back.');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(/There are 2\./)).toBeVisible();
    await page.keyboard.press('Escape');
    await openOnlyLetter(page);
    await expect(section(page, SECTION)).toContainText('kept in the backup');
  },
);

test('a second place gets a locked copy, and is named until it is removed', async ({ app }) => {
  const { page, userDataDir } = app;
  const stick = join(userDataDir, 'stick');
  mkdirSync(stick);
  await openVault(page);
  await writeLetter(page, 'zqsecondplace');
  await openBackups(page);
  await answerOpen(app, [join(userDataDir, 'vault')]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText(/That folder belongs to the vault itself/)).toBeVisible();
  await answerOpen(app, [stick]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('The newest backup was copied there.')).toBeVisible();
  await expect(dialog(page)).toContainText(stick);
  expect(readdirSync(stick, { recursive: true }).length).toBeGreaterThan(0);
  expect(readableIn(stick, ['zqsecondplace', 'Amends'])).toEqual([]);
  await page.getByRole('button', { name: 'Stop using it' }).click();
  await expect(page.getByText('None is chosen.')).toBeVisible();
  expect(readdirSync(stick, { recursive: true }).length).toBeGreaterThan(0);
});

test('an older state of the vault is called that, until the person goes on with it', async ({
  launch,
}) => {
  const first = await launch();
  const { userDataDir } = first;
  await openVault(first.page);
  await first.close();
  const database = join(userDataDir, 'vault', 'vault.db');
  const older = readFileSync(database);
  const second = await launch({ userDataDir });
  await unlock(second.page);
  await writeLetter(second.page, 'newer words');
  await second.close();
  writeFileSync(database, older);

  const third = await launch({ userDataDir });
  await unlock(third.page);
  const banner = third.page.getByRole('alert');
  await expect(banner).toContainText('An older state of your vault is open');
  await expectNoBarrier(third.page, 'an older state');
  await banner.getByRole('button', { name: 'See the backups…' }).click();
  await expect(third.page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
  await third.page.keyboard.press('Escape');
  await banner.getByRole('button', { name: 'Go on with this one' }).click();
  await expect(banner).toHaveCount(0);
  await third.close();
  const fourth = await launch({ userDataDir });
  await unlock(fourth.page);
  await expect(fourth.page.getByRole('alert')).toHaveCount(0);
});

for (const damage of ['damaged', 'missing'] as const) {
  test(`a ${damage} database is replaced by the newest backup, if the person says so`, async ({
    launch,
  }) => {
    const first = await launch();
    await openVault(first.page);
    await writeLetter(first.page, 'kept in the backup');
    await openBackups(first.page);
    await backUp(first.page);
    await first.close();
    const folder = join(first.userDataDir, 'vault');
    const database = join(folder, 'vault.db');
    const damaged = readFileSync(database).fill(7, 100, 600);
    if (damage === 'damaged') writeFileSync(database, damaged);
    else rmSync(database);

    const { page } = await launch({ userDataDir: first.userDataDir });
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    const offer = page.getByRole('region', { name: 'Your backups' });
    await expect(offer).toContainText('It holds 1 piece of writing.');
    await expectNoBarrier(page, `${damage} database`);
    expect(existsSync(database)).toBe(damage === 'damaged');
    await offer.getByRole('button', { name: 'Open with this backup' }).click();
    await expect(newLetterButton(page)).toBeVisible();
    const aside = readdirSync(folder).filter(name => name.startsWith('vault.damaged-'));
    if (damage === 'damaged') {
      const kept = aside.map(name => readFileSync(join(folder, name)));
      expect(kept.some(bytes => bytes.equals(damaged))).toBe(true);
    }
    await page.keyboard.press('ControlOrMeta+Shift+a');
    await expect(page.getByRole('main')).toContainText('Short acknowledgment');
  });
}
