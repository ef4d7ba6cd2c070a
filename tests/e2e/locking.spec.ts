import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { tell } from '../proofs/support/scale.ts';
import { ALONE } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import type { RunningApp } from '../support/launch-app.ts';
import {
  openVault,
  goToSection,
  lock,
  openOnlyLetter,
  section,
  SECTION,
  unlock,
  writeLetter,
} from '../support/steps.ts';
import { pidsOf, untilGone } from '../support/processes.ts';
import { askVault } from '../support/vault-calls.ts';

// What opens and closes here moves, as it does for most people.
test.use({ isStill: false });

const unlockButton = (page: Page) => page.getByRole('button', { name: 'Unlock' });

/** Nobody has touched the computer for so long, as its own system would say. */
const beIdle = ({ evaluateMain }: RunningApp, seconds: number): Promise<void> =>
  evaluateMain(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle;
  }, seconds);

const vaultProcess = async (app: RunningApp): Promise<number> =>
  (await pidsOf(app, 'vault'))[0] ?? 0;

test('after five minutes without anyone it locks, with the last words saved', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await beIdle(app, 299);
  await page.waitForTimeout(2500);
  await expect(section(page, SECTION)).toBeVisible();
  await goToSection(page, SECTION);
  await page.keyboard.type(' and the last');
  await beIdle(app, 300);
  await expect(unlockButton(page)).toBeVisible();
  await beIdle(app, 0);
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('first words and the last');
});

test('a clock that is set back a year does not delay it', async ({ app }) => {
  await openVault(app.page);
  await app.evaluateMain(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 365 * 24 * 3_600_000;
  });
  await beIdle(app, 600);
  await expect(unlockButton(app.page)).toBeVisible();
});

test('the time is chosen in the preferences, and kept in the vault', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('combobox', { name: 'Lock by itself after' }).click();
  await page.getByRole('option', { name: 'Never' }).click();
  await expect(page.getByText('While you are away, anyone can read what is open.')).toBeVisible();
  await expectNoBarrier(page, 'preferences');
  await beIdle(app, 100_000);
  await page.waitForTimeout(2500);
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Lock by itself after' }).click();
  await page.getByRole('option', { name: '1 minute' }).click();
  await expect(unlockButton(page)).toBeVisible();
  await beIdle(app, 0);
  await unlock(page);
  expect((await askVault(page, 'settings.get', undefined)).lockAfterMinutes).toBe(1);
  await beIdle(app, 61);
  await expect(unlockButton(page)).toBeVisible();
});

test('a locked screen and a computer that wakes up lock it', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await app.evaluateMain(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'locked';
  });
  await expect(unlockButton(page)).toBeVisible();
  await app.evaluateMain(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'active';
  });
  await unlock(page);
  await app.evaluateMain(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  await expect(unlockButton(page)).toBeVisible();
});

test(
  'quick hide covers at once, takes the window away, and saves and locks behind it',
  ALONE,
  async ({ app }) => {
    const { page } = app;
    await openVault(page);
    await writeLetter(page, 'first words');
    const before = await vaultProcess(app);
    expect(before).not.toBe(0);
    await goToSection(page, SECTION);
    // Told to this process, because the page that measures is gone a moment later.
    const covered = new Promise<number>(resolve => {
      void page.exposeFunction('tellCovered', resolve);
    });
    await page.evaluate(() => {
      let pressed = 0;
      window.addEventListener(
        'keydown',
        event => {
          if (event.key.toLowerCase() === 'l') pressed = performance.now();
        },
        { capture: true },
      );
      new MutationObserver(() => {
        const { tellCovered } = window as unknown as { tellCovered: (ms: number) => void };
        const isGone = getComputedStyle(document.body).visibility === 'hidden';
        if (isGone) tellCovered(performance.now() - pressed);
      }).observe(document.documentElement, { attributes: true });
    });
    await page.keyboard.type(' and the last');
    const gone = untilGone(before);
    const start = performance.now();
    await page.keyboard.press('ControlOrMeta+Shift+l');
    const coveredAfter = await covered;
    expect(coveredAfter).toBeLessThan(300);
    await expect(unlockButton(page)).toBeVisible();
    await gone;
    const goneAfter = performance.now() - start;
    expect(goneAfter).toBeLessThan(2000);
    tell(
      `quick hide: out of sight after ${Math.round(coveredAfter)} ms, the vault process gone after ` +
        `${Math.round(goneAfter)} ms`,
    );
    const isMinimized = await app.evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(window => window.isMinimized()),
    );
    expect(isMinimized).toBe(true);
    await app.evaluateMain(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.restore();
    });
    await unlock(page);
    await openOnlyLetter(page);
    await expect(section(page, SECTION)).toContainText('first words and the last');
  },
);

test('failed attempts are told once, after the next unlock, and the lock screen tells nothing', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await lock(page);
  for (const guess of ['not this one either', 'nor is it this one']) {
    await page.getByLabel('Passphrase', { exact: true }).fill(guess);
    await unlockButton(page).click();
    await expect(page.getByText('That passphrase does not open this vault')).toBeVisible();
  }
  await expect(page.getByRole('main')).not.toContainText(/attempt|failed|last/i);
  await unlock(page);
  const told = page.getByText(/Since then 2 attempts to open the vault failed, the last on/);
  await expect(told).toBeVisible();
  await expectNoBarrier(page, 'home after failed attempts');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await expect(page.getByRole('heading', { name: 'The path' })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('after the third wrong passphrase the lock screen names the other reason there can be', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await lock(page);
  const doubt = page.getByText('the key file may be damaged');
  for (const guess of ['not this one either', 'nor is it this one', 'and not this one']) {
    await expect(doubt).toHaveCount(0);
    await page.getByLabel('Passphrase', { exact: true }).fill(guess);
    await unlockButton(page).click();
    await expect(page.getByText('That passphrase does not open this vault')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  }
  await expect(doubt).toBeVisible();
  await expectNoBarrier(page, 'locked, with a doubt');
});

test('quick hide works on the lock screen too, and forgets what was typed there', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await lock(page);
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('half of my passphr');
  const before = await vaultProcess(app);
  await page.keyboard.press('ControlOrMeta+Shift+l');
  const windows = () =>
    app.evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => [window.isMinimized(), window.getTitle()]),
    );
  await expect.poll(windows).toEqual([[true, 'Amends']]);
  await expect(field).toHaveValue('');
  // A locked vault stays as it is: hiding must not shorten the wait of someone who is guessing.
  expect(await vaultProcess(app)).toBe(before);
  await app.evaluateMain(({ BrowserWindow, Menu }) => {
    for (const window of BrowserWindow.getAllWindows()) window.restore();
    Menu.getApplicationMenu()?.getMenuItemById('vault.quickHide')?.click();
  });
  await expect.poll(windows).toEqual([[true, 'Amends']]);
  await app.evaluateMain(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.restore();
  });
  await expect(field).toBeFocused();
  await unlock(page);
});
