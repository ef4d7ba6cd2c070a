import { expect, test } from '../support/ready.ts';
import {
  goToSection,
  letter,
  openVault,
  section,
  startLetter,
  title,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';

test('a press on what a section asks leads to its own text', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  for (const [heading, asked] of [
    ['What I did afterwards', /cover|afterwards|hid/i],
    ['What I did', /plain facts/],
  ] as const) {
    const part = section(page, heading);
    await part.getByText(asked).last().click();
    await page.keyboard.type(`zq${heading.length}`);
    await expect(part).toContainText(`zq${heading.length}`);
  }
});

test('a press on focus mode leaves the caret in the text', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await section(page, 'Sorry').locator('p[dir=auto]').last().click();
  await page.getByRole('button', { name: 'Focus mode' }).click();
  await page.keyboard.type('I am sorry.');
  await expect(section(page, 'Sorry')).toContainText('I am sorry.');
});

test('Tab goes from text to text, and no letter typed on a button is lost', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await title(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('zero');
  await expect(letter(page)).toContainText('zero');
  await title(page).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(letter(page)).not.toBeFocused();
  await goToSection(page, 'What I did');
  await page.keyboard.type('one');
  await page.keyboard.press('Tab');
  await page.keyboard.type('two');
  await expect(section(page, 'It was mine')).toContainText('two');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Section actions' }).nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Hide prompt' }).nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('!');
  await expect(section(page, 'What I did')).toContainText('one!');
  await page.getByRole('button', { name: 'Hide prompt' }).nth(2).focus();
  await page.keyboard.type('three');
  await expect(section(page, 'How it landed')).toContainText('three');
});

test('Tab into a section of commitments begins with who', async ({ app: { page } }) => {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I can put right');
  await page.keyboard.type('I can drive her.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Me');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ring before six');
  await waitUntilSaved(page);
  const lines = await askVault(page, 'commitments.list', { journeyId: null });
  expect(lines[0]).toMatchObject({ who: 'Me', what: 'ring before six' });

  // The second letter is counted though the list of all rests while it is open.
  await startLetter(page, 'Blank page');
  await expect(page.getByRole('button', { name: 'All writing' })).toContainText('2');
});
