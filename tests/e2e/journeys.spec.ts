import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  letter,
  lock,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

interface Person {
  readonly name: string;
  readonly relationship?: string;
  readonly role?: string;
  readonly breaches?: readonly string[];
}

const switcher = (page: Page): Locator => page.getByRole('button', { name: /^Journey: / });
const journeyDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(?:New|This) journey$/ });
const choice = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('menuitemradio', { name });

/** The first journey is the question after the vault; later ones come from the menu. */
async function openNewJourney(page: Page): Promise<void> {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'New journey…' }).click();
  await expect(journeyDialog(page)).toBeVisible();
}

async function describe(page: Page, person: Person): Promise<void> {
  const { name, relationship = 'Partner', role = 'I was hurt', breaches = [] } = person;
  await page.getByLabel('Their name or initials').fill(name);
  await page.getByRole('radio', { name: relationship, exact: true }).check();
  await page.getByRole('radio', { name: role, exact: true }).check();
  for (const breach of breaches) await page.getByRole('checkbox', { name: breach }).check();
}

async function answerFirstQuestion(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Who is this about?' }).click();
  await describe(page, person);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(switcher(page)).toBeVisible();
}

async function beginJourney(page: Page, person: Person): Promise<void> {
  await openNewJourney(page);
  await describe(page, person);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(journeyDialog(page)).toBeHidden();
}

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await switcher(page).click();
  await choice(page, name).click();
}

async function editJourney(page: Page): Promise<void> {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Edit this journey…' }).click();
  await expect(journeyDialog(page)).toBeVisible();
}

async function writeLetter(page: Page, template: string, name: string): Promise<void> {
  await startLetter(page, template);
  await expect(title(page)).toBeFocused();
  await title(page).fill(name);
  await waitUntilSaved(page);
}

const goHome = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+Shift+h');
const path = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });
const step = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2, name }) });
const openStep = (page: Page, name: string): Promise<void> =>
  step(page, name)
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();

test('several journeys stand side by side, each with its own writing', async ({ launch }) => {
  const { page, userDataDir, close } = await launch();
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.', role: 'I caused harm' });
  await writeLetter(page, 'Letter of acknowledgment', 'For M.');
  await beginJourney(page, { name: '李小龍 💛', relationship: 'Friend' });
  // The letter was saved and left: the new path has nothing of the other.
  await expect(path(page, 'The path with 李小龍 💛')).toBeVisible();
  await expect(page.getByText('For M.')).toBeHidden();
  await writeLetter(page, 'Impact letter', 'For my friend');
  await goHome(page);
  await expect(step(page, 'Acknowledge what happened')).toContainText('For my friend');
  await expect(page.getByText('For M.')).toBeHidden();

  await choose(page, /^M\./);
  await expect(step(page, 'Acknowledge what happened')).toContainText('For M.');
  await expect(page.getByText('For my friend')).toBeHidden();
  await choose(page, /Not about anyone/);
  await expect(step(page, 'Acknowledge what happened')).toContainText('For M.');
  await expect(step(page, 'Acknowledge what happened')).toContainText('For my friend');
  await writeLetter(page, 'Blank page', 'Only mine');
  await choose(page, /^M\./);
  await expect(page.getByText('Only mine')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+a');
  const all = page.getByRole('list', { name: 'All writing' });
  await expect(all).toContainText('Only mine');
  // Everything is here, so each row says whom it is about.
  await expect(all.getByRole('button', { name: /^For my friend/ })).toContainText('李小龍 💛');

  await close();
  const again = await launch({ userDataDir });
  await unlock(again.page);
  await expect(path(again.page, 'The path with M.')).toBeVisible();
});

test('changing the side changes what is offered and nothing that was written', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.', role: 'I caused harm' });
  await writeLetter(page, 'Short acknowledgment', 'What I did');
  await letter(page).getByText('Dear M.,').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' zqmarigold');
  await waitUntilSaved(page);
  await goHome(page);
  await openStep(page, 'Acknowledge what happened');
  const first = step(page, 'Acknowledge what happened');
  await expect(first.getByRole('button', { name: 'Impact letter' })).toBeHidden();

  await editJourney(page);
  await expect(journeyDialog(page)).toContainText('Nothing that you wrote is changed');
  await page.getByRole('radio', { name: 'I was hurt' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(switcher(page)).toHaveAccessibleName(/I was hurt/);
  await expect(first.getByRole('button', { name: 'Impact letter' })).toBeVisible();
  await expect(first.getByText('This step is for saying what happened to you')).toBeVisible();
  await first.getByRole('button', { name: 'What I did', exact: true }).click();
  await expect(letter(page)).toContainText('Dear M., zqmarigold');

  await goHome(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(switcher(page)).toHaveAccessibleName(/I caused harm/);
});

test('what broke the trust brings its notes, its questions and quiet recommendations', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.', role: 'Both, in different things' });
  const before = page.getByText('Where there is fear or control');
  await expect(before).toBeHidden();
  await editJourney(page);
  await page.getByRole('checkbox', { name: 'Lies and deceit' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await openStep(page, 'Acknowledge what happened');
  const first = step(page, 'Acknowledge what happened');
  await expect(first.getByRole('heading', { name: 'If you caused harm' }).first()).toBeVisible();
  await expect(first.getByRole('heading', { name: 'If you were hurt' }).first()).toBeVisible();
  await expect(first).toContainText('If they were made to doubt their own memory');
  await expect(first).toContainText('If you share a home or computer');
  await expect(first.getByText('What was the lie')).toBeHidden();
  await first.getByText('Questions for your situation').click();
  await expect(first.getByText('What was the lie')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Impact letter' })).toHaveAccessibleDescription(
    /Often helps here/,
  );

  await editJourney(page);
  await page.getByRole('checkbox', { name: 'Emotional neglect or abuse' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(before).toBeVisible();
  await before.getByRole('button', { name: 'Help and safety' }).click();
  await expect(page.getByRole('dialog', { name: 'Help and safety' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('main').textContent()).not.toMatch(/%|streak|score|\bday \d/i);
});

test('a journey is archived and brought back, with undo', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.' });
  await writeLetter(page, 'Impact map', 'The map');
  await goHome(page);
  const archive = async () => {
    await editJourney(page);
    await page.getByRole('button', { name: 'Archive' }).click();
    await expect(switcher(page)).toHaveAccessibleName(/Not about anyone/);
  };
  await archive();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(path(page, 'The path with M.')).toBeVisible();

  await archive();
  await choose(page, /^M\./);
  await expect(page.getByText('This journey is archived')).toBeVisible();
  await expect(step(page, 'Acknowledge what happened')).toContainText('The map');
  await expectNoBarrier(page, 'an archived journey');
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText('This journey is archived')).toBeHidden();
});

test('what is wrong is said beside its field, and nothing is lost by Escape', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.' });
  await openNewJourney(page);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Partner', exact: true })).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(2);

  const day = page.getByLabel('Begun on');
  await day.focus();
  await page.keyboard.type('0231');
  await page.getByLabel('Your own name').focus();
  await expect(page.getByText('This is not a day in the calendar.')).toBeVisible();
  await describe(page, { name: 'n'.repeat(501) });
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByText('This one has 501.')).toBeVisible();
  await expectNoBarrier(page, 'journey with mistakes');
  await page.getByLabel('Their name or initials').fill('n'.repeat(500));
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(day).toBeFocused();
  await day.fill('2026-05-17');

  await page.keyboard.press('Escape');
  await expect(page.getByText('Your changes are not saved yet.')).toBeVisible();
  await expectNoBarrier(page, 'journey, asked before leaving');
  await page.keyboard.press('Escape');
  await expect(day).toHaveValue('2026-05-17');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(path(page, /^The path with n{500}$/)).toBeVisible();
  await editJourney(page);
  await expect(page.getByLabel('Begun on')).toHaveValue('2026-05-17');
});

test('a lock keeps what was answered of the first question', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await page.getByRole('button', { name: 'Who is this about?' }).click();
  await page.getByLabel('Their name or initials').fill('Zoë');
  await lock(page);
  await unlock(page);
  await expect(path(page, 'The path with Zoë')).toBeVisible();
});

test('while the first question is asked, keys and menus lead nowhere else', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await page.getByRole('button', { name: 'Who is this about?' }).click();
  const name = page.getByLabel('Their name or initials');
  await name.fill('M');
  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await app.evaluateMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('entry.newBlank')?.click();
  });
  await page.keyboard.type('ara');
  await expect(name).toHaveValue('Mara');
  expect(await page.getByRole('dialog').count()).toBe(0);
  // The menu of the system takes back what was typed here, not what was done elsewhere.
  await app.evaluateMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('edit.undo')?.click();
  });
  await expect(name).not.toHaveValue('Mara');
  await name.fill('Mara');
  // Help is never in the way.
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Help and safety' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await expect(page.getByRole('heading', { name: 'The path' })).toBeVisible();
  expect(await askVault(page, 'entries.list', undefined)).toEqual([]);
});

test('a lock keeps what was answered so far', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: 'M.' });
  await openNewJourney(page);
  await page.getByLabel('Their name or initials').fill('Ünal');
  await lock(page);
  await unlock(page);
  await expect(path(page, 'The path with Ünal')).toBeVisible();
  await editJourney(page);
  await page.getByLabel('Their name or initials').fill('Ünal 💛');
  await lock(page);
  await unlock(page);
  await expect(path(page, 'The path with Ünal 💛')).toBeVisible();
});

test('my own name and theirs are filled into a letter', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await answerFirstQuestion(page, { name: '' });
  await expect(path(page, 'The path')).toBeVisible();
  await editJourney(page);
  await page.getByLabel('Their name or initials').fill('مريم');
  await page.getByLabel('Your own name').fill('Jo');
  await page.keyboard.press('Enter');
  await expect(path(page, 'The path with مريم')).toBeVisible();
  await startLetter(page, 'Impact letter');
  await expect(letter(page)).toContainText('Dear مريم,');
  await editJourney(page);
  await expect(page.getByLabel('Your own name')).toHaveValue('Jo');
});

test('journeys can be made, changed and left with the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  const { keyboard } = page;
  await openVault(page);
  await page.getByRole('button', { name: 'Who is this about?' }).focus();
  await keyboard.press('Enter');
  await expectNoBarrier(page, 'introduction');
  await page.getByLabel('Their name or initials').focus();
  await keyboard.type('M.');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(switcher(page)).toHaveAccessibleName('Journey: M. Partner · I caused harm');

  await switcher(page).focus();
  await keyboard.press('Enter');
  await expect(choice(page, /^M\./)).toBeChecked();
  await expectNoBarrier(page, 'journey menu');
  await keyboard.press('n');
  await keyboard.press('e');
  await keyboard.press('w');
  await keyboard.press('Enter');
  await expect(journeyDialog(page)).toBeVisible();
  await expectNoBarrier(page, 'new journey');
  await page.getByLabel('Their name or initials').focus();
  await keyboard.type('K.');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(path(page, 'The path with K.')).toBeVisible();
  await expect(switcher(page)).toBeFocused();

  await keyboard.press('Enter');
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await expect(path(page, 'The path with M.')).toBeVisible();
  await page.getByRole('button', { name: /^1 Acknowledge what happened/ }).focus();
  await keyboard.press('Enter');
  await expectNoBarrier(page, 'home with an open step');
  await page.getByRole('button', { name: 'Short acknowledgment' }).focus();
  await keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await keyboard.type('From the path');
  await waitUntilSaved(page);
  await goHome(page);
  await expect(step(page, 'Acknowledge what happened')).toContainText('From the path');
  await expectNoBarrier(page, 'home with writing');
  await lock(page);
  expect(await page.content()).not.toContain('From the path');
});
