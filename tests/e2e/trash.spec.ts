import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { letter, openVault, startLetter, title, waitUntilSaved } from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';

/** Writes a letter of one line and deletes it. */
async function writeAndDelete(page: Page, name: string, text: string): Promise<void> {
  await startLetter(page, 'Blank page');
  await title(page).fill(name);
  await letter(page).click();
  await page.keyboard.type(text);
  await waitUntilSaved(page);
  await page.getByRole('button', { name: 'Letter actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete free writing' }).click();
  await expect(page.getByText('Free writing deleted').first()).toBeVisible();
}

const goToTrash = (page: Page) => page.getByRole('button', { name: 'Recently deleted' }).click();
const rows = (page: Page) =>
  page.getByRole('list', { name: 'Deleted writing' }).getByRole('listitem');

test('what was deleted is kept for 30 days, said so, and comes back', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await goToTrash(page);
  await expect(page.getByRole('heading', { name: 'Recently deleted' })).toBeFocused();
  await expect(page.getByText('Nothing here.')).toBeVisible();

  await writeAndDelete(page, 'A hard letter', 'I broke my promise.');
  await expect(page.getByText('It is kept for 30 days.')).toBeVisible();
  await goToTrash(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(/Deleted .*, kept until/);
  await page.getByRole('button', { name: 'Bring back A hard letter' }).click();
  await expect(page.getByText('Nothing here.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Recently deleted' })).toBeFocused();
  // The undo of the deletion goes first.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Bring back A hard letter' }).click();
  await page.getByRole('button', { name: 'All writing' }).last().click();
  await page.getByRole('button', { name: /^A hard letter/ }).click();
  await expect(letter(page)).toContainText('I broke my promise.');
});

test('letting go says what happens, can be left, and erases for good', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeAndDelete(page, 'To be let go', 'these words go away');
  await goToTrash(page);
  await page.getByRole('button', { name: 'Let go of To be let go…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let it go?' });
  await expect(dialog).toContainText('every earlier version of it will be erased');
  await expect(dialog).toContainText('this cannot be undone.');
  await expect(dialog).toContainText('No backup of this vault holds any of it.');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('button', { name: 'Let go of To be let go…' }).click();
  await dialog.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.getByText('It is gone')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(0);
  // The undo of its deletion went with it.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByText('What you write will be listed here')).toBeVisible();
});

test('letting go reaches the backups too when that is wanted', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeAndDelete(page, 'In every backup', 'these words go away');
  await askVault(page, 'snapshots.make', undefined);
  await goToTrash(page);
  await page.getByRole('button', { name: 'Let go of In every backup…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let it go?' });
  await expect(dialog.getByRole('listitem')).toHaveText(/Backup, /);
  const also = dialog.getByRole('switch', { name: 'Remove this backup too' });
  await expect(also).not.toBeChecked();
  await also.press('Space');
  await dialog.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.getByText('It is gone, from the backups too')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  const { snapshots } = await askVault(page, 'snapshots.list', undefined);
  // The one of the day was made before it was written.
  expect(snapshots.map(({ reason }) => reason)).toEqual(['after-erasing', 'daily']);
});

test('what was said before a dialog opened covers none of its buttons', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeAndDelete(page, 'A hard letter', 'words');
  const said = page.getByText('It is kept for 30 days.');
  // It stays for as long as the mouse rests on it.
  await said.hover();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(said).toBeAttached();
  await expect(said).toBeHidden();
});

test('all that was deleted can be let go of at once', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeAndDelete(page, 'The first', 'these words go away');
  await writeAndDelete(page, 'The second', 'and these as well');
  await goToTrash(page);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Let all of it go…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Let them go?' });
  await expect(dialog).toContainText('These 2 pieces of writing');
  await expect(dialog.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await expectNoBarrier(page, 'letting all of it go');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('They are gone')).toBeVisible();
  await expect(page.getByText('Nothing here.')).toBeVisible();
});

test('the view menu leads to what was deleted', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await app.evaluateMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('go.trash')?.click();
  });
  await expect(page.getByRole('heading', { name: 'Recently deleted' })).toBeVisible();
});

/** Five letters, “Letter 1” to “Letter 5”, in this order in the list. */
async function goToFive(page: Page): Promise<void> {
  for (const number of [5, 4, 3, 2, 1]) {
    await writtenLetter(
      page,
      { templateId: null, journeyId: null },
      { title: `Letter ${number}`, blocks: begun => begun },
    );
  }
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByRole('button', { name: /^Letter / })).toHaveCount(5);
}

const boxes = (page: Page) => page.getByRole('main').getByRole('checkbox');
const chosen = (page: Page) => page.getByRole('main').getByRole('checkbox', { checked: true });

test('several are chosen by mouse or by keys, deleted, and brought back with one undo', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await goToFive(page);
  const rowOf = (number: number) =>
    page.getByRole('main').getByText(`Letter ${number}`, { exact: true });

  await rowOf(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(chosen(page)).toHaveText([/^Letter 2/]);
  await rowOf(4).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveText([/^Letter 2/, /^Letter 3/, /^Letter 4/]);
  await rowOf(3).click();
  await expect(page.getByRole('status').filter({ hasText: '2 selected' })).toBeVisible();
  await expectNoBarrier(page, 'selecting');
  await page.keyboard.press('Escape');
  await expect(boxes(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Letter 3/ })).toBeFocused();

  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(boxes(page).nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen(page)).toHaveText([/^Letter 1/, /^Letter 2/]);
  await page.getByRole('button', { name: 'Delete', exact: true }).evaluate(button => {
    // As of a hand that shakes: the second press comes before the first was answered.
    for (const _ of [1, 2]) (button as HTMLElement).click();
  });
  await expect(page.getByText('2 pieces of writing deleted')).toBeVisible();
  const middle = async (of: Locator) => {
    const box = await of.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2);
  };
  const said = page.getByRole('dialog').filter({ hasText: '2 pieces of writing deleted' });
  expect(await middle(said)).toBe(await middle(page.getByRole('main')));
  await expect(boxes(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Letter 3/ })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Letter / })).toHaveCount(3);
  // Now: what is said goes away by itself.
  expect(await page.getByText('no longer in the vault').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Letter / })).toHaveCount(5);
});

test('several are brought back, or let go, at once', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await goToFive(page);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^Letter 1/ }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  // A press beside the rows takes neither the selection nor its keys.
  const main = await page.getByRole('main').boundingBox();
  await page.mouse.click((main?.x ?? 0) + 20, (main?.y ?? 0) + (main?.height ?? 0) - 40);
  await page.keyboard.press('Delete');
  await expect(page.getByText('5 pieces of writing deleted')).toBeVisible();
  await goToTrash(page);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(boxes(page).first()).toBeFocused();
  await page.keyboard.press('Space');
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(3);
  await expectNoBarrier(page, 'selecting in the trash');
  await page.getByRole('button', { name: 'Bring back', exact: true }).click();
  await expect(page.getByText('3 pieces of writing brought back')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  // The undo of the deletion goes first.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(5);

  await page.getByRole('button', { name: 'Select', exact: true }).press('Enter');
  await boxes(page).nth(1).press('Space');
  await boxes(page).nth(3).press('Space');
  await page.getByRole('button', { name: 'Let them go…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let them go?' });
  await expect(dialog).toContainText('These 2 pieces of writing');
  await dialog.getByRole('button', { name: 'Let them go' }).click();
  await expect(page.getByText('They are gone')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(boxes(page)).toHaveCount(0);
});
