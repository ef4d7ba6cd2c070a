import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  goToSection,
  letter,
  lock,
  newLetterButton,
  section,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

const gallery = (page: Page): Locator => page.getByRole('dialog', { name: 'New letter' });
const templateDialog = (page: Page): Locator => page.getByRole('dialog', { name: /template$/ });
const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search templates' });
const options = (page: Page): Locator =>
  gallery(page).getByRole('listbox', { name: 'Templates' }).getByRole('option');
const chosen = (page: Page): Locator => gallery(page).getByRole('option', { selected: true });
const part = (page: Page, name: string): Locator =>
  templateDialog(page).getByRole('tab', { name, exact: true });
const headings = (page: Page): Promise<string[]> =>
  templateDialog(page).getByRole('tab').locator('> span:first-child').allTextContents();
const field = (page: Page, name: string): Locator =>
  templateDialog(page).getByRole('textbox', { name, exact: true });

async function openGallery(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await expect(search(page)).toBeFocused();
}

async function chooseStep(page: Page, name: string): Promise<void> {
  await gallery(page).getByRole('combobox', { name: 'Step' }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function addSection(page: Page, heading: string): Promise<void> {
  await templateDialog(page).getByRole('button', { name: 'Add a section' }).click();
  await field(page, 'Heading').fill(heading);
}

async function chooseType(page: Page, name: RegExp): Promise<void> {
  await templateDialog(page).getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name }).click();
}

/** A template with these sections, made in the dialog. */
async function makeTemplate(page: Page, name: string, sections: readonly string[]): Promise<void> {
  await openGallery(page);
  await page.getByRole('button', { name: 'New template' }).click();
  await expect(field(page, 'Name')).toBeFocused();
  await field(page, 'Name').fill(name);
  for (const heading of sections) await addSection(page, heading);
}

const save = (page: Page): Promise<void> =>
  templateDialog(page).getByRole('button', { name: 'Save template' }).click();

async function beginAbout(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Who is this about?' }).click();
  await page.getByLabel('Their name or initials').fill('M.');
  await page.getByRole('radio', { name: 'Partner', exact: true }).check();
  await page.getByRole('radio', { name: role, exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'The path with M.' })).toBeFocused();
}

test('the gallery shows every template, by step and side, and finds words in all of them', async ({
  app: { page },
}) => {
  await openVault(page);
  await openGallery(page);
  await expect(options(page)).toHaveCount(28);
  await expect(options(page).first()).toHaveText('Blank page');
  await page.keyboard.press('Escape');

  await beginAbout(page, 'I was hurt');
  await openGallery(page);
  await expect(page.getByRole('option', { name: 'Letter of acknowledgment' })).toBeHidden();
  await page.getByText('Both sides').click();
  await expect(options(page)).toHaveCount(28);
  await page.getByText('My side').click();
  await chooseStep(page, '1 Acknowledge');
  await expect(options(page)).toHaveText([
    'Blank page',
    'Impact map',
    'Impact letter',
    'The apology I needed',
    'Unsent letter',
  ]);
  await search(page).fill('transparency');
  await expect(options(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Look everywhere' }).click();
  await expect(chosen(page)).toHaveText('Transparency plan');
  await search(page).fill('blank');
  await expect(options(page)).toHaveText(['Blank page']);
  await search(page).fill('zebra');
  await expect(page.getByText('No template has these words here.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start writing' })).toBeDisabled();
  await search(page).fill('');
  await page.getByRole('option', { name: 'Impact letter' }).click();
  const detail = page.getByRole('region', { name: 'Impact letter' });
  await expect(detail.getByRole('listitem').filter({ hasText: 'Before you start' })).toHaveText(
    'Before you startScaleonly for you',
  );
  await expect(detail).toContainText('If you are afraid of this person');
  await expect(detail).toContainText('about 45 minutes');
  await page.getByRole('option', { name: 'Impact map' }).click();
  await expect(page.getByRole('region', { name: 'Impact map' })).toContainText(
    /one part for each area you choose:.*Sleep/,
  );
});

test('a step leads to its templates, and to a letter of that step', async ({ app: { page } }) => {
  await openVault(page);
  await beginAbout(page, 'I caused harm');
  await page.getByRole('button', { name: /^5 Give it time/ }).click();
  await page.getByRole('button', { name: 'More templates' }).click();
  await expect(gallery(page).getByRole('combobox', { name: 'Step' })).toHaveText('5 Time');
  await expect(chosen(page)).toHaveText('Setback and repair note');
  await search(page).press('Enter');
  await expect(title(page)).toBeFocused();
  await title(page).fill('I slipped, and this is what I did');
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await expect(
    page.getByRole('list', { name: 'Written for: Give it time and patience' }),
  ).toContainText('I slipped');
});

test('a template of my own: sections of all types, written from, changed, and still there after a lock', async ({
  app: { page },
}) => {
  await openVault(page);
  await beginAbout(page, 'I was hurt');
  await makeTemplate(page, 'Sunday letter', ['How it was on {date}']);
  await field(page, 'Prompt').fill('Dear ');
  await templateDialog(page)
    .getByRole('button', { name: /\{their name\}/ })
    .click();
  await expect(field(page, 'Prompt')).toHaveValue('Dear {their name}');
  await expect(field(page, 'Prompt')).toBeFocused();
  await templateDialog(page).getByRole('switch', { name: 'Only for me' }).check();

  await addSection(page, 'How near I feel');
  await chooseType(page, /^Scale/);
  await field(page, 'To').fill('five');
  await save(page);
  await expect(field(page, 'To')).toBeFocused();
  await expect(page.getByText('Use a whole number from 0 to 100.')).toBeVisible();
  await expectNoBarrier(page, 'template with a mistake');
  await field(page, 'To').fill('5');
  await field(page, 'What the low end means').fill('far');
  await addSection(page, 'What to bring');
  await chooseType(page, /^Check list/);
  await field(page, 'First lines of the list').fill('tea\n\nthe letter');
  await addSection(page, 'When');
  await chooseType(page, /^“I feel” statement/);
  await part(page, 'Sunday letter').click();
  await templateDialog(page).getByRole('combobox', { name: 'Step' }).click();
  await page.getByRole('option', { name: /^4 / }).click();
  await save(page);

  await expect(chosen(page)).toHaveText('Sunday letter');
  await expect(page.getByRole('region', { name: 'Sunday letter' })).toContainText(
    'My own · Step 4: Talk safely',
  );
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(letter(page)).toContainText('Dear M.,');
  await expect(section(page, 'How near I feel').getByRole('radio')).toHaveCount(6);
  await expect(section(page, 'What to bring').getByRole('listitem')).toHaveText([
    'tea',
    'the letter',
  ]);
  await expect(letter(page)).toContainText(/How it was on \S+ \d/);
  await waitUntilSaved(page);

  await lock(page);
  expect(await page.content()).not.toContain('Sunday');
  await unlock(page);
  await expect(page.getByRole('list', { name: /^Written for: Make talking/ })).toContainText(
    'Sunday letter',
  );
  await openGallery(page);
  await search(page).fill('sunday');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await part(page, 'What to bring').click();
  await expect(field(page, 'First lines of the list')).toHaveValue('tea\nthe letter');
});

test('a template is made of any letter, with its sections and without its text', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await expect(title(page)).toBeFocused();
  await title(page).fill('To my sister');
  await goToSection(page, 'What I did');
  await page.keyboard.type('zqmarigold');
  await waitUntilSaved(page);
  await page.getByRole('button', { name: 'Letter actions' }).click();
  await page.getByRole('menuitem', { name: 'Make a template of this' }).click();
  await expect(templateDialog(page)).toBeVisible();
  await part(page, 'What I did').click();
  await expect(field(page, 'Heading')).toHaveValue('What I did');
  await page.keyboard.press('Escape');
  await expect(templateDialog(page)).toBeHidden();
  const [made] = await askVault(page, 'templates.list', undefined);
  expect(made?.sections.map(({ heading }) => heading)).toContain('It was mine');
  expect(JSON.stringify(made)).not.toContain('zqmarigold');
});

test('own templates are duplicated, deleted and brought back', async ({ app: { page } }) => {
  await openVault(page);
  await makeTemplate(page, 'Sunday letter', ['One', 'Two']);
  await save(page);
  // The form has a button of this name for each section, and goes a moment later.
  await gallery(page).getByRole('button', { name: 'Duplicate' }).click();
  await expect(chosen(page)).toHaveText('Sunday letter (copy)');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(options(page).filter({ hasText: 'Sunday' })).toHaveCount(1);
  await expect(search(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(options(page).filter({ hasText: 'Sunday' })).toHaveCount(2);
  await expect(gallery(page)).toBeVisible();

  await page.getByRole('option', { name: 'Impact letter' }).click();
  await page.getByRole('button', { name: 'Make my own version' }).click();
  await expect(field(page, 'Name')).toHaveValue('Impact letter (my version)');
  await expect(field(page, 'What it is for')).toHaveValue(/If you are afraid of this person/);
});

test('sections are put in another order by dragging; Escape puts the section back', async ({
  app: { page },
}) => {
  await openVault(page);
  await makeTemplate(page, 'Order', ['One', 'Two', 'Three', 'Four']);
  const row = (name: string) =>
    templateDialog(page).locator('[data-section]').filter({ hasText: name });
  const drag = async (name: string, over: string) => {
    const grip = await row(name).locator('> span[aria-hidden]').boundingBox();
    const target = await row(over).boundingBox();
    if (grip === null || target === null) throw new Error('both rows are there');
    const below = target.y > grip.y;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    const y = below ? target.y + target.height - 4 : target.y + 4;
    await page.mouse.move(grip.x, y, { steps: 12 });
  };
  await drag('One', 'Three');
  await page.mouse.up();
  expect(await headings(page)).toEqual(['Order', 'Two', 'Three', 'One', 'Four']);
  await drag('Four', 'Two');
  await page.mouse.up();
  expect(await headings(page)).toEqual(['Order', 'Four', 'Two', 'Three', 'One']);
  await drag('Four', 'One');
  expect(await headings(page)).toEqual(['Order', 'Two', 'Three', 'One', 'Four']);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await headings(page)).toEqual(['Order', 'Four', 'Two', 'Three', 'One']);
  await expect(templateDialog(page)).toBeVisible();
});

test('changes are never lost by Escape, nor by a lock', async ({ app: { page } }) => {
  await openVault(page);
  await makeTemplate(page, '', ['Half a thought']);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Your changes are not saved yet.')).toBeVisible();
  await expectNoBarrier(page, 'template, asked before leaving');
  await page.getByRole('button', { name: 'Go on editing' }).click();
  await save(page);
  await expect(field(page, 'Name')).toBeFocused();
  await expect(page.getByText('Give it a name')).toBeVisible();
  await lock(page);
  await unlock(page);
  const [kept] = await askVault(page, 'templates.list', undefined);
  expect(kept).toMatchObject({
    title: 'Template without a name',
    sections: [{ heading: 'Half a thought' }],
  });

  await openGallery(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await field(page, 'Name').fill('x'.repeat(501));
  await save(page);
  await expect(page.getByText('room for 500 characters. This has 501.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard them' }).click();
  await expect(chosen(page)).toHaveText('Template without a name');

  // Nor when it holds more than it should: a lock can not ask to shorten it.
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await part(page, 'Half a thought').click();
  await field(page, 'Prompt').fill('x'.repeat(4001));
  await lock(page);
  await unlock(page);
  const [long] = await askVault(page, 'templates.list', undefined);
  expect(long?.sections[0]?.prompt).toHaveLength(4001);
});

test('templates can be made and used with the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  const { keyboard } = page;
  await openVault(page);
  await newLetterButton(page).focus();
  await keyboard.press('Enter');
  await expectNoBarrier(page, 'gallery');
  await keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText('Short acknowledgment');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(chosen(page)).toHaveText('Blank page');
  await keyboard.type('zebra');
  await expect(chosen(page)).toHaveCount(0);
  await expectNoBarrier(page, 'gallery without a hit');
  await search(page).fill('');
  await page.getByRole('button', { name: 'New template' }).focus();
  await keyboard.press('Enter');
  await expect(field(page, 'Name')).toBeFocused();
  await keyboard.type('From the keyboard');
  for (const heading of ['One', 'Two', 'Three']) {
    await templateDialog(page).getByRole('button', { name: 'Add a section' }).focus();
    await keyboard.press('Enter');
    await expect(field(page, 'Heading')).toBeFocused();
    await keyboard.type(heading);
  }
  await expectNoBarrier(page, 'template dialog');
  await keyboard.press('Alt+Shift+ArrowUp');
  await expect(templateDialog(page).getByText('“Three” is now section 2 of 3')).toBeAttached();
  await part(page, 'Three').focus();
  await keyboard.press('ArrowUp');
  await expect(part(page, 'One')).toBeFocused();
  await keyboard.press('Alt+Shift+ArrowDown');
  expect(await headings(page)).toEqual(['From the keyboard', 'Three', 'One', 'Two']);
  await expect(part(page, 'One')).toBeFocused();
  await keyboard.press('Delete');
  expect(await headings(page)).toEqual(['From the keyboard', 'Three', 'Two']);
  await expect(part(page, 'Two')).toBeFocused();
  await templateDialog(page).getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  expect(await headings(page)).toEqual(['From the keyboard', 'Three', 'One', 'Two']);
  await expect(part(page, 'One')).toBeFocused();
  await templateDialog(page).getByRole('button', { name: 'Save template' }).focus();
  await keyboard.press('Enter');
  await expect(chosen(page)).toHaveText('From the keyboard');
  await expectNoBarrier(page, 'gallery with an own template');
  await keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await expect(letter(page).getByRole('group')).toHaveCount(3);
});

test('thirty own templates with names of 500 characters', async ({ app: { page } }) => {
  await openVault(page);
  for (let n = 1; n <= 30; n++) {
    await askVault(page, 'templates.create', {
      title: `${String(n).padStart(2, '0')} ${'Ünal 💛 李小龍 '.repeat(60)}`
        .slice(0, 500)
        .toWellFormed(),
      step: null,
      kind: 'reflection',
      purpose: 'long'.repeat(500),
      sections: [],
    });
  }
  await openGallery(page);
  await chooseStep(page, 'My own');
  await expect(options(page)).toHaveCount(31);
  await search(page).press('PageDown');
  await search(page).press('PageDown');
  await expect(chosen(page)).toBeInViewport();
  await expectNoBarrier(page, 'gallery with thirty own templates');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});
