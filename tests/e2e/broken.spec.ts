import { expect, test } from '../support/fixtures.ts';
import {
  createVault,
  goToSection,
  lock,
  PASSPHRASE,
  startLetter,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';

test('a vault process that can not start is tried a few times, and again when asked', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createVault(page);
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

test('when the vault process dies, a print preview says so, and a lock helps', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createVault(page);
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
  await lock(page);
  await unlock(page);
});

test('a page that broke can be locked, and unlocking starts it anew', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createVault(page);
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
