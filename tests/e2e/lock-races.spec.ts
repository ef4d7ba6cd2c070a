import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch-app.ts';
import { expectEnd } from '../support/ending.ts';
import { ALONE } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import { suspend } from '../support/late-answers.ts';
import { hasProc, isAlive, pidsOf } from '../support/processes.ts';
import { holdVault, prepareToHold, releaseVault } from '../support/slow-vault.ts';
import {
  openVault,
  lock,
  newLetterButton,
  PASSPHRASE,
  section,
  SECTION,
  unlock,
  writeLetter,
} from '../support/steps.ts';
import { answerOpen } from '../support/system-dialogs.ts';
import { askVault } from '../support/vault-calls.ts';

// What opens and closes here moves, as it does for most people.
test.use({ isStill: false });

const unlockButton = (page: Page) => page.getByRole('button', { name: 'Unlock', exact: true });

/** A letter in a vault whose process can be made to hear nothing. */
async function writeToHold(app: RunningApp): Promise<void> {
  await openVault(app.page);
  await prepareToHold(app);
  await lock(app.page);
  await unlock(app.page);
  await writeLetter(app.page, 'first words');
}

test('started again while it closes, the app starts once more when it is gone', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await prepareToHold(app);
  await lock(page);
  // It is on its way out for as long as its vault is not closed.
  await holdVault(app);
  const started = (again: 'restarts' | 'window') =>
    app.evaluateMain(({ app: running, BrowserWindow }, what) => {
      const seen = globalThis as unknown as { restarts?: number };
      seen.restarts ??= 0;
      running.relaunch = () => {
        seen.restarts = (seen.restarts ?? 0) + 1;
      };
      running.emit('second-instance', {}, [], '');
      const [window] = BrowserWindow.getAllWindows();
      return what === 'restarts' ? seen.restarts : window?.isVisible();
    }, again);
  expect(await started('restarts')).toBe(0);
  await app.evaluateMain(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close();
  });
  expect(await started('restarts')).toBe(1);
  expect(await started('restarts')).toBe(1);
  expect(await started('window')).toBe(false);
  await releaseVault(app);
  await expectEnd(app);
});

test('a sleep takes the keys away of a vault whose database could not be opened', async ({
  launch,
}) => {
  const first = await launch();
  await openVault(first.page);
  await askVault(first.page, 'snapshots.make', undefined);
  await first.close();
  const path = join(first.userDataDir, 'vault', 'vault.db');
  const damaged = readFileSync(path);
  damaged.fill(7, 100, 600);
  writeFileSync(path, damaged);
  const app = await launch({ userDataDir: first.userDataDir });
  const { page } = app;
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await unlockButton(page).click();
  // Whoever has the keys can open a backup, without the passphrase.
  await expect(page.getByRole('button', { name: 'Open with this backup' })).toBeVisible();
  await suspend(app);
  await expect(unlockButton(page)).toBeVisible();
  const backups = await page.evaluate(() => window.bridge.invoke('snapshots.list', undefined));
  expect(backups).toMatchObject({ ok: false, error: { code: 'vault.locked' } });
});

test('the process in which a passphrase was typed ends with the lock', async ({ app }) => {
  test.skip(!hasProc, 'which process is alive is read in /proc, which only Linux has');
  const { page } = app;
  await openVault(page);
  await lock(page);
  const before = await pidsOf(app, 'page');
  await page.getByLabel('Passphrase', { exact: true }).fill('half a passph');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  await expect.poll(() => before.every(isAlive)).toBe(false);
});

test('a vault that does not answer keeps the lock key waiting for seconds, not for good', async ({
  app,
}) => {
  const { page } = app;
  await writeToHold(app);
  await holdVault(app);
  await page.keyboard.type(' and more');
  await page.keyboard.press('ControlOrMeta+l');
  const question = page.getByRole('dialog', { name: /not saved/ });
  await question.getByRole('button', { name: 'Go on without saving' }).click();
  await expect(unlockButton(page)).toBeVisible();
  // One that never answers is killed after ten seconds, and the app does not end before.
  await releaseVault(app);
});

test(
  'the window goes at once when it is closed, however long the vault takes',
  ALONE,
  async ({ app }) => {
    await writeToHold(app);
    await holdVault(app);
    await app.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const state = () =>
      app.evaluateMain(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(window => [
          window.isVisible(),
          window.webContents.getURL().startsWith('app://unlock'),
        ]),
      );
    await expect.poll(state, { timeout: 5000 }).toEqual([[false, true]]);
    await expectEnd(app, 30_000);
  },
);

test('a lock that was asked for before another one does not lock what was opened since', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  const late = await app.evaluateMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const send = window?.webContents.send.bind(window.webContents);
    // The page never hears that it should save, so that the lock by hand waits for its answer.
    if (window !== undefined && send !== undefined) {
      window.webContents.send = (channel, ...told: unknown[]) => {
        const [event] = told as { type: string }[];
        if (event?.type !== 'flush') send(channel, ...told);
      };
    }
    return window !== undefined;
  });
  expect(late).toBe(true);
  await page.keyboard.press('ControlOrMeta+l');
  // As when the page crashes, which locks without asking.
  await app.evaluateMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  });
  await unlock(page);
  await page.waitForTimeout(5500);
  await expect(newLetterButton(page)).toBeVisible();
});

test('a form that is open when sleep and screen lock come together is kept once', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sunday letter');
  await app.evaluateMain(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('lock-screen');
  });
  await expect(unlockButton(page)).toBeVisible();
  await unlock(page);
  const templates = await askVault(page, 'templates.list', undefined);
  expect(templates.map(({ title }) => title)).toEqual(['Sunday letter']);
});

test('a folder that was chosen too late leads away from no open vault', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await lock(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await app.evaluateMain(({ dialog }) => {
    dialog.showOpenDialog = () =>
      new Promise(resolve => {
        Object.assign(globalThis, { choose: resolve });
      });
  });
  const added = page.evaluate(() => window.bridge.invoke('shell.addVault', undefined));
  added.catch(() => {});
  await unlockButton(page).click();
  await expect(newLetterButton(page)).toBeVisible();
  await writeLetter(page, 'first words');
  await app.evaluateMain((_electron, folder) => {
    const { choose } = globalThis as unknown as { choose: (chosen: unknown) => void };
    choose({ canceled: false, filePaths: [folder] });
  }, app.userDataDir);
  await page.waitForTimeout(1500);
  await expect(section(page, SECTION)).toContainText('first words');
});

test('a move of the vault keeps what stands in an open form', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sunday letter');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Move to another folder…' }).click();
  const home = join(app.userDataDir, 'home');
  mkdirSync(home);
  await answerOpen(app, [home]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('Your vault has moved.')).toBeVisible();
  await unlock(page);
  const templates = await askVault(page, 'templates.list', undefined);
  expect(templates.map(({ title }) => title)).toEqual(['Sunday letter']);
});
