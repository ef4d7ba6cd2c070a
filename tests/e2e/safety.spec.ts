import type { Locator, Page } from '@playwright/test';
import { findTemplate } from '#shared/content/templates.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { openVault, lock, readableIn, startLetter, unlock } from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

const help = (page: Page): Locator => page.getByRole('dialog', { name: 'Help and safety' });
const contacts = (page: Page): Locator =>
  help(page).getByRole('list', { name: 'Your own contacts' });

async function openContacts(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await help(page).getByRole('button', { name: 'Your own contacts' }).press('Enter');
  await expect(help(page).getByRole('region', { name: 'Your own contacts' })).toBeVisible();
}

const caution = (id: string): string => {
  const said = findTemplate(TemplateId.parse(id))?.caution;
  if (said === undefined) throw new Error(`${id} has no caution`);
  return said;
};

test('contacts of my own are added, changed, removed and brought back with the keyboard, and locked away', async ({
  app: { page, userDataDir },
}) => {
  await openVault(page);
  await openContacts(page);
  await help(page).getByRole('button', { name: 'Add a contact' }).press('Enter');
  await expect(page.getByLabel('Name or service')).toBeFocused();
  await page.keyboard.type('Zqmaya');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('How to reach them')).toBeFocused();
  await page.keyboard.type('zq555');
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toContainText('Zqmaya');

  await help(page).getByRole('button', { name: 'Edit Zqmaya' }).press('Enter');
  await page.keyboard.type(' at work');
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeVisible();
  await expect(contacts(page)).not.toContainText('at work');
  await help(page).getByRole('button', { name: 'Edit Zqmaya' }).press('Enter');
  await page.getByLabel('When they can be reached').fill('evenings');
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toContainText('evenings');
  await expect(help(page).getByRole('button', { name: 'Edit Zqmaya' })).toBeFocused();

  await help(page).getByRole('button', { name: 'Remove Zqmaya' }).press('Enter');
  await expect(contacts(page).getByRole('listitem')).toHaveCount(0);
  await expect(help(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toContainText('zq555');
  await page.keyboard.press('Escape');

  await lock(page);
  await page.getByRole('button', { name: 'Help and safety' }).click();
  await expect(help(page)).toBeVisible();
  await expect(help(page).getByRole('button', { name: 'Your own contacts' })).toHaveCount(0);
  expect(await page.content()).not.toMatch(/zq/i);
  expect(readableIn(userDataDir, ['Zqmaya', 'zq555'])).toEqual([]);
  await page.keyboard.press('Escape');

  await unlock(page);
  await openContacts(page);
  await expect(contacts(page)).toContainText('Zqmaya');
});

test('a contact that is being typed is kept when the help is closed or the vault locks', async ({
  app: { page },
}) => {
  await openVault(page);
  await openContacts(page);
  await help(page).getByRole('button', { name: 'Add a contact' }).click();
  await page.keyboard.type('Maya');
  await help(page).getByRole('button', { name: 'Close' }).click();
  await openContacts(page);
  await expect(contacts(page)).toContainText('Maya');
  await help(page).getByRole('button', { name: 'Edit Maya' }).click();
  await page.keyboard.type(' R.');
  await lock(page);
  await unlock(page);
  await openContacts(page);
  await expect(contacts(page)).toContainText('Maya R.');
});

test('a contact that is edited is that one, whichever others are removed or come back meanwhile', async ({
  app: { page },
}) => {
  await openVault(page);
  const named = (name: string) => ({ name, for: '', reach: '', when: '', note: '' });
  const stored = ['Ann', 'Bea', 'Cleo'].map(named);
  await askVault(page, 'settings.update', { contacts: stored });
  await openContacts(page);
  const names = contacts(page).locator('[data-field=name] dd');
  await expect(names).toHaveText(['Ann', 'Bea', 'Cleo']);
  await help(page).getByRole('button', { name: 'Edit Bea' }).click();
  await page.keyboard.type('trice');
  await help(page).getByRole('button', { name: 'Remove Ann' }).click();
  await expect(names).toHaveText(['Cleo']);
  await expect(page.getByLabel('Name or service')).toHaveValue('Beatrice');
  await page.getByLabel('Name or service').press('Enter');
  await expect(names).toHaveText(['Beatrice', 'Cleo']);
  await help(page).getByRole('button', { name: 'Edit Cleo' }).click();
  await page.keyboard.type('patra');
  await help(page).getByRole('button', { name: 'Undo' }).click();
  await expect(names).toHaveText(['Ann', 'Beatrice']);
  await help(page).getByRole('button', { name: 'Close' }).click();
  await openContacts(page);
  await expect(names).toHaveText(['Ann', 'Beatrice', 'Cleopatra']);
});

test('help and the honest limits can be read before the vault is open', async ({
  app: { page },
}) => {
  await openVault(page);
  await lock(page);
  await page.getByRole('button', { name: 'Help and safety' }).press('Enter');
  await expect(help(page)).toContainText('If someone is in danger now');
  await help(page).getByRole('button', { name: 'Honest limits' }).press('Enter');
  await expect(help(page).getByRole('region', { name: 'Honest limits' })).toBeVisible();
  await expectNoBarrier(page, 'help while locked');
});

test('the caution of a letter stands at its start, folds away, and stays in the guide', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  const note = page.getByRole('note');
  await expect(note).toContainText(caution('acknowledgment-letter'));
  await note.getByRole('button', { name: 'Fold away' }).press('Enter');
  await expect(note).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+g');
  const panel = page.getByRole('complementary', { name: 'Beside the letter' });
  await expect(panel).toContainText(caution('acknowledgment-letter'));
  await page.getByRole('button', { name: 'A note before you write' }).click();
  await expect(note).toBeVisible();
});

test("axe finds nothing in the person's own contacts", async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await openContacts(page);
  await expectNoBarrier(page, 'no contacts');
  await help(page).getByRole('button', { name: 'Add a contact' }).click();
  await expectNoBarrier(page, 'a new contact');
  await page.keyboard.type('Maya');
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toContainText('Maya');
  await expectNoBarrier(page, 'contacts');
});
