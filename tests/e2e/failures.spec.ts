import { createHash } from 'node:crypto';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch-app.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import { openPreview, pick } from '../support/printing.ts';
import {
  createVault,
  openVault,
  filesBelow,
  goToSection,
  letter,
  PASSPHRASE,
  section,
  startLetter,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { answerSave } from '../support/system-dialogs.ts';

const digest = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(join(folder, 'vault'))
      // Where failed attempts are noted for whoever unlocks next.
      .filter(({ name }) => !name.endsWith('vault.attempts'))
      .map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );

test('a wrong passphrase is called that, waits longer each time, and changes nothing', async ({
  launch,
}) => {
  const first = await launch();
  await openVault(first.page);
  await first.close();
  const before = digest(first.userDataDir);

  const { page } = await launch({ userDataDir: first.userDataDir });
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled();
    await passphrase.fill(`not the passphrase ${attempt}`);
    await passphrase.press('Enter');
    await expect(page.getByText('That passphrase does not open this vault')).toBeVisible();
  }
  await expect(page.getByText(/Try again in \d/)).toBeVisible();
  expect(digest(first.userDataDir)).toEqual(before);
  await unlock(page);
});

firstRun(
  'a damaged key file and a damaged database have messages of their own',
  async ({ launch }) => {
    const first = await launch();
    await createVault(first.page);
    await first.close();
    const folder = join(first.userDataDir, 'vault');
    const database = readFileSync(join(folder, 'vault.db'));

    const damaged = Buffer.from(database);
    damaged.fill(7, 100, 600);
    writeFileSync(join(folder, 'vault.db'), damaged);
    const second = await launch({ userDataDir: first.userDataDir });
    await tryToUnlock(second.page);
    await expect(second.page.getByText(/vault\.db/).first()).toBeVisible();
    await expect(second.page.getByText(/[Nn]othing (was|has been) changed/)).toBeVisible();
    await second.close();
    expect(readFileSync(join(folder, 'vault.db')).equals(damaged)).toBe(true);

    writeFileSync(join(folder, 'vault.db'), database);
    truncateSync(join(folder, 'vault.keys'), 40);
    truncateSync(join(folder, 'vault.keys.2'), 40);
    const third = await launch({ userDataDir: first.userDataDir });
    await tryToUnlock(third.page);
    await expect(third.page.getByText(/vault\.keys/).first()).toBeVisible();
    await expect(third.page.getByText(/[Nn]othing (was|has been) changed/)).toBeVisible();
  },
);

test('one damaged copy of the key file is healed by the other', async ({ launch }) => {
  const first = await launch();
  await openVault(first.page);
  await first.close();
  const keys = join(first.userDataDir, 'vault', 'vault.keys');
  const whole = readFileSync(keys);
  truncateSync(keys, 30);

  const { page } = await launch({ userDataDir: first.userDataDir });
  await unlock(page);
  expect(readFileSync(keys).equals(whole)).toBe(true);
});

test('when the disk refuses, the text stays, the banner stays, and nothing says "Saved"', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userDataDir } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('first words');
  await waitUntilSaved(page);

  // A copy put in the place of the open file is what a sync program does.
  const database = join(userDataDir, 'vault', 'vault.db');
  const aside = `${database}.aside`;
  copyFileSync(database, aside);
  renameSync(aside, database);

  await goToSection(page, 'What I did');
  await page.keyboard.type(' and these');
  const banner = page.getByRole('alert');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toHaveCount(0);
  await expect(section(page, 'What I did')).toContainText('first words and these');
  await banner.getByRole('button', { name: 'Copy text' }).click();
  await page.waitForTimeout(2500);
  await expect(banner).toBeVisible();
  await expect(letter(page)).toContainText('first words and these');
  // A window with unsaved text does not close by itself.
  await app.kill();
});

test("a PDF that was being written when the computer died is in nobody's way", async ({
  launch,
}) => {
  const first = await launch();
  await openVault(first.page);
  const { userDataDir } = first;
  const file = join(userDataDir, 'out.pdf');
  const foreign = `${file}.part`;
  writeFileSync(foreign, 'of another program');
  await startPdf(first, file);
  await first.evaluateMain(() => {
    // The bytes are on the disk, but their name is never changed.
    process.getBuiltinModule('node:fs/promises').rename = () => new Promise(() => {});
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
  await savePdf(first.page);
  const left = () => readdirSync(userDataDir).filter(name => name.startsWith('out.pdf.'));
  await expect.poll(() => left().length).toBe(2);
  await first.page.waitForTimeout(500);
  await first.kill();

  const second = await launch({ userDataDir });
  await unlock(second.page);
  await startPdf(second, file);
  await savePdf(second.page);
  await expect(second.page.getByText(/Saved as/)).toBeVisible();
  expect(readFileSync(file, 'latin1').startsWith('%PDF')).toBe(true);
  expect(left()).toEqual(['out.pdf.part']);
  expect(readFileSync(foreign, 'utf8')).toBe('of another program');
});

test('what the main process logs never quotes the message of an error', async ({ launch }) => {
  const app = await launch();
  await openVault(app.page);
  await startPdf(app, 'unused');
  await app.evaluateMain(({ dialog }) => {
    dialog.showSaveDialog = () => {
      throw new Error('one line\nand the zqsecret of a letter\nat the end');
    };
  });
  await savePdf(app.page);
  await expect.poll(app.stderr).toContain('incident');
  expect(app.stderr()).toMatch(/ at /);
  expect(app.stderr()).not.toContain('zqsecret');
});

test('a PDF is not written after a lock, though its dialog was open', async ({ launch }) => {
  const app = await launch();
  const { page, userDataDir } = app;
  await openVault(page);
  const file = join(userDataDir, 'late.pdf');
  await startPdf(app, file);
  await app.evaluateMain(({ dialog }, path) => {
    dialog.showSaveDialog = () =>
      new Promise(choose => {
        Object.assign(globalThis, { choose: () => choose({ canceled: false, filePath: path }) });
      });
  }, file);
  await savePdf(page);
  await app.evaluateMain(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await app.evaluateMain(() => {
    (globalThis as unknown as { choose: () => void }).choose();
  });
  await page.waitForTimeout(2000);
  expect(readdirSync(userDataDir).filter(name => name.startsWith('late'))).toEqual([]);
});

/** Opens the preview of a new letter; the dialog for the file will answer `path`. */
async function startPdf({ page, evaluateMain }: RunningApp, path: string): Promise<void> {
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages.');
  await waitUntilSaved(page);
  await answerSave({ evaluateMain }, path);
  const preview = await openPreview(page);
  await pick(preview, 'For', /^Me$/);
}

async function savePdf(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save as PDF' }).click();
}

async function tryToUnlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
