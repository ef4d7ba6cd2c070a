import type { Locator, Page } from '@playwright/test';
import type { NewJourney } from '#shared/domain/journey.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  goToSection,
  letter,
  section,
  startLetter,
  title,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

// What opens and closes here moves, as it does for most people.
test.use({ isStill: false });

const aJourney = (personName: string): NewJourney => ({
  personName,
  relationship: 'friend',
  role: 'was-hurt',
  breaches: [],
  startedOn: null,
});

const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Beside the letter' });

test('the guide opens by a key, leads to the parts of the letter, and Escape gives the focus back', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages.');
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(page.getByRole('tab', { name: 'Guide' })).toBeFocused();
  await expect(panel(page).getByRole('button', { name: 'What I did', exact: true })).toBeVisible();
  const blank = panel(page).getByRole('button', { name: /^What it did to you.*not written yet/ });
  await expect(blank).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(letter(page)).toBeFocused();
  await page.keyboard.type(' Twice.');
  await expect(section(page, 'What I did')).toContainText('I read your messages. Twice.');

  await page.keyboard.press('ControlOrMeta+Shift+g');
  await blank.press('Enter');
  await expect(letter(page)).toBeFocused();
  await page.keyboard.type('You sleep badly.');
  await expect(section(page, 'What it did to you')).toContainText('You sleep badly.');
  await expect(panel(page).getByRole('button', { name: /^What it did to you$/ })).toBeVisible();

  const last = panel(page).getByRole('button', { name: /^Before you finish/ });
  await expect(last).toHaveAccessibleName(/nothing ticked yet$/);
  await section(page, 'Before you finish').getByRole('checkbox').first().click();
  await expect(last).toHaveAccessibleName('Before you finish');
});

test('a key right after a press in the text leads to the panel, and the text does not take it back', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages.');
  await section(page, 'What I did').getByText('messages').hover();
  // In one breath: the browser tells of the new caret only after all of this.
  await Promise.all([
    page.mouse.down(),
    page.mouse.up(),
    page.keyboard.press('ControlOrMeta+Shift+g'),
  ]);
  await expect(panel(page)).toBeVisible();
  // What must not happen would happen within a few frames.
  await page.waitForTimeout(200);
  await expect(page.getByRole('tab', { name: 'Guide' })).toBeFocused();
});

test('a new letter begins in its title, whatever stands beside it', async ({ app: { page } }) => {
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).press('ControlOrMeta+Shift+g');
  await expect(page.getByRole('tab', { name: 'Guide' })).toBeFocused();
  for (const name of ['Short acknowledgment', 'Impact map']) {
    await page.keyboard.press('ControlOrMeta+n');
    await page.keyboard.type(name);
    await expect(page.getByRole('option', { selected: true })).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveValue(new RegExp(name));
    await expect(title(page)).toBeFocused();
  }
});

test('the pointer opens it without taking the caret, and the tabs are walked with the arrows', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.getByRole('button', { name: 'Guide' }).click();
  await expect(panel(page)).toBeVisible();
  await expect(letter(page)).toBeFocused();
  await page.getByRole('tab', { name: 'Guide' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Feelings' })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Feelings' })).toBeVisible();
  await expectNoBarrier(page, 'the feelings beside a letter');
  await page.getByRole('tab', { name: 'Feelings' }).press('Home');
  await expectNoBarrier(page, 'the guide beside a letter');
});

test('an impact map is made of areas in my order, and a letter of the map', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Impact map');
  await expect(page.getByRole('tab', { name: 'Areas' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Work or study' }).press('Enter');
  await expect(letter(page)).toBeFocused();
  await page.keyboard.type('I can not read a page.');
  await panel(page).getByRole('button', { name: 'Friends', exact: true }).press('Enter');
  await page.keyboard.type('I told none of them.');
  await expect(section(page, 'Work or study')).toContainText('I can not read a page.');
  await expect(section(page, 'Friends')).toContainText('I told none of them.');

  // Choosing an area again goes back to it.
  await panel(page)
    .getByRole('button', { name: /^Work or study.*written/ })
    .press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' Not one.');
  await expect(section(page, 'Work or study')).toHaveCount(1);
  await expect(section(page, 'Work or study')).toContainText('page. Not one.');
  await goToSection(page, 'Friends');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expectNoBarrier(page, 'an impact map');

  await panel(page).getByRole('button', { name: 'Make an impact letter of this' }).press('Enter');
  await expect(title(page)).toHaveValue(/impact letter/i);
  const text = await letter(page).textContent();
  expect(text).toContain('I can not read a page. Not one.');
  expect(text?.indexOf('I told none of them.')).toBeLessThan(text?.indexOf('I can not') ?? -1);
});

test('a letter moves to another journey and back with undo', async ({ app: { page } }) => {
  await openVault(page);
  await askVault(page, 'journeys.create', aJourney('Ada'));
  await askVault(page, 'journeys.create', aJourney('Ben'));
  await startLetter(page, 'Impact letter');
  await page.getByRole('button', { name: 'Letter actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move to…' }).press('Enter');
  await page.getByRole('radio', { name: 'Ben' }).check();
  await expectNoBarrier(page, 'moving a letter');
  await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(page.getByText('With Ben')).toBeVisible();
  await goToSection(page, 'What happened');
  await page.keyboard.type('You forgot me.');
  await waitUntilSaved(page);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByText('With Ben')).toHaveCount(0);
  await expect(letter(page)).toContainText('You forgot me.');
});

test('a narrow window puts the panel over the letter, and Escape takes it away', async ({
  app: { page },
}) => {
  await openVault(page);
  await page.setViewportSize({ width: 900, height: 600 });
  await startLetter(page, 'Letter of acknowledgment');
  const width = async () => (await letter(page).boundingBox())?.width;
  const before = await width();
  await page.getByRole('button', { name: 'Guide' }).click();
  await expect(panel(page)).toBeVisible();
  expect(await width()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});
