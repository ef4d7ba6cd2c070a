import { join } from 'node:path';
import { expectNoBarrier } from '../support/axe.ts';
import { openLetter, vaultWithLetters } from '../support/exporting.ts';
import { expect, test } from '../support/ready.ts';
import { openPreview, pick, waitForPages } from '../support/printing.ts';
import { holdVault, prepareToHold, releaseVault } from '../support/slow-vault.ts';
import { lock, section, unlock } from '../support/steps.ts';
import { answerSave } from '../support/system-dialogs.ts';

test('a copy for the other person: what stays out is shown, the questions come first, and “stop” holds', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  const preview = await openPreview(page);
  await expect(preview.getByRole('combobox', { name: 'For', exact: true })).toContainText('Mara');
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).not.toContainText('zqsteady');

  await preview.getByRole('button', { name: 'Show in the letter' }).click();
  const marked = preview.getByRole('region', { name: 'The letter, with what stays out' });
  await expect(marked.getByRole('group', { name: 'Stays out' }).first()).toContainText('zqsteady');
  await expect(marked).toContainText('zqdeed');
  await expectNoBarrier(page, 'what stays out');
  await preview.getByRole('button', { name: 'Back to the pages' }).click();

  await app.evaluateMain(electron => {
    electron.app.on('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, callback) => {
        Object.assign(globalThis, { printed: true });
        callback?.(true, '');
      };
    });
  });
  const printed = () => app.evaluateMain(() => 'printed' in globalThis);
  await preview.getByRole('button', { name: 'Print', exact: true }).click();
  const gate = page.getByRole('dialog', { name: 'Before this leaves your vault' });
  await gate.getByRole('button', { name: 'No', exact: true }).click();
  await gate.getByRole('button', { name: 'Yes', exact: true }).click();
  await gate.getByRole('button', { name: 'No', exact: true }).click();
  await expect(gate).toContainText('Not from you, not now');
  await expectNoBarrier(page, 'the questions over the preview');
  await expect(gate.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  expect(await printed()).toBe(false);
  // Help lies over the questions, and goes without them.
  await gate.getByRole('button', { name: 'Help and support' }).click();
  const help = page.getByRole('dialog', { name: 'Help and safety' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(gate).toContainText('Not from you, not now');
  await gate.getByRole('button', { name: 'Make a copy for my counsellor' }).click();

  await expect(gate).toHaveCount(0);
  await waitForPages(preview);
  await expect(preview.getByRole('combobox', { name: 'For', exact: true })).toContainText(
    'My counsellor',
  );
  await preview.getByRole('switch', { name: 'Add what is only for me' }).check();
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).toContainText('zqsteady');
  await preview.getByRole('button', { name: 'Print', exact: true }).click();
  await expect.poll(printed).toBe(true);
});

test('while the dialog of the system is open, choosing opens the way for no second one', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  const preview = await openPreview(page);
  await pick(preview, 'For', /^Me$/);
  await app.evaluateMain(electron => {
    const answers: (() => void)[] = [];
    Object.assign(globalThis, { answers });
    electron.app.on('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, callback) => {
        answers.push(() => callback?.(true, ''));
      };
    });
  });
  const dialogs = () =>
    app.evaluateMain(() => (globalThis as unknown as { answers: unknown[] }).answers.length);
  const print = preview.getByRole('button', { name: 'Print', exact: true });
  const save = preview.getByRole('button', { name: 'Save as PDF' });
  await print.click();
  await expect.poll(dialogs).toBe(1);

  await preview.getByRole('switch', { name: 'Date' }).click();
  await waitForPages(preview);
  await pick(preview, 'For', /counsellor/);
  await expect(print).toHaveAttribute('aria-disabled', 'true');
  await expect(save).toBeDisabled();
  await print.click({ force: true });
  expect(await dialogs()).toBe(1);

  await app.evaluateMain(() => {
    for (const answer of (globalThis as unknown as { answers: (() => void)[] }).answers) answer();
  });
  await expect(save).toBeEnabled();
  await print.click();
  await expect.poll(dialogs).toBe(2);
});

test('a copy that is for someone else by the time the questions are known is not asked about', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await prepareToHold(app);
  await lock(page);
  await unlock(page);
  await openLetter(page);
  const preview = await openPreview(page);
  const print = preview.getByRole('button', { name: 'Print', exact: true });
  await holdVault(app);
  await print.click();
  await expect(print).toHaveAttribute('aria-busy', 'true');
  await preview.getByRole('combobox', { name: 'For', exact: true }).click();
  await page.getByRole('option', { name: /counsellor/ }).click();
  await releaseVault(app);
  await waitForPages(preview);
  await expect(print).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('dialog', { name: 'Before this leaves your vault' })).toHaveCount(0);
});

test('pages grow and shrink by keys and buttons, and the choices of paper are kept, with the keyboard alone', async ({
  launch,
}) => {
  const { page } = await launch();
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  const preview = await openPreview(page);
  const paper = preview.getByRole('group', { name: /^Page 1 of/ }).locator('canvas');
  const width = async () => Math.round((await paper.boundingBox())?.width ?? 0);
  const percent = preview.getByRole('status').filter({ hasText: '%' });

  await preview.getByRole('region', { name: 'Pages' }).focus();
  const fitting = await width();
  await page.keyboard.press('ControlOrMeta+=');
  expect(await width()).toBeGreaterThan(fitting);
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('ControlOrMeta+=');
  await expect(percent).toHaveText('200 %');
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('ControlOrMeta+-');
  await expect(percent).toHaveText('50 %');
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(width).toBe(fitting);

  // Whole pages, and how letters are laid out, from the keyboard.
  await preview.getByRole('button', { name: 'Fit page' }).press('Enter');
  const whole = await width();
  expect(whole).toBeLessThan(fitting);
  await preview.getByRole('combobox', { name: 'Layout' }).press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await waitForPages(preview);
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).toContainText(/1 of \d/);
  await preview.getByRole('switch', { name: 'Date' }).press('Space');
  await waitForPages(preview);
  await preview.getByText('More choices').press('Enter');
  await pick(preview, 'Line spacing', /Wide/);
  await expectNoBarrier(page, 'print preview');
  await preview.getByRole('combobox', { name: 'Layout' }).click();
  await page.getByRole('option', { name: /cards/ }).click();
  await expect(preview).toContainText('There is no “I feel” statement in this letter.');
  await expect(preview.getByRole('button', { name: 'Print', exact: true })).toBeDisabled();
  await pick(preview, 'Layout', /Read-aloud/);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  // The zoom counts until the lock, the choices of paper for every letter; for whom for none.
  const again = await openPreview(page);
  await expect.poll(width).toBe(whole);
  await expect(again.getByRole('combobox', { name: 'Layout' })).toContainText('Read-aloud');
  await expect(again.getByRole('switch', { name: 'Date' })).not.toBeChecked();
  await expect(again.getByRole('combobox', { name: 'For', exact: true })).toContainText('Mara');
});

test('after the questions the focus is back on the button, not in the letter behind', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  await section(page, 'What I did').click();
  const file = join(app.userDataDir, 'letter.pdf');
  await answerSave(app, file);
  const preview = await openPreview(page);
  const save = preview.getByRole('button', { name: 'Save as PDF' });
  await save.press('Enter');
  const gate = page.getByRole('dialog', { name: 'Before this leaves your vault' });
  for (const answer of ['No', 'No', 'Yes, they have said so']) {
    await gate.getByRole('button', { name: answer, exact: true }).press('Enter');
  }
  await gate.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
  await expect(preview.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible();
  await expect(save).toBeFocused();
  // What was answered counts until the copy is for someone else.
  const reader = preview.getByRole('combobox', { name: 'For', exact: true });
  for (const other of ['Me', 'Mara']) {
    await reader.click();
    await page.getByRole('option', { name: other, exact: true }).click();
    await expect(reader).toContainText(other);
  }
  await waitForPages(preview);
  await save.press('Enter');
  await expect(gate).toContainText('Question 1 of 3');
});
