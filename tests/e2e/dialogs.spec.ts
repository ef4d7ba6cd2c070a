import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { openVault } from '../support/steps.ts';

// What opens and closes here moves, as it does for most people.
test.use({ isStill: false });

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

/** Each key that opens something over a dialog, and what it opens. */
const OVER = [
  ['F1', 'Help and safety'],
  ['ControlOrMeta+,', 'Preferences'],
  ['ControlOrMeta+/', 'Keyboard shortcuts'],
] as const;

test('help, preferences and shortcuts lie over a form, and what was typed is there below them', async ({
  app: { page },
}) => {
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'New template' }).click();
  const form = dialog(page, 'New template');
  const field = (name: string) => form.getByRole('textbox', { name, exact: true });
  await field('Name').fill('Sunday letter');
  await form.getByRole('button', { name: 'Add a section' }).click();
  await field('Heading').fill('How it was');
  for (const [key, over] of OVER) {
    await page.keyboard.press(key);
    await expect(dialog(page, over)).toBeVisible();
    // Again, it is open already.
    await page.keyboard.press(key);
    if (key === 'F1') await expectNoBarrier(page, 'help over a form');
    await page.keyboard.press('Escape');
    await expect(dialog(page, over)).toBeHidden();
    await expect(field('Heading')).toHaveValue('How it was');
    await expect(field('Heading')).toBeFocused();
  }
  // One after the other: only what is no form gives way.
  await page.keyboard.press('ControlOrMeta+/');
  await page.keyboard.press('F1');
  await expect(dialog(page, 'Keyboard shortcuts')).toBeHidden();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByRole('option', { name: 'Sunday letter' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a journey that is being described stays below the help', async ({ app: { page } }) => {
  await openVault(page);
  await page.getByRole('button', { name: 'Who is this about?' }).click();
  await page.getByLabel('Their name or initials').fill('M.');
  await page.getByRole('radio', { name: 'Partner', exact: true }).check();
  await page.getByRole('radio', { name: 'I was hurt', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^Journey: / }).click();
  await page.getByRole('menuitem', { name: 'New journey…' }).click();
  const name = dialog(page, 'New journey').getByLabel('Their name or initials');
  await name.fill('Ben');
  await page.keyboard.press('F1');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Ben');
});
