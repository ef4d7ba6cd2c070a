import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { needlesOf, newToken, type Hit, type Needle } from '../proofs/leaks/needles.ts';
import { scanDescriptors, scanFolder, scanMemory } from '../proofs/leaks/scan-files.ts';
import { tell } from '../proofs/support/scale.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningApp } from '../support/launch-app.ts';
import { hasProc, isAlive, processesOf, type AppProcess } from '../support/processes.ts';
import { goToSection, letter, newLetterButton, title } from '../support/steps.ts';

test.skip(!hasProc, 'memory and open files are read through /proc, which only Linux has');

/** Key by key, as a person does: what a test hands over whole would lie in the test's own line. */
async function type(page: Page, text: string): Promise<void> {
  for (const key of text) await page.keyboard.press(key === ' ' ? 'Space' : key);
}

interface Written {
  readonly token: string;
  readonly needles: readonly Needle[];
}

/** A whole run through the interface in which every kind of text holds the token. */
async function writeEverything({ page }: RunningApp): Promise<Written> {
  const token = newToken();
  const passphrase = `pass ${token} phrase`;
  await page.getByLabel('Passphrase', { exact: true }).focus();
  await type(page, passphrase);
  await page.getByLabel('Passphrase again').focus();
  await type(page, passphrase);
  await page.getByRole('button', { name: 'Create vault' }).click();
  await page.getByLabel('Their name or initials').focus();
  await type(page, `name${token}`);
  await page.getByRole('radio', { name: 'Partner' }).click();
  await page.getByRole('radio', { name: 'I caused harm' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  // Not with `expect`, which looks at all of the page and leaves what it saw in the test's own line.
  await newLetterButton(page).waitFor({ timeout: 30_000 });

  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('option', { name: 'Short acknowledgment' }).click();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await title(page).waitFor();
  await title(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await type(page, `title${token}`);
  await goToSection(page, 'What I did');
  await type(page, `body${token}`);
  // Makes engines keep the text in two bytes per character.
  await page.keyboard.insertText('é中');
  await type(page, `wide${token}`);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.getByRole('searchbox', { name: 'Search everything' }).focus();
  await type(page, `body${token}`);
  await page.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
  await letter(page).waitFor();
  await throwAwayLetter(page, `gone${token}`);
  return { token, needles: needlesOf(token) };
}

/** A letter that was written, searched for and put in the trash. */
async function throwAwayLetter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('option', { name: 'Short acknowledgment' }).click();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await letter(page).waitFor();
  await goToSection(page, 'What I did');
  await type(page, text);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await page.evaluate(async () => {
    const list = (await window.bridge.invoke('entries.list', undefined)) as {
      value: { id: string }[];
    };
    await window.bridge.invoke('entries.trash', [list.value[0]?.id]);
  });
}

function scanProcesses(all: readonly AppProcess[], needles: readonly Needle[]): Hit[] {
  return all.flatMap(({ pid, kind }) => scanMemory(pid, `${kind} ${pid}`, needles));
}

/** The profiles of the Chromium host that this run has made. */
const profilesOf = (mainPid: number): string[] =>
  readdirSync(tmpdir())
    .filter(name => name.startsWith(`amends-chromium-${mainPid}-`))
    .map(name => join(tmpdir(), name));

test('nothing that was typed is left: in files, in open descriptors, or in memory after a lock', async ({
  launch,
}) => {
  const app = await launch();
  const mainPid = await app.evaluateMain(() => process.pid);
  const { needles, token } = await writeEverything(app);
  const scanDisk = (): Hit[] => [
    ...[app.userDataDir, ...profilesOf(mainPid)].flatMap(folder => scanFolder(folder, needles)),
    ...processesOf(mainPid).flatMap(({ pid }) => scanDescriptors(pid, needles)),
  ];

  const open = processesOf(mainPid);
  const whileOpen = scanProcesses(open, needles);
  // The proof of the proof: text that is on the screen is in the memory of its page and its vault.
  expect(whileOpen.some(({ where }) => where.startsWith('page'))).toBe(true);
  expect(whileOpen.some(({ where }) => where.startsWith('vault'))).toBe(true);
  expect(whileOpen.filter(({ where }) => where.startsWith('main'))).toEqual([]);
  expect(scanDisk()).toEqual([]);

  // Typed, and locked before the next save is due.
  await goToSection(app.page, 'What I did');
  await type(app.page, `draft${token}`);
  await app.page.keyboard.press('ControlOrMeta+l');
  await app.page.getByRole('button', { name: 'Unlock' }).waitFor();
  await app.page.waitForTimeout(2000);

  // Chromium keeps an empty page process in reserve, which never had any text.
  const held = new Set(whileOpen.map(({ where }) => where.split(' ').slice(0, 2).join(' ')));
  const gone = open.filter(
    ({ kind, pid }) => held.has(`${kind} ${pid}`) && kind !== 'browser' && kind !== 'main',
  );
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.filter(({ pid }) => isAlive(pid))).toEqual([]);
  expect(scanDisk()).toEqual([]);
  const survivors = processesOf(mainPid);
  const left = scanProcesses(survivors, needles);
  tell(
    `leaks: ${open.length} processes, ${whileOpen.length} kinds of hits in pages and vault while ` +
      `open, 0 in files and descriptors; 2 s after the lock ${left.length} hits in all ` +
      `${survivors.length} live processes`,
  );
  expect(left).toEqual([]);
});
