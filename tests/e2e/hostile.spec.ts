import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Parser } from 'htmlparser2';
import { tell } from '../proofs/support/scale.ts';
import { documentOf } from '../support/builders.ts';
import { expect, test } from '../support/ready.ts';
import { openVault, letter, title, waitUntilSaved } from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';
import { answerOpen, answerSave } from '../support/system-dialogs.ts';

/** One on each line. Whichever of them runs sets `__ran` on the window. */
const STRINGS = readFileSync(join(import.meta.dirname, 'hostile-strings.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '');
const BLANK = { templateId: null, journeyId: null };

/** Anything in the page that text alone can not be. */
const markupIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const odd =
      'iframe, object, embed, base, frame, applet, marquee, math, foreignObject, template, video, audio, area, form[action], [formaction], [srcdoc], [background], meta[http-equiv=refresh]';
    const inPage = [...document.body.querySelectorAll(`${odd}, script, style, link`)];
    const speaking = [...document.querySelectorAll('*')].filter(element =>
      [...element.attributes].some(
        ({ name, value }) =>
          name.startsWith('on') ||
          (/^(?:href|src|action|xlink:href|data)$/.test(name) &&
            /^\s*(?:java|vb)?script:|^\s*data:text/i.test(value)),
      ),
    );
    return [...inPage, ...speaking].map(element => element.outerHTML.slice(0, 120));
  });

/** What the page did that it must not; `__ran` and the violations are kept on the window. */
const ranIn = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => {
    const { __ran, __violations } = window as { __ran?: unknown; __violations?: string[] };
    return [...(__ran === undefined ? [] : ['ran']), ...(__violations ?? ['nobody listens'])];
  });

async function listenForViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { __violations: heard });
    document.addEventListener('securitypolicyviolation', event => {
      heard.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** The dialogs that a page opened by itself, each closed again. */
function dialogsOf(page: Page): readonly string[] {
  const opened: string[] = [];
  page.on('dialog', dialog => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  return opened;
}

async function expectOnlyText(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(100);
  expect([where, await markupIn(page)]).toEqual([where, []]);
  expect([where, await ranIn(page)]).toEqual([where, []]);
}

const openAllWriting = (page: Page): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: /All writing/ })
    .click();

async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate(text => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  }, html);
}

test(`${STRINGS.length} hostile strings stay text: as titles, in letters, pasted, searched and printed`, async ({
  launch,
}) => {
  const { page } = await launch();
  const dialogs = dialogsOf(page);
  await openVault(page);
  await listenForViolations(page);
  expect(STRINGS.length).toBeGreaterThanOrEqual(300);

  for (const text of STRINGS) {
    await writtenLetter(page, BLANK, {
      title: text,
      blocks: () => documentOf(text).root.children ?? [],
    });
  }
  await writtenLetter(page, BLANK, {
    title: 'All of them',
    blocks: () => documentOf(STRINGS.join('\n')).root.children ?? [],
  });
  await openAllWriting(page);
  const list = page.getByRole('main');
  await expect(list.getByRole('button', { name: /All of them/ }).first()).toBeVisible();
  await expectOnlyText(page, 'the list');
  await list.hover();
  for (let turn = 0; turn < 15; turn += 1) {
    await page.mouse.wheel(0, 1800);
    await expectOnlyText(page, 'the list, further down');
  }

  await list.hover();
  await page.mouse.wheel(0, -900_000);
  await list
    .getByRole('button', { name: /All of them/ })
    .first()
    .click();
  await expect(letter(page).locator('p')).toHaveCount(STRINGS.length);
  const shown = await letter(page).locator('p').allTextContents();
  expect(shown).toEqual(STRINGS);
  await expectOnlyText(page, 'the letter');

  await page.keyboard.press('ControlOrMeta+p');
  const preview = page.getByRole('dialog', { name: 'Print preview' });
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).toBeVisible({ timeout: 30_000 });
  await expectOnlyText(page, 'the preview');
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);

  const { id } = await writtenLetter(page, BLANK, {
    title: 'Pasted',
    blocks: () => documentOf('').root.children ?? [],
  });
  await openAllWriting(page);
  await list
    .getByRole('button', { name: /Pasted/ })
    .first()
    .click();
  await title(page).focus();
  for (const text of STRINGS.slice(0, 20)) await paste(page, text);
  await letter(page).click();
  for (const text of STRINGS) await paste(page, `<p>${text}</p>`);
  await expectOnlyText(page, 'what was pasted');
  await waitUntilSaved(page);
  const { document: stored } = await askVault(page, 'entries.get', id);
  expect(JSON.stringify(stored)).not.toMatch(/"(?:url|href|src)":"\s*(?:java|vb)script:/i);

  await page.keyboard.press('ControlOrMeta+Shift+f');
  const search = page.getByRole('searchbox', { name: 'Search everything' });
  for (const [index, text] of STRINGS.entries()) {
    await search.fill(text.slice(0, 900));
    if (index % 20 === 0) await page.waitForTimeout(250);
    if (index % 20 === 0) await expectOnlyText(page, 'the search');
  }
  await expectOnlyText(page, 'the search');
  expect(dialogs).toEqual([]);

  // The proof of the proof: an element that is not ours is seen, and so is a script that ran.
  await page.evaluate(() => {
    document.body.append(document.createElement('math'));
    Object.assign(window, { __ran: 1 });
  });
  expect(await markupIn(page)).not.toEqual([]);
  expect(await ranIn(page)).not.toEqual([]);
  tell(
    `hostile strings: ${STRINGS.length} as titles, in a letter, pasted, searched and previewed: ` +
      '0 ran, 0 became markup, 0 violations of the policy',
  );
});

/** The tags of a web page that text alone can not be. */
function oddTagsIn(html: string): string[] {
  const odd: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const speaks = Object.entries(attributes).some(
        ([key, value]) => key.startsWith('on') || /^\s*(?:java|vb)?script:/i.test(value),
      );
      if (speaks || /^(?:script|iframe|object|embed|form|svg|math|video|audio|base)$/.test(name)) {
        odd.push(`${name} ${JSON.stringify(attributes)}`);
      }
    },
  });
  parser.end(html);
  return odd;
}

/** In each kind of file that can come in, the strings as they are, and once as text. */
const FILES: Readonly<Record<string, string>> = {
  'raw.html': `<!doctype html><title>${STRINGS[0] ?? ''}</title>${STRINGS.map(text => `<p>${text}</p>`).join('\n')}`,
  'escaped.html': STRINGS.map(
    text => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  ).join('\n'),
  'raw.md': STRINGS.join('\n\n'),
  'plain.txt': STRINGS.join('\n\n'),
  'jrnl.json': JSON.stringify({
    tags: {},
    entries: STRINGS.map(text => ({ title: text, body: text, date: '2026-05-17', time: '09:00' })),
  }),
};

test(`${STRINGS.length} hostile strings come in from files and go out again as text`, async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  const dialogs = dialogsOf(page);
  const outside = join(app.userDataDir, 'outside');
  mkdirSync(outside);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(outside, name), text);
  await openVault(page);
  await listenForViolations(page);

  await answerOpen(app, [outside]);
  await app.evaluateMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('app.import')?.click();
  });
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  const take = page.getByRole('button', { name: /^Take in/ });
  await expect(take).toBeVisible();
  await expectOnlyText(page, 'what was found');
  await take.click();
  await expect(page.getByText(/were taken in/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all writing' }).click();
  const entries = await askVault(page, 'entries.list', undefined);
  // One of each file, and one of each line of the journal.
  expect(entries).toHaveLength(STRINGS.length + Object.keys(FILES).length - 1);
  for (const { id } of entries) {
    const { document } = await askVault(page, 'entries.get', id);
    expect(JSON.stringify(document)).not.toMatch(/"(?:url|href|src)":"\s*(?:java|vb)script:/i);
  }
  await page
    .getByRole('main')
    .getByRole('button', { name: /^plain/ })
    .first()
    .click();
  await expect(letter(page).locator('p')).toHaveCount(STRINGS.length);
  const shown = await letter(page).locator('p').allTextContents();
  expect(shown.map(text => text.trim())).toEqual(STRINGS.map(text => text.trim()));
  await expectOnlyText(page, 'a letter that came in');

  // Out again as a web page.
  const file = join(outside, 'out.html');
  await answerSave(app, file);
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: 'For me' }).check();
  await dialog.getByRole('combobox', { name: 'As', exact: true }).click();
  await page.getByRole('option', { name: /^Web page/ }).click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'It is written' })).toContainText(file);
  const odd = oddTagsIn(readFileSync(file, 'utf8'));
  expect(odd).toEqual([]);
  expect(oddTagsIn(FILES['raw.html'] ?? '').length).toBeGreaterThan(100);
  expect(dialogs).toEqual([]);
  tell(
    `hostile strings: ${STRINGS.length} in ${Object.keys(FILES).length} kinds of files, taken in ` +
      'and let out as a web page: 0 ran, 0 became markup, 0 violations of the policy',
  );
});
