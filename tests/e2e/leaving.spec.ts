import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch-app.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { expectEnd } from '../support/ending.ts';
import { ALONE, test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import { openPreview, pick } from '../support/printing.ts';
import { slowTheEndOfTheVault, slowTheLineOfThePage } from '../support/slow-vault.ts';
import {
  createVault,
  goToSection,
  lock,
  newLetterButton,
  openOnlyLetter,
  openVault,
  PASSPHRASE,
  section,
  SECTION,
  unlock,
  writeLetter,
} from '../support/steps.ts';

/** From here on nothing can be saved: a sync program put a copy in the place of the open file. */
function replaceDatabase(userDataDir: string): void {
  const database = join(userDataDir, 'vault', 'vault.db');
  copyFileSync(database, `${database}.aside`);
  renameSync(`${database}.aside`, database);
}

async function breakSaving({ page, userDataDir }: RunningApp): Promise<void> {
  replaceDatabase(userDataDir);
  await goToSection(page, SECTION);
  await page.keyboard.type(' never saved');
  await expect(page.getByRole('alert')).toBeVisible();
}

const closeWindow = ({ evaluateMain }: RunningApp): Promise<void> =>
  evaluateMain(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close();
  });

const sleep = ({ evaluateMain }: RunningApp): Promise<void> =>
  evaluateMain(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });

const unsaved = (page: Page) => page.getByRole('dialog', { name: /not saved/ });
const unlockButton = (page: Page) => page.getByRole('button', { name: 'Unlock' });

test('closing the window asks before text is lost that could not be saved', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await breakSaving(app);

  await closeWindow(app);
  await expect(unsaved(page)).toBeVisible();
  await expectNoBarrier(page, 'unsaved words');
  await unsaved(page).getByRole('button', { name: 'Stay here' }).click();
  await expect(section(page, SECTION)).toContainText('first words never saved');
  await goToSection(page, SECTION);
  await page.keyboard.type(', still writing');
  await expect(section(page, SECTION)).toContainText('never saved, still writing');

  await closeWindow(app);
  await unsaved(page).getByRole('button', { name: 'Go on without saving' }).click();
  await expectEnd(app);
});

test('the lock of the page itself asks too, and locks when told to', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await breakSaving(app);
  await page.evaluate(() => window.bridge.invoke('shell.lock', undefined));
  await unsaved(page).getByRole('button', { name: 'Go on without saving' }).click();
  await expect(unlockButton(page)).toBeVisible();
  await unlock(page);
});

test('a lock asks before it takes a form that could not be kept, and goes when told to', async ({
  launch,
}) => {
  const app = await launch();
  const { page, userDataDir } = app;
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'New template' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Sunday letter');
  replaceDatabase(userDataDir);
  await page.keyboard.press('ControlOrMeta+l');
  await expect(unsaved(page)).toContainText('what is in the open fields is lost');
  await unsaved(page).getByRole('button', { name: 'Stay here' }).click();
  await expect(name).toHaveValue('Sunday letter');
  await page.keyboard.press('ControlOrMeta+l');
  await unsaved(page).getByRole('button', { name: 'Go on without saving' }).click();
  await expect(unlockButton(page)).toBeVisible();
});

test('a computer that goes to sleep locks, whether or not the text could be saved', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await breakSaving(app);
  await sleep(app);
  await expect(unlockButton(page)).toBeVisible();
  await expect(page.getByText('never saved')).toHaveCount(0);
});

test('a sleep that comes while the person is asked locks all the same', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await breakSaving(app);
  await closeWindow(app);
  await expect(unsaved(page)).toBeVisible();
  await sleep(app);
  await expect(unlockButton(page)).toBeVisible();
  await unlock(page);
});

test('what was typed just before the computer sleeps is saved', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await page.keyboard.type(' and the last');
  await sleep(app);
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('first words and the last');
});

test('a page that hangs does not keep the window open', async ({ launch }) => {
  const app = await launch();
  await openVault(app.page);
  void app.page
    .evaluate(() => {
      const start = Date.now();
      while (Date.now() - start < 120_000);
    })
    .catch(() => {});
  await closeWindow(app);
  await expectEnd(app, 20_000);
});

test(
  'a lock while the passphrase is being changed loses neither the text nor the change',
  // A process that was told to end has ten seconds for what it was asked before.
  ALONE,
  async ({ app }) => {
    const { page } = app;
    await openVault(page);
    await writeLetter(page, 'first words');
    const next = 'another good passphrase here';
    await page.evaluate(
      ([current, chosen]) => {
        void window.bridge.invoke('vault.changePassphrase', { current, next: chosen });
      },
      [PASSPHRASE, next],
    );
    await page.keyboard.type(' and the last');
    await sleep(app);
    await expect(unlockButton(page)).toBeVisible();
    // The change is made by a process that has nothing open any more.
    await page.waitForTimeout(10_000);
    await unlock(page, next);
    await openOnlyLetter(page);
    await expect(section(page, SECTION)).toContainText('first words and the last');
  },
);

async function expectSleepToWin(app: RunningApp): Promise<void> {
  const { page } = app;
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await unlockButton(page).click();
  await sleep(app);
  await page.waitForTimeout(5000);
  await expect(unlockButton(page)).toBeVisible();
  await expect(newLetterButton(page)).toHaveCount(0);
  await unlock(page);
}

// Only a vault of the usual cost is still being tried when the sleep comes.
firstRun(
  'the computer may sleep while a passphrase is being tried, and nothing opens',
  async ({ app }) => {
    await createVault(app.page);
    await lock(app.page);
    await expectSleepToWin(app);
  },
);

test('the computer may sleep while a passphrase is still on its way, and nothing opens', async ({
  app,
}) => {
  await openVault(app.page);
  await slowTheLineOfThePage(app);
  await lock(app.page);
  await expectSleepToWin(app);
});

test(
  'a lock comes although the process of the lock before it is not gone yet',
  ALONE,
  async ({ launch }) => {
    const app = await launch();
    const { page } = app;
    await openVault(page);
    await slowTheEndOfTheVault(app, 8000);
    await lock(page);
    await unlock(page);
    await lock(page);
    await unlock(page);
    await sleep(app);
    await expect(unlockButton(page)).toBeVisible({ timeout: 4000 });
    await unlock(page);
  },
);

test('a sleep on the lock screen disturbs nobody', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await lock(page);
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.fill('half a passph');
  await sleep(app);
  await page.waitForTimeout(1000);
  await expect(passphrase).toHaveValue('half a passph');
});

test('no print job outlives a lock or the window', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'zqprinted');
  await app.evaluateMain(({ app: own }) => {
    own.on('browser-window-created', (_event, window) => {
      // A print dialog that nobody answers.
      window.webContents.print = () => {};
    });
  });
  const windows = () =>
    app.evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => window.webContents.getURL().split('/')[2]),
    );
  const print = async (): Promise<void> => {
    const preview = await openPreview(page);
    await pick(preview, 'For', /^Me$/);
    await preview.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(windows).toEqual(['amends', 'print']);
  };

  await print();
  await sleep(app);
  await expect(unlockButton(page)).toBeVisible();
  await expect.poll(windows).toEqual([expect.stringMatching(/^unlock(-again)?$/)]);

  await unlock(page);
  await openOnlyLetter(page);
  await print();
  await closeWindow(app);
  await expectEnd(app);
});
