import { expectNoBarrier } from '../support/axe.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import {
  createVault,
  goToSection,
  lock,
  newLetterButton,
  openVault,
  section,
  startLetter,
  waitUntilSaved,
} from '../support/steps.ts';

firstRun('axe finds nothing on any screen', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByLabel('Passphrase again')).toBeVisible();
  await expectNoBarrier(page, 'welcome');
  await createVault(page);
  await expectNoBarrier(page, 'empty home');
  await newLetterButton(page).click();
  await page.getByRole('option', { name: 'Impact letter' }).click();
  await expectNoBarrier(page, 'gallery');
  await page.keyboard.press('Escape');
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages.');
  await waitUntilSaved(page);
  await expectNoBarrier(page, 'letter');
  await page.keyboard.press('ControlOrMeta+p');
  await expect(page.getByRole('group', { name: /^Page 1 of/ })).toBeVisible();
  await expectNoBarrier(page, 'print preview');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('messages');
  await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
  await expectNoBarrier(page, 'search');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expectNoBarrier(page, 'all writing');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoBarrier(page, 'preferences');
  await page.keyboard.press('Escape');
  await lock(page);
  await expectNoBarrier(page, 'locked');
});

test('axe finds nothing in what opens over a letter', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('combobox', { name: 'Step' }).click();
  await expect(page.getByRole('option', { name: '1 Acknowledge', exact: true })).toBeVisible();
  await expectNoBarrier(page, 'open list of steps');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await startLetter(page, 'Answering letter');
  const points = section(page, 'What I heard, point by point');
  await points.locator('p[dir=auto]').first().click();
  await page.keyboard.type('You lied to me about the money.');
  await expect(points).toContainText('about the money');
  await expectNoBarrier(page, 'answering view');
  await page.getByRole('button', { name: 'Letter actions' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoBarrier(page, 'letter actions');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Date: / }).click();
  await expect(page.getByRole('dialog', { name: 'Date of this letter' })).toBeVisible();
  await expectNoBarrier(page, 'calendar field');
  await page.keyboard.press('Escape');

  await goToSection(page, 'Thank you for telling me');
  await page.keyboard.type('I read it');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await expectNoBarrier(page, 'link');
  await page.keyboard.type('no address');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This does not look like')).toBeVisible();
  await expectNoBarrier(page, 'link that is none');
});

firstRun('the main job can be done with the keyboard alone', async ({ launch }) => {
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
