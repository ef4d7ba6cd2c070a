import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  letter,
  readableIn,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';

test('what the file did not take is said, kept locked beside it, and back after the next unlock', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userDataDir } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await title(page).fill('Evening');
  await letter(page).click();
  await page.keyboard.type('What was saved.');
  await waitUntilSaved(page);
  const folder = join(userDataDir, 'vault');
  const database = join(folder, 'vault.db');
  copyFileSync(database, `${database}.aside`);
  renameSync(`${database}.aside`, database);

  await letter(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And zqmore.');
  const banner = page.getByRole('alert');
  await expect(banner).toContainText('was replaced by another program');
  await expect(banner).toContainText(/recovered-\d{8}-\d{6}\.db/);
  await expect(banner.getByRole('button', { name: 'Lock' })).toBeVisible();
  expect(readdirSync(folder).some(name => name.startsWith('recovered-'))).toBe(true);
  expect(readableIn(userDataDir, ['zqmore'])).toEqual([]);
  await app.kill();

  const second = await launch({ userDataDir });
  await unlock(second.page);
  await expect(
    second.page.getByText('What could not be saved before is back in “Evening”'),
  ).toBeVisible();
  await second.page.keyboard.press('ControlOrMeta+Shift+a');
  await second.page.getByRole('button', { name: /^Evening/ }).click();
  await expect(letter(second.page)).toHaveText('What was saved. And zqmore.');
  const spool = join(folder, 'spool');
  expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([]);
});
