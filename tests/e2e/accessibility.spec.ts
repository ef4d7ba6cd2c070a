import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import {
  createVault,
  goToSection,
  lock,
  newLetterButton,
  section,
  startLetter,
  waitUntilSaved,
} from '../support/steps.ts';

async function axe(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes.map(n => n.html)[0]}`);
  expect(found).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const { page } = await launch({ colorScheme });
    await expect(page.getByLabel('Passphrase again')).toBeVisible();
    await axe(page, 'welcome');
    await createVault(page);
    await axe(page, 'empty home');
    await newLetterButton(page).click();
    await page.getByRole('option', { name: 'Impact letter' }).click();
    await axe(page, 'gallery');
    await page.keyboard.press('Escape');
    await startLetter(page, 'Letter of acknowledgment');
    await goToSection(page, 'What I did');
    await page.keyboard.type('I read your messages.');
    await waitUntilSaved(page);
    await axe(page, 'letter');
    await page.keyboard.press('ControlOrMeta+p');
    await expect(page.getByRole('group', { name: /^Page 1 of/ })).toBeVisible();
    await axe(page, 'print preview');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+f');
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('messages');
    await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
    await axe(page, 'search');
    await page.keyboard.press('ControlOrMeta+Shift+a');
    await axe(page, 'all writing');
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByRole('dialog')).toBeVisible();
    await axe(page, 'preferences');
    await page.keyboard.press('Escape');
    await lock(page);
    await axe(page, 'locked');
  });
}

test('the main job can be done with the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type('seven stones in the river');
  await page.getByLabel('Passphrase again').focus();
  await page.keyboard.type('seven stones in the river');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Skip for now' })).toBeVisible();
  await page.getByRole('button', { name: 'Skip for now' }).focus();
  await page.keyboard.press('Enter');
  await expect(newLetterButton(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('short');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('From the keyboard');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Letter' })).toBeFocused();
  await page.keyboard.type('Dear M.,');
  await page.keyboard.press('Enter');
  await page.keyboard.type('I told your mother.');
  await waitUntilSaved(page);
  await expect(section(page, 'What I did')).toContainText('I told your mother.');
  await lock(page);
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
});
