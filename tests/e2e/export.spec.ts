import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { paragraphOf } from '#shared/domain/document.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { openLetter, vaultWithLetters } from '../support/exporting.ts';
import { expect, test } from '../support/ready.ts';
import { holdUntilLock, suspend } from '../support/late-answers.ts';
import type { RunningApp } from '../support/launch-app.ts';
import { lock, section, unlock, waitUntilSaved } from '../support/steps.ts';
import { writtenLetter } from '../support/vault-calls.ts';
import { answerOpen, answerSave } from '../support/system-dialogs.ts';

const SEAL = 'paper boats on a slow canal';

const dialog = (page: Page, name = 'Export'): Locator =>
  page.getByRole('dialog', { name, exact: true });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'What goes' });
const exportButton = (page: Page): Locator => dialog(page).getByRole('button', { name: 'Export…' });

async function pick(page: Page, label: string, option: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Opens the dialog as the keyboard does, for a reader. */
async function openExport(page: Page, forWhom: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+e');
  await dialog(page).getByRole('radio', { name: forWhom }).check();
}

/** What the person answers when the system asks for a place; null closes that window. */
async function answerPlace(app: RunningApp, path: string | null): Promise<void> {
  await answerSave(app, path);
  await answerOpen(app, path === null ? [] : [path]);
}

/** A folder that is not the vault's, gone with the test. */
function outside(app: RunningApp): string {
  const folder = join(app.userDataDir, 'outside');
  mkdirSync(folder, { recursive: true });
  return folder;
}

test('a letter goes to the counsellor as Markdown, and what is only for the writer stays', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  const part = section(page, 'What it did to you');
  await part.hover();
  await part.getByRole('button', { name: 'Section actions' }).click();
  await page.getByRole('menuitemradio', { name: 'Only for me', exact: true }).click();
  await expect(part).toContainText('Only for you');
  // And some words of a part that goes along.
  const words = section(page, 'What I did').getByText('I read your messages, zqdeed.');
  await words.dblclick({ position: { x: 30, y: 8 } });
  await page.getByRole('button', { name: 'Readers: Everyone' }).click();
  await page.getByRole('menuitemradio', { name: /^Only for me(?!:)/ }).click();
  await expect(section(page, 'What I did').locator('[data-readers=private]')).toHaveText('read');
  await page.keyboard.press('ControlOrMeta+s');
  await waitUntilSaved(page);

  await openExport(page, 'For my counsellor');
  await pick(page, 'As', 'Markdown');
  await expect(preview(page)).toContainText('1 piece of writing');
  await expect(preview(page)).toContainText('Section “What it did to you”: only for you');
  await expect(preview(page)).toContainText('You slept badly, zqnight.');
  // What goes is shown as well as what stays.
  await expect(preview(page)).toContainText('Goes along:Dear Mara');
  await expect(preview(page)).toContainText('I am sorry, zqsorry.');
  await expect(preview(page)).toContainText('Some words in “What I did”: only for you');
  const file = join(outside(app), 'copy.md');
  await answerPlace(app, file);
  await exportButton(page).click();
  await expect(dialog(page, 'It is written')).toContainText(file);

  const text = readFileSync(file, 'utf8');
  expect(text).toContain('your messages, zqdeed.');
  expect(text).not.toContain('read');
  expect(text).toContain('I am sorry, zqsorry.');
  expect(text).not.toMatch(/zqnight|zqsteady|zqtitle|zqunsent/);
  expect(readdirSync(outside(app))).toEqual(['copy.md']);

  await page.getByRole('button', { name: 'What was let out' }).click();
  const receipts = dialog(page, 'What was let out').getByRole('list', { name: 'What was let out' });
  await expect(receipts).toContainText('for my counsellor · Markdown · 1 piece of writing');
  await expect(receipts).toContainText('What I did, zqtitle');
});

test('everything goes into a sealed zip; what was not to be sent only by a tick of its own', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openExport(page, 'For me');
  await pick(page, 'What', 'Everything');
  await pick(page, 'As', 'Plain text');
  await expect(preview(page)).toContainText('1 piece of writing');
  const tick = preview(page).getByRole('checkbox', { name: 'Never to be sent' });
  await tick.check();
  await expect(preview(page)).toContainText('2 pieces of writing');
  // For another reader it has to be ticked anew.
  await dialog(page).getByRole('radio', { name: 'For my counsellor' }).check();
  await expect(tick).not.toBeChecked();
  await dialog(page).getByRole('radio', { name: 'For me' }).check();
  await tick.check();

  await dialog(page).getByRole('switch', { name: 'Protect with a passphrase' }).check();
  await exportButton(page).click();
  await expect(dialog(page).getByText('Use at least')).toBeVisible();
  const file = join(outside(app), 'letters.zip.age');
  await answerPlace(app, file);
  // Enter leads on, field by field, and then exports.
  await expect(page.getByLabel('Passphrase for this file')).toBeFocused();
  await page.keyboard.type(SEAL);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('The same passphrase again')).toBeFocused();
  await page.keyboard.type(SEAL);
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'It is written')).toContainText('2 pieces of writing');

  const opener = new Decrypter();
  opener.addPassphrase(SEAL);
  const files = unzipSync(await opener.decrypt(readFileSync(file)));
  const texts = Object.values(files).map(bytes => new TextDecoder().decode(bytes));
  expect(texts).toHaveLength(2);
  expect(texts.join('\n')).toMatch(/zqnight[\s\S]*zqunsent|zqunsent[\s\S]*zqnight/);
  expect(Object.keys(files).join()).not.toContain('Never');
});

test('cancelled while the system asks for a place, or while it runs, it leaves nothing', async ({
  app,
}) => {
  const { page } = app;
  const { journeyId } = await vaultWithLetters(page, 'caused-harm');
  const many: EntryId[] = [];
  for (let n = 0; n < 40; n++) {
    const made = await writtenLetter(
      page,
      { templateId: null, journeyId },
      { title: `Page ${n}`, blocks: () => [paragraphOf(`Words of page ${n}. `.repeat(200))] },
    );
    many.push(made.id);
  }
  await openExport(page, 'For me');
  await expect(preview(page)).toContainText(`${many.length + 1} pieces of writing`);
  await answerPlace(app, null);
  await exportButton(page).click();
  await expect(preview(page).getByText('Cancelled. Nothing was written.')).toBeVisible();

  const folder = outside(app);
  await answerPlace(app, folder);
  await exportButton(page).click();
  await expect(dialog(page, 'Exporting').getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview(page).getByText('Cancelled. Nothing was written.')).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);
  await page.getByRole('button', { name: 'What was let out' }).click();
  await expect(page.getByText('Nothing was let out yet.')).toBeVisible();
});

test('a letter that reaches the main process after a lock becomes no PDF', async ({ app }) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  const held = await holdUntilLock(app, 'exports.next');
  await lock(page);
  await unlock(page);
  await openLetter(page);
  await openExport(page, 'For me');
  const folder = outside(app);
  await answerPlace(app, join(folder, 'copy.pdf'));
  await exportButton(page).click();
  await expect.poll(held).toMatchObject({ isHeld: true });
  await suspend(app);
  await expect.poll(held).toEqual({ isHeld: true, isReleased: true, windows: 0 });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that is not there is named, and another one can be chosen', async ({ app }) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  await openExport(page, 'For me');
  await pick(page, 'As', 'Web page');
  const gone = join(outside(app), 'gone', 'copy.html');
  await answerPlace(app, gone);
  await exportButton(page).click();
  await expect(preview(page).getByRole('alert')).toContainText('That place cannot be reached');
  await expect(preview(page).getByRole('alert')).toContainText(gone);

  const file = join(outside(app), 'copy.html');
  await answerPlace(app, file);
  await exportButton(page).click();
  await expect(dialog(page, 'It is written')).toContainText(file);
  expect(readFileSync(file, 'utf8')).toContain('zqnight');
});

test('who caused harm gets no copy for the other person after “stop”, but one for a counsellor', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openLetter(page);
  await openExport(page, 'For Mara');
  const folder = outside(app);
  await answerPlace(app, join(folder, 'copy.pdf'));
  await exportButton(page).click();
  const gate = dialog(page, 'Before this leaves your vault');
  await gate.getByRole('button', { name: 'No', exact: true }).click();
  await gate.getByRole('button', { name: 'Yes', exact: true }).click();
  await gate.getByRole('button', { name: 'Yes, they have said so' }).click();
  await expect(gate.getByRole('heading', { name: 'Not from you, not now' })).toBeFocused();
  // It is not gone because the questions were closed.
  await page.keyboard.press('Escape');
  await exportButton(page).click();
  await expect(gate.getByRole('heading', { name: 'Not from you, not now' })).toBeVisible();
  await expect(gate).toContainText('Then hearing from you can feel like danger');
  await expect(gate.getByRole('button', { name: /continue/i })).toHaveCount(0);
  expect(readdirSync(folder)).toEqual([]);

  await gate.getByRole('button', { name: 'Make a copy for my counsellor' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'For my counsellor' })).toBeChecked();
  await pick(page, 'As', 'Plain text');
  await answerPlace(app, join(folder, 'copy.txt'));
  await exportButton(page).click();
  await expect(dialog(page, 'It is written')).toBeVisible();
  expect(readdirSync(folder)).toEqual(['copy.txt']);

  // Nothing of the answers is kept when the reader changes: they are asked again.
  await page.getByRole('button', { name: 'Export something else' }).click();
  await dialog(page).getByRole('radio', { name: 'For Mara' }).check();
  await exportButton(page).click();
  await expect(gate).toContainText('Question 1 of 3');
});

test('who was hurt is told what to think of and goes on, with the keyboard alone', async ({
  app,
}) => {
  const { page } = app;
  await vaultWithLetters(page, 'was-hurt');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(dialog(page)).toBeVisible();
  const until = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate(element => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await until(dialog(page).getByRole('radio', { name: 'For me' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: 'For Mara' })).toBeChecked();
  await until(dialog(page).getByRole('combobox', { name: 'As', exact: true }));
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'PDF' }).waitFor();
  await page.keyboard.press('p');
  await page.keyboard.press('l');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('combobox', { name: 'As', exact: true })).toHaveText(
    /Plain text/,
  );
  await expect(preview(page)).toContainText('1 piece of writing');
  const file = join(outside(app), 'copy.txt');
  await answerPlace(app, file);
  await until(exportButton(page));
  await page.keyboard.press('Enter');

  const gate = dialog(page, 'Before this leaves your vault');
  // The dialog is read out from its title; each question after that has the focus when it comes.
  await until(gate.getByRole('button', { name: 'Yes', exact: true }));
  await page.keyboard.press('Enter');
  for (const question of ['a court case', 'Once it is out']) {
    await expect(gate.getByRole('heading', { name: question })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(gate.getByRole('heading', { name: 'Not yet' })).toBeFocused();
  await expect(gate).toContainText('Trust that worry.');
  await until(gate.getByRole('button', { name: 'I have thought about it, continue' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'It is written')).toContainText(file);
  expect(readFileSync(file, 'utf8')).not.toContain('zqunsent');
  // Another copy of the same for her is not asked about again, until it was to be for someone else.
  await page.getByRole('button', { name: 'Export something else' }).press('Enter');
  await expect(exportButton(page)).toBeEnabled();
  await until(exportButton(page));
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'It is written')).toContainText(file);
  await page.getByRole('button', { name: 'Export something else' }).press('Enter');
  await dialog(page).getByRole('radio', { name: 'For me' }).check();
  await dialog(page).getByRole('radio', { name: 'For Mara' }).check();
  // What goes along is looked up anew for each reader; until then there is nothing to press.
  await expect(exportButton(page)).toBeEnabled();
  await exportButton(page).press('Enter');
  await expect(gate).toContainText('Question 1 of 3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('axe finds nothing in the dialogs of export', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await vaultWithLetters(page, 'caused-harm');
  await openExport(page, 'For Mara');
  await pick(page, 'What', 'Chosen letters');
  await expectNoBarrier(page, 'nothing chosen');
  await pick(page, 'What', 'Everything');
  await dialog(page).getByRole('switch', { name: 'Protect with a passphrase' }).check();
  await expect(preview(page)).toContainText('1 piece of writing');
  await expectNoBarrier(page, 'choices');
  await dialog(page).getByRole('switch', { name: 'Protect with a passphrase' }).uncheck();
  await exportButton(page).click();
  const gate = dialog(page, 'Before this leaves your vault');
  await expectNoBarrier(page, 'question');
  for (const answer of ['No', 'No', 'No']) {
    await gate.getByRole('button', { name: answer, exact: true }).click();
  }
  await expect(gate.getByRole('heading', { name: 'Not from you, not now' })).toBeVisible();
  await expectNoBarrier(page, 'stop');
  await gate.getByRole('button', { name: 'Make a copy for my counsellor' }).click();
  await answerPlace(app, join(outside(app), 'copy.pdf'));
  await exportButton(page).click();
  await expect(dialog(page, 'It is written')).toBeVisible();
  await expectNoBarrier(page, 'done');
  await page.getByRole('button', { name: 'What was let out' }).click();
  await expect(page.getByRole('list', { name: 'What was let out' })).toBeVisible();
  await expectNoBarrier(page, 'receipts');
});
