import { expect, test } from '../support/fixtures.ts';
import { createVault, section, startLetter } from '../support/steps.ts';

test('a press on what a section asks leads to its own text', async ({ launch }) => {
  const { page } = await launch();
  await createVault(page);
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
  await createVault(page);
  await startLetter(page, 'Short acknowledgment');
  await section(page, 'Sorry').locator('p[dir=auto]').last().click();
  await page.getByRole('button', { name: 'Focus mode' }).click();
  await page.keyboard.type('I am sorry.');
  await expect(section(page, 'Sorry')).toContainText('I am sorry.');
});
