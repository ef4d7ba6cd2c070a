import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import { holdUntilLock, suspend } from '../support/late-answers.ts';
import type { RunningApp } from '../support/launch-app.ts';
import {
  createVault,
  lock,
  newLetterButton,
  openVault,
  PASSPHRASE,
  unlock,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';
import { answerSave } from '../support/system-dialogs.ts';

const NEXT = 'eleven lanterns over the old bridge';

const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page) => page.getByRole('textbox', { name: 'Recovery code' });

/** The code, as it stands in the dialog. */
const shownCode = async (page: Page): Promise<string> =>
  (await page.getByRole('group', { name: 'Recovery code' }).locator('span').allTextContents()).join(
    '-',
  );

async function preferences(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
}

/** What the app itself put on the clipboard last. */
const clipboardOf = ({ evaluateMain }: RunningApp): Promise<string> =>
  evaluateMain(({ clipboard }) => clipboard.readText());

firstRun(
  'the code is shown at set-up, kept, typed back, and home reminds of it until then',
  async ({ launch }) => {
    const app = await launch();
    const { page } = app;
    await createVault(page);
    const card = page.getByRole('region', { name: 'Keep your recovery code' });
    await card.getByRole('button', { name: 'Show the code…' }).click();
    await expect(dialog(page)).toContainText(
      'It opens this vault if the passphrase is ever forgotten',
    );
    const code = await shownCode(page);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{2}$/);
    await expectNoBarrier(page, 'recovery code');

    // Putting it off loses nothing: it is there again.
    await dialog(page).getByRole('button', { name: 'I will do this later' }).click();
    await card.getByRole('button', { name: 'Show the code…' }).click();
    expect(await shownCode(page)).toBe(code);

    const file = join(app.userDataDir, 'code.txt');
    await answerSave(app, file);
    await dialog(page).getByRole('button', { name: 'Save as file' }).click();
    await expect(dialog(page).getByRole('status')).toContainText('This copy is not locked');
    expect(readFileSync(file, 'utf8')).toContain(code);
    expect(readFileSync(file, 'utf8')).toContain('This copy is not locked');

    await dialog(page).getByRole('button', { name: 'Type it back' }).click();
    await expect(field(page)).toBeFocused();
    await expectNoBarrier(page, 'typing it back');
    await page.keyboard.type(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('alert')).toContainText('not a whole recovery code');
    await field(page).fill(code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText('That is your recovery code. Keep it safe.')).toBeVisible();
    await expect(card).toHaveCount(0);
    await preferences(page);
    const vault = page.getByRole('dialog', { name: 'Preferences' });
    await expect(vault).toContainText(/Recovery code made on .+, typed back on .+\./);
    await expect(vault.getByRole('button', { name: 'Show the code…' })).toHaveCount(0);
  },
);

firstRun(
  'the code prints as a page of its own, and leaves the clipboard with the lock',
  async ({ launch }) => {
    const app = await launch();
    const { page } = app;
    await createVault(page);
    await page.getByRole('button', { name: 'Show the code…' }).click();
    const code = await shownCode(page);
    await app.evaluateMain(({ app: own }) => {
      own.on('browser-window-created', (_event, window) => {
        window.webContents.print = (_options, done) => {
          void window.webContents.printToPDF({}).then(pdf => {
            Object.assign(globalThis, { pdf, at: window.webContents.getURL() });
            done?.(true, '');
          });
        };
      });
    });
    await dialog(page).getByRole('button', { name: 'Print it' }).click();
    await expect(dialog(page).getByRole('status')).toContainText('Sent to the printer');
    const printed = await app.evaluateMain(() => {
      const { pdf, at } = globalThis as unknown as { pdf: Uint8Array; at: string };
      return { pdf: new Uint8Array(pdf), at };
    });
    expect(printed.at).toMatch(/^app:\/\/print\//);
    const paper = join(app.userDataDir, 'paper.pdf');
    writeFileSync(paper, printed.pdf);
    const text = execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(code.replaceAll('-', ' '));
    expect(text).toContain('whoever has it can open the vault');

    await dialog(page).getByRole('button', { name: 'Copy' }).click();
    await expect(dialog(page).getByRole('status')).toContainText('The clipboard is cleared');
    expect(await clipboardOf(app)).toBe(code);
    await page.keyboard.press('Escape');
    await lock(page);
    await expect.poll(() => clipboardOf(app)).toBe('');

    await unlock(page);
    const card = page.getByRole('region', { name: 'Your recovery code has not been typed back' });
    await card.getByRole('button', { name: 'Type it in…' }).click();
    await field(page).fill(code);
    await page.keyboard.press('Enter');
    await expect(card).toHaveCount(0);
  },
);

firstRun('closing the print dialog of the system is not said to be a print', async ({ app }) => {
  const { page } = app;
  await createVault(page);
  await page.getByRole('button', { name: 'Show the code…' }).click();
  await app.evaluateMain(({ app: own }) => {
    own.on('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, done) => {
        Object.assign(globalThis, { isAsked: true });
        done?.(false, 'Print job canceled');
      };
    });
  });
  const print = dialog(page).getByRole('button', { name: 'Print it' });
  await print.click();
  await expect.poll(() => app.evaluateMain(() => 'isAsked' in globalThis)).toBe(true);
  await expect(print).not.toHaveAttribute('aria-busy');
  await expect(dialog(page).getByRole('status')).toContainText('The code can be looked at until');
});

test('a code that reaches the main process after a lock goes to no printer', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  const held = await holdUntilLock(app, 'vault.recoverySheet');
  await lock(page);
  await unlock(page);
  await preferences(page);
  await dialog(page).getByRole('button', { name: 'Make a new code…' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Print it' }).click();
  await expect.poll(held).toMatchObject({ isHeld: true });
  await suspend(app);
  await expect.poll(held).toEqual({ isHeld: true, isReleased: true, windows: 0 });
});

firstRun('the code leaves the clipboard after half a minute', async ({ launch }) => {
  const app = await launch();
  await createVault(app.page);
  await app.page.getByRole('button', { name: 'Show the code…' }).click();
  await dialog(app.page).getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => clipboardOf(app)).not.toBe('');
  await app.page.waitForTimeout(20_000);
  expect(await clipboardOf(app)).not.toBe('');
  await expect.poll(() => clipboardOf(app)).toBe('');
});

firstRun('what someone else copied stays on the clipboard', async ({ launch }) => {
  const app = await launch();
  await createVault(app.page);
  await app.page.getByRole('button', { name: 'Show the code…' }).click();
  await dialog(app.page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(app.page).getByRole('status')).toContainText('The clipboard is cleared');
  await app.evaluateMain(({ clipboard }) => clipboard.writeText('a shopping list'));
  await app.page.keyboard.press('Escape');
  await lock(app.page);
  await app.page.waitForTimeout(500);
  expect(await clipboardOf(app)).toBe('a shopping list');
});

firstRun('the code opens the vault, from the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  await createVault(page);
  const { recoveryCode } = await askVault(page, 'vault.newRecoveryCode', undefined);
  await lock(page);
  await page.getByRole('button', { name: 'Use your recovery code' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await expectNoBarrier(page, 'unlocking with the code');
  await page.keyboard.type('0000-0000-0000-0000-0000-0000-0000-0000-00');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That recovery code does not open this vault')).toBeVisible();
  await field(page).fill(recoveryCode ?? '');
  await page.keyboard.press('Enter');
  await expect(newLetterButton(page)).toBeVisible();
});

firstRun(
  'with the code a forgotten passphrase is replaced, and a new code is given',
  async ({ launch }) => {
    const { page } = await launch();
    await createVault(page);
    const { recoveryCode } = await askVault(page, 'vault.newRecoveryCode', undefined);
    await lock(page);
    await page.getByRole('button', { name: 'Use your recovery code' }).click();
    await field(page).fill(recoveryCode ?? '');
    await page.getByRole('radio', { name: 'Set a new passphrase' }).check();
    await page.getByLabel('New passphrase', { exact: true }).fill(NEXT);
    await page.getByLabel('New passphrase again').fill(NEXT);
    await expectNoBarrier(page, 'a new passphrase with the code');
    await page.getByRole('button', { name: 'Set passphrase and open' }).click();
    await expect(page.getByRole('dialog', { name: 'Your recovery code' })).toBeVisible();
    const fresh = await shownCode(page);
    expect(fresh).not.toBe(recoveryCode);
    await dialog(page).getByRole('button', { name: 'Type it back' }).click();
    await field(page).fill(fresh);
    await page.keyboard.press('Enter');
    await expect(newLetterButton(page)).toBeVisible();
    await expect(page.getByRole('region', { name: /recovery code/ })).toHaveCount(0);
    await lock(page);
    await unlock(page, NEXT);
  },
);

firstRun('a new code takes the place of the old one', async ({ launch }) => {
  const { page } = await launch();
  await createVault(page);
  const { recoveryCode: old } = await askVault(page, 'vault.newRecoveryCode', undefined);
  await preferences(page);
  await dialog(page).getByRole('button', { name: 'Make a new code…' }).click();
  await expectNoBarrier(page, 'a new code');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Your recovery code' })).toBeVisible();
  const fresh = await shownCode(page);
  expect(fresh).not.toBe(old);
  await dialog(page).getByRole('button', { name: 'Type it back' }).click();
  await field(page).fill(old ?? '');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('not the newest one');
});

test('"someone may know it" says what it can not undo, then gives the vault new keys', async ({
  launch,
}) => {
  const { page } = await launch();
  await openVault(page);
  await preferences(page);
  await dialog(page).getByRole('button', { name: 'Someone may know it…' }).click();
  await expect(dialog(page)).toContainText('What it can not undo');
  await expect(dialog(page)).toContainText('still open with the old passphrase');
  await expectNoBarrier(page, 'what new keys do');
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Current passphrase')).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.getByLabel('New passphrase', { exact: true }).fill(NEXT);
  await page.getByLabel('New passphrase again').fill(NEXT);
  await expectNoBarrier(page, 'making new keys');
  await dialog(page).getByRole('button', { name: 'Make new keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Your recovery code' })).toBeVisible({
    timeout: 45_000,
  });
  await page.keyboard.press('Escape');
  await lock(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase does not open this vault')).toBeVisible();
  await unlock(page, NEXT);
});

test('the passphrase is changed with the keyboard, and a wrong one of before is brought into sight', async ({
  app: { page },
}) => {
  // So low that the field is out of sight when the button is pressed, which never is.
  await page.setViewportSize({ width: 900, height: 480 });
  await openVault(page);
  await preferences(page);
  await dialog(page).getByRole('button', { name: 'Change passphrase' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Change passphrase' });
  const current = form.getByLabel('Current passphrase');
  const next = 'another good passphrase here';
  await expect(current).toBeFocused();
  const button = form.getByRole('button', { name: 'Change passphrase' });
  await expect(button).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('not the one');
  await form.getByLabel('New passphrase', { exact: true }).fill(next);
  // Enter goes to what is missing.
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('New passphrase again')).toBeFocused();
  await page.keyboard.type(next);
  await button.press('Enter');
  const wrong = form.getByText('That passphrase does not open this vault');
  await expect(wrong).toBeInViewport({ ratio: 1 });
  await expect(current).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await lock(page);
  await unlock(page, next);
});
