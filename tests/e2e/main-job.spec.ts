import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { openPreview, passGate } from '../support/printing.ts';
import {
  createVault,
  goToSection,
  letter,
  lock,
  readableIn,
  section,
  startLetter,
  title,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { answerSave } from '../support/system-dialogs.ts';

const CANARIES = ['zqmarigold', 'zqlantern', 'zqharbour', 'zqtitle', 'zqmargin'];

test('a letter of acknowledgment: written, saved, locked away, found again, and on paper', async ({
  launch,
}) => {
  const { page, evaluateMain, userDataDir } = await launch();
  await createVault(page);

  await startLetter(page, 'Letter of acknowledgment');
  await title(page).fill('What I did, zqtitle');
  await goToSection(page, 'What I did');
  await page.keyboard.type('On the ninth of May I read your messages, zqmarigold. ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('I said that I had not.');
  await page.keyboard.press('ControlOrMeta+b');
  await goToSection(page, 'What is mine to own');
  await page.keyboard.press('ControlOrMeta+i');
  await page.keyboard.type('This was my choice, zqlantern.');
  await page.keyboard.press('ControlOrMeta+i');
  await goToSection(page, 'What I can put right');
  await page.keyboard.press('ControlOrMeta+Shift+8');
  await page.keyboard.type('The phone stays on the table, zqharbour.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The screen is yours to look at.');
  await goToSection(page, 'Steady yourself first');
  await page.keyboard.type('Only for me: zqmargin.');
  await waitUntilSaved(page);

  await lock(page);
  expect(await page.content()).not.toMatch(/zq[a-z]+/);
  expect(readableIn(userDataDir, CANARIES)).toEqual([]);

  await unlock(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('zqmari');
  const results = page.getByRole('list', { name: 'Results' });
  await expect(results.getByRole('listitem')).toHaveCount(1);
  await expect(results).toContainText('zqmarigold');
  await results.getByRole('button').first().click();
  await expect(title(page)).toHaveValue('What I did, zqtitle');
  await expect(section(page, 'What I did').locator('strong')).toHaveText('I said that I had not.');
  await expect(section(page, 'What is mine to own').locator('em')).toHaveText(/zqlantern/);
  await expect(section(page, 'What I can put right').getByRole('listitem')).toHaveCount(2);
  await expect(letter(page)).toBeInViewport();

  const file = join(userDataDir, 'letter.pdf');
  await answerSave({ evaluateMain }, file);
  const preview = await openPreview(page);
  await expect(preview).toContainText('Steady yourself first');
  await preview.getByRole('button', { name: 'Save as PDF' }).click();
  await passGate(page);
  await expect(preview.getByText(/Saved as/)).toBeVisible();

  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(words).toContain('On the ninth of May I read your messages, zqmarigold.');
  expect(words).toContain('I said that I had not.');
  expect(words).toContain('This was my choice, zqlantern.');
  expect(words).toContain('The phone stays on the table, zqharbour.');
  // Private sections, prompts, hints and the headings of sections are not part of the letter.
  expect(words).not.toContain('zqmargin');
  expect(words).not.toContain('Describe what you did');
  expect(words).not.toContain('What is mine to own');
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).not.toContain('zqtitle');
});
