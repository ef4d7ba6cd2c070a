/**
 * Takes a picture of every screen, in both themes and two sizes: `node tests/screens.ts [folder]`.
 * Without a folder the pictures of the README are made anew.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { launchApp } from './support/launch-app.ts';
import {
  goToSection,
  letter,
  lock,
  newLetterButton,
  PASSPHRASE,
  section,
  startLetter,
  title,
  waitUntilSaved,
} from './support/steps.ts';

const all = process.argv[2];
const folder = all ?? join(import.meta.dirname, '../docs/screens');
mkdirSync(folder, { recursive: true });

const LETTER = {
  'What I did':
    'On the ninth of May I read the messages on your phone while you slept, and when you asked me about it the next morning I said that I had not. I did it twice more that week.',
  'What is mine to own':
    'You asked a plain question and I answered it with a lie. Nothing you did made me do that. It was my choice each time.',
  'What it did to you':
    'You told me that you have slept badly since, and that you now turn the phone over whenever I come into the room.',
  'I am sorry': 'I am sorry that I read what was yours, and that I then denied it to your face.',
  'What I can put right':
    'I have told a counsellor, and we start on Thursday. The phone stays on the table, and the screen is yours to look at or to leave.',
};

for (const colorScheme of ['light', 'dark'] as const) {
  const app = await launchApp({ colorScheme });
  const { page } = app;
  const shoot = async (name: string, forReadme = false): Promise<void> => {
    if (all === undefined && (!forReadme || colorScheme === 'dark')) return;
    await wait(350);
    const path = (suffix: string) => join(folder, `${name}-${colorScheme}${suffix}.png`);
    await page.screenshot({ path: path('') });
    if (all === undefined) return;
    await page.setViewportSize({ width: 900, height: 600 });
    await wait(350);
    await page.screenshot({ path: path('-small') });
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  try {
    await page.setViewportSize({ width: 1280, height: 800 });
    await walk(page, shoot);
  } finally {
    await app.close();
  }
}

async function walk(
  page: Page,
  shoot: (name: string, forReadme?: boolean) => Promise<void>,
): Promise<void> {
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.waitFor();
  await shoot('01-welcome');
  await passphrase.fill('fluffy2019');
  await page.getByLabel('Passphrase again').fill('fluffy2018');
  await wait(1500);
  await shoot('02-welcome-weak');
  await passphrase.fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await wait(800);
  await shoot('03-welcome-strong');
  await page.getByRole('button', { name: 'Create vault' }).click();
  await page.getByRole('button', { name: 'Skip for now' }).waitFor({ timeout: 30_000 });
  await shoot('04-question');
  await page.getByLabel(/name/i).first().fill('M.');
  await page.getByText('Partner', { exact: true }).first().click();
  await page.getByText('I caused harm', { exact: true }).first().click();
  await shoot('05-question-filled');
  await page.getByRole('button', { name: 'Continue' }).click();
  await newLetterButton(page).waitFor();
  await shoot('06-home-empty');
  await newLetterButton(page).click();
  await page.getByRole('option', { name: 'Letter of acknowledgment' }).click();
  await shoot('07-gallery');
  await page.getByRole('option', { name: 'Blank page' }).click();
  await shoot('08-gallery-blank');
  await page.keyboard.press('Escape');

  await startLetter(page, 'Letter of acknowledgment');
  await shoot('09-letter-new');
  await title(page).fill('What I did, and what it cost you');
  for (const [heading, text] of Object.entries(LETTER)) {
    await goToSection(page, heading);
    await page.keyboard.insertText(text);
  }
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await goToSection(page, 'What it did to you');
  await section(page, 'What I did').evaluate(found => found.scrollIntoView());
  await shoot('letter', true);
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await page.keyboard.press('ControlOrMeta+p');
  await page.getByRole('group', { name: /^Page 1 of/ }).waitFor({ timeout: 15_000 });
  await wait(600);
  await shoot('print', true);
  await page.keyboard.press('Escape');
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('A page of my own');
  await page.keyboard.press('ControlOrMeta+Alt+1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Some words, and ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type(' ones.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+9');
  await page.keyboard.type('Call the counsellor');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Put the phone on the table');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+7');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Alt+q');
  await page.keyboard.type('You said that you sleep badly.');
  await waitUntilSaved(page);
  await shoot('10-blank-formats');
  await page.keyboard.press('ControlOrMeta+h');
  await page.keyboard.type('o');
  await shoot('10-find');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('F9');
  await shoot('11-focus');
  await page.keyboard.press('F9');
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await shoot('feelings');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await shoot('12-all-writing');
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await shoot('path', true);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await shoot('14-search-empty');
  await page.getByRole('searchbox').fill('phone');
  await wait(500);
  await shoot('15-search-hits');
  await page.getByRole('searchbox').fill('zebra');
  await wait(500);
  await shoot('16-search-none');
  await page.keyboard.press('ControlOrMeta+o');
  await shoot('16-open-letter');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await shoot('16-commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await shoot('17-preferences');
  await page.getByRole('button', { name: 'Move to another folder…' }).click();
  await shoot('17-move');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+/');
  await shoot('18-shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await shoot('19-safety');
  await page.keyboard.press('Escape');
  await lock(page);
  await shoot('20-locked');
  await page.getByRole('button', { name: 'Another vault…' }).click();
  await shoot('20-another-vault');
  await page.keyboard.press('Escape');
  await passphrase.fill('not this one at all');
  await passphrase.press('Enter');
  await wait(2500);
  await shoot('21-locked-wrong');
}
