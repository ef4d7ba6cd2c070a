import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import type { RunningApp } from '../support/launch-app.ts';
import { aPng, dropFiles } from '../support/picture-files.ts';
import { isAlive, pidsOf } from '../support/processes.ts';
import { openVault, lock, startLetter, title, waitUntilSaved } from '../support/steps.ts';
import { askVault } from '../support/vault-calls.ts';
import { answerOpen } from '../support/system-dialogs.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amends-import-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dialog = (page: Page) => page.getByRole('dialog');

/** As the menu does it. */
const openImport = (app: RunningApp): Promise<unknown> =>
  app.evaluateMain(electron => {
    electron.BrowserWindow.getAllWindows()[0]?.webContents.send('event', {
      type: 'action',
      id: 'app.import',
    });
  });

function word(text: string): Uint8Array {
  const utf8 = (xml: string) => new TextEncoder().encode(xml);
  const relations = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': utf8(
      `<Types xmlns="${relations}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': utf8(
      `<Relationships xmlns="${relations}/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': utf8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

test('a folder comes in, is shown first, changes nothing, and goes out in one step', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await title(page).fill('Mine');
  await waitUntilSaved(page);
  const [mine] = await askVault(page, 'entries.list', undefined);
  const before = await askVault(page, 'entries.get', mine?.id as never);

  mkdirSync(join(folder, 'deeper'));
  writeFileSync(
    join(folder, '2021-02-03 Sea.md'),
    '---\ntags: [a]\n---\n# The sea\n\nIt was *calm* [there](javascript:alert(1)).',
  );
  writeFileSync(join(folder, 'deeper', 'plain.txt'), 'Plain words.');
  writeFileSync(join(folder, 'To Sam.docx'), word('Written in Word.'));
  writeFileSync(join(folder, 'broken.json'), '{"entries":[');
  writeFileSync(join(folder, 'deeper', 'years.pages'), 'of another program');
  writeFileSync(join(folder, 'sea.jpg'), 'a picture beside it');
  await answerOpen(app, [folder]);

  await page.getByRole('button', { name: 'All writing' }).click();
  await openImport(app);
  await expectNoBarrier(page, 'before files are chosen');
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog(page)).toContainText('3 pieces of writing, 9 words.');
  await expect(dialog(page)).toContainText('broken.json (line 1): it is damaged');
  await expect(dialog(page)).toContainText('years.pages: this kind of file is not known here.');
  await expect(dialog(page)).not.toContainText('sea.jpg');
  await expect(dialog(page)).toContainText('1 tag');
  await expect(dialog(page)).toContainText('The sea');
  await expectNoBarrier(page, 'what was found');
  expect(await askVault(page, 'entries.list', undefined)).toHaveLength(1);

  await page.getByRole('button', { name: 'Take in 3 pieces of writing' }).click();
  await expect(dialog(page)).toContainText('3 pieces of writing were taken in.');
  await expectNoBarrier(page, 'taken in');
  expect(await askVault(page, 'entries.list', undefined)).toHaveLength(4);
  expect(await askVault(page, 'entries.get', before.id)).toEqual(before);

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect
    .poll(async () => (await askVault(page, 'entries.list', undefined)).map(({ id }) => id))
    .toEqual([before.id]);
  expect(readFileSync(join(folder, 'deeper', 'plain.txt'), 'utf8')).toBe('Plain words.');
});

test('a file that never ends to be read costs nobody the others', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  // Half a gigabyte of tree out of few bytes: the process that reads it runs out of memory.
  const heavy = join(folder, 'a heavy.html');
  writeFileSync(heavy, '<i>x</i>y'.repeat(1_800_000));
  const light = join(folder, 'light.md');
  writeFileSync(light, 'Light.');
  await answerOpen(app, [heavy, light]);
  await openImport(app);
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog(page)).toContainText('light.md', { timeout: 90_000 });
  await expect(dialog(page)).toContainText(
    'a heavy.html: reading it took too long or too much memory.',
  );
  await page.getByRole('button', { name: 'Take in 1 piece of writing' }).click();
  await expect(dialog(page)).toContainText('1 piece of writing was taken in.');
  // Without a menu bar, the preferences lead there too.
  await page.getByRole('button', { name: 'Show all writing' }).click();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Import writing…' }).click();
  await expect(page.getByRole('dialog', { name: 'Import writing' })).toBeVisible();
});

/** The processes that read files for an import. */
const readers = (app: RunningApp): Promise<number[]> => pidsOf(app, 'reader');

/** Begins to read a file that never ends: who reads it can hear nothing. */
async function readWithoutEnd(app: RunningApp): Promise<number> {
  const endless = join(folder, 'endless.md');
  execFileSync('mkfifo', [endless]);
  const after = join(folder, 'z.md');
  writeFileSync(after, 'Not read any more.');
  await answerOpen(app, [endless, after]);
  await openImport(app);
  await app.page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog(app.page)).toContainText('Reading file 1 of 2…');
  await expect.poll(() => readers(app)).toHaveLength(1);
  return (await readers(app))[0] as number;
}

test('who reads a file is gone with a lock, whatever it is at', async ({ app }) => {
  await openVault(app.page);
  const reader = await readWithoutEnd(app);
  await lock(app.page);
  await expect.poll(() => isAlive(reader)).toBe(false);
  expect(await readers(app)).toEqual([]);
});

test('who reads a file is gone when the person cancels, and when they close', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  const cancelled = await readWithoutEnd(app);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
  await expect.poll(() => isAlive(cancelled)).toBe(false);
  expect(await readers(app)).toEqual([]);

  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect.poll(() => readers(app)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => readers(app)).toEqual([]);
});

test('a window that is closed while it takes in still says what came in', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  const file = join(folder, 'a.md');
  writeFileSync(file, 'Words.');
  await answerOpen(app, [file]);
  await openImport(app);
  await page.getByRole('button', { name: 'Choose files…' }).click();
  const take = page.getByRole('button', { name: 'Take in 1 piece of writing' });
  await take.focus();
  // In one breath: the page draws what was pressed, and the vault has not answered yet.
  await take.evaluate(async button => {
    (button as HTMLButtonElement).click();
    await Promise.resolve();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await expect(dialog(page)).toContainText('1 piece of writing was taken in.');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await askVault(page, 'entries.list', undefined)).toHaveLength(1);
});

test('files that are dropped are not opened, and are answered with the way in', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  const address = page.url();
  const text = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('zqtext') };
  const at = { x: 640, y: 400 };
  expect(await dropFiles(page, [text], at)).toBe(true);
  await page.getByRole('button', { name: 'Import writing…' }).click();
  const importing = page.getByRole('dialog', { name: 'Import writing' });
  await expect(importing).toContainText('choose it with the buttons below');
  expect(await dropFiles(page, [text], at)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(importing).toHaveCount(0);
  await dropFiles(page, [aPng('a.png', 4, 4)], at);
  await expect(page.getByText('A picture goes into a letter')).toBeVisible();
  expect(page.url()).toBe(address);
  expect(await askVault(page, 'entries.list', undefined)).toEqual([]);
});
