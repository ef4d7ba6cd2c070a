import { renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/ready.ts';
import { openVault, letter, startLetter, title, waitUntilSaved } from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

/** A letter whose last words no longer reach the disk. */
async function writeWithoutSaving(page: Page, folder: string): Promise<void> {
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('What is saved.');
  await waitUntilSaved(page);
  renameSync(`${folder}/vault/vault.db`, `${folder}/vault/elsewhere.db`);
  await page.keyboard.type(' What is not.');
  await expect(page.getByRole('status').filter({ hasText: /^Not saved/ })).toBeVisible();
}

const question = (page: Page) => page.getByRole('dialog', { name: /are not saved/ });

test('nothing leaves a letter that is not saved without asking', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await writeWithoutSaving(page, app.userDataDir);

  await page.getByRole('button', { name: 'Who is this about?' }).click();
  await question(page).getByRole('button', { name: 'Stay here' }).click();

  await page.getByRole('button', { name: 'Letter actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete free writing' }).click();
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(letter(page)).toContainText('What is saved. What is not.');
  // Closing would ask as well.
  await app.kill();
});

test('Undo brings back what was deleted last, and only that is offered', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  for (const name of ['First', 'Second']) {
    await startLetter(page, 'Blank page');
    await title(page).fill(name);
    await waitUntilSaved(page);
  }
  await page.getByRole('button', { name: 'All writing' }).click();
  for (const name of ['First', 'Second']) {
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await expect(page.getByRole('button', { name: `Delete ${name}` })).toBeHidden();
  }
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(1);
  await undo.click();
  await expect(page.getByRole('button', { name: 'Delete Second' })).toBeAttached();
});

test('a text that was changed elsewhere is saved as new, even when its template is gone', async ({
  app: { page },
}) => {
  await openVault(page);
  const template = await askVault(page, 'templates.create', {
    title: 'Mine',
    step: null,
    kind: 'journal',
    purpose: '',
    sections: [],
  });
  await startLetter(page, 'Mine');
  await letter(page).click();
  await page.keyboard.type('From here.');
  await waitUntilSaved(page);
  await askVault(page, 'templates.trash', template.id);
  const [summary] = await askVault(page, 'entries.list', undefined);
  if (summary === undefined) throw new Error('the letter is not listed');
  const {
    id,
    title: name,
    writtenOn,
    version,
    document,
  } = await askVault(page, 'entries.get', summary.id);
  await page.keyboard.type(' More from here.');
  const other = { id, baseVersion: version, seq: 1, title: name, writtenOn, document };
  await askVault(page, 'entries.saveDraft', { ...other, title: 'From elsewhere' });
  await page.getByRole('button', { name: 'Save as new' }).click();
  await expect(page.getByRole('button', { name: 'Save as new' })).toBeHidden();
  await expect(letter(page)).toContainText('From here. More from here.');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByRole('main')).toContainText('From elsewhere');
});
