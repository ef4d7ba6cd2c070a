import { expectEnd } from '../support/ending.ts';
import { expect, test } from '../support/ready.ts';
import type { RunningApp } from '../support/launch-app.ts';
import {
  openVault,
  goToSection,
  lock,
  openOnlyLetter,
  PASSPHRASE,
  section,
  SECTION,
  startLetter,
  unlock,
  waitUntilSaved,
  writeLetter,
} from '../support/steps.ts';

test('a vault process that can not start is tried a few times, and again when asked', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await app.evaluateMain(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    const state = { forks: 0, isBroken: true };
    Object.assign(globalThis, { state });
    utilityProcess.fork = (module, args, options) => {
      state.forks += 1;
      return fork(state.isBroken ? `${module}.missing` : module, args, {
        ...options,
        stdio: 'ignore',
      });
    };
  });
  const forks = () =>
    app.evaluateMain(() => (globalThis as unknown as { state: { forks: number } }).state.forks);

  await page.keyboard.press('ControlOrMeta+l');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.waitForTimeout(2000);
  const afterwards = await forks();
  expect(afterwards).toBeLessThanOrEqual(5);
  await page.waitForTimeout(2000);
  expect(await forks()).toBe(afterwards);

  await again.click();
  await expect.poll(forks).toBeGreaterThan(afterwards);
  await expect(again).toBeVisible();

  await app.evaluateMain(() => {
    (globalThis as unknown as { state: { isBroken: boolean } }).state.isBroken = false;
  });
  // A try that was still under way fails like the one before it.
  await expect(async () => {
    await again.click({ timeout: 1000 });
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await unlock(page);
});

test('when the vault process dies, whatever is opened says so, and a lock helps', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await app.evaluateMain(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (module, args, options) => {
      const child = fork(module, args, options);
      Object.assign(globalThis, { child });
      return child;
    };
  });
  await lock(page);
  await unlock(page);
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('saved words');
  await waitUntilSaved(page);
  await app.evaluateMain(() => {
    (globalThis as unknown as { child: { kill: () => void } }).child.kill();
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+p');
  const preview = page.getByRole('dialog', { name: 'Print preview' });
  await expect(preview.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const list of ['Commitments', 'Check-ins']) {
    await page.getByRole('navigation').getByRole('button', { name: list }).click();
    await expect(page.getByRole('heading', { name: list })).toBeFocused();
    await expect(page.getByText('What was saved is safe.')).toBeVisible();
  }
  await lock(page);
  await unlock(page);
});

test('a page that broke can be locked, and unlocking starts it anew', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await lock(page);
  await app.evaluateMain(({ app: own }) => {
    const getVersion = own.getVersion.bind(own);
    own.getVersion = () => {
      throw new Error('no version');
    };
    Object.assign(globalThis, { mend: () => Object.assign(own, { getVersion }) });
  });
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  const crash = page.getByRole('alert').filter({ hasText: 'Amends stopped showing this page' });
  await expect(crash).toBeVisible();
  await app.evaluateMain(() => {
    (globalThis as unknown as { mend: () => void }).mend();
  });
  await crash.getByRole('button').click();
  await unlock(page);
});

/** The page crashes, and the next tries to load one fail. */
const crashAndFail = ({ evaluateMain }: RunningApp, times: number): Promise<void> =>
  evaluateMain(({ BrowserWindow, dialog }, failing) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const load = window.loadURL.bind(window);
    let left = failing;
    const crash = () => {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    };
    window.loadURL = url => {
      left -= 1;
      if (left < 0) return load(url);
      // Every other time it is left unanswered.
      setTimeout(crash);
      return left % 2 === 0 ? new Promise(() => {}) : Promise.reject(new Error('ERR_ABORTED'));
    };
    dialog.showErrorBox = title => {
      process.stderr.write(title);
    };
    crash();
  }, times);

test('a page that does not come back at once after a crash comes with a later try', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await writeLetter(page, 'first words');
  await crashAndFail(app, 2);
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('first words');
});

test('of a page that never comes back the person is told, and the app ends', async ({ launch }) => {
  const app = await launch();
  const { userDataDir } = app;
  await openVault(app.page);
  await writeLetter(app.page, 'first words');
  await crashAndFail(app, Number.MAX_SAFE_INTEGER);
  await expectEnd(app);
  expect(app.stderr()).toContain('could not show its window');

  const { page } = await launch({ userDataDir });
  await unlock(page);
  await openOnlyLetter(page);
  await expect(section(page, SECTION)).toContainText('first words');
});
