import type { Locator, Page } from '@playwright/test';
import { templates } from '#shared/content/templates.ts';
import type { Document, DocumentNode } from '#shared/domain/document.ts';
import type { SectionSpec, Template } from '#shared/domain/template.ts';
import { expect, test } from '../support/ready.ts';
import { openPreview, pick } from '../support/printing.ts';
import { openVault, letter, lock, startLetter, unlock, waitUntilSaved } from '../support/steps.ts';

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly document: Document;
}

/** What the vault holds, asked for as the page itself asks. */
const ask = <T>(page: Page, procedure: string, input?: unknown): Promise<T> =>
  page.evaluate(
    async ([name, value]) => {
      const { bridge } = window as unknown as {
        bridge: { invoke: (name: string, input: unknown) => Promise<{ value: unknown }> };
      };
      return (await bridge.invoke(name as string, value)).value as never;
    },
    [procedure, input],
  );

const newest = async (page: Page): Promise<Stored> => {
  const [first] = await ask<{ id: string }[]>(page, 'entries.list');
  return ask<Stored>(page, 'entries.get', first?.id);
};

/** A section of the open letter. A line in it may have the same name as the section itself. */
const sectionOf = (page: Page, index: number): Locator =>
  letter(page).locator('> section').nth(index);

/** What is written into a section: its words, each of which appears nowhere else. */
function wordsFor(template: Template, spec: SectionSpec): readonly string[] {
  const word = (part: string) => `${template.id} ${spec.id} ${part}`.replaceAll('-', ' ');
  switch (spec.type) {
    case 'feeling-statement':
      return ['when', 'feel', 'need', 'like'].map(word);
    case 'commitments':
      return [word('who'), word('what'), '17 May 2027', word('notice')];
    case 'points':
      return ['heard', 'reply'].map(word);
    case 'date':
      return ['17 May 2027'];
    case 'feelings':
      return ['very hurt, a little hopeful'];
    case 'scale':
      return [word('note')];
    case 'checklist':
      return [spec.items?.[0] ?? ''];
    case 'text':
      return [word('text')];
    default:
      return spec.type satisfies never;
  }
}

async function writeSection(
  page: Page,
  index: number,
  spec: SectionSpec,
  words: readonly string[],
) {
  const section = sectionOf(page, index);
  if (spec.type === 'checklist') {
    await section.getByRole('checkbox').first().click();
    return;
  }
  if (spec.type === 'scale') await section.getByRole('radio', { name: /^5/ }).click();
  const lines = section.locator('p[dir=auto]');
  for (const [at, text] of words.entries()) {
    await lines.nth(at).click();
    // The browser tells of a new caret a moment after a click; a person's next key comes later.
    await page.waitForTimeout(30);
    await page.keyboard.insertText(text);
  }
}

/** Prompts fold away with the screen; they are no part of what was written. */
const structure = ({ root }: Document): DocumentNode => root;

test('every template is written in the dark, locked away, and read again and printed in the light', async ({
  launch,
}) => {
  test.setTimeout(600_000);
  const { page } = await launch({ colorScheme: 'dark' });
  await openVault(page);
  const written = new Map<string, Stored>();
  for (const template of templates) {
    await startLetter(page, template.title);
    for (const [index, spec] of template.sections.entries()) {
      await writeSection(page, index, spec, wordsFor(template, spec));
    }
    await page.keyboard.press('ControlOrMeta+s');
    await waitUntilSaved(page);
    const stored = await newest(page);
    expect(stored.document.root.children?.filter(({ type }) => type === 'section').length).toBe(
      template.sections.length,
    );
    written.set(template.id, stored);
  }
  const dark = await inkOf(page);

  await lock(page);
  await unlock(page);
  await page.emulateMedia({ colorScheme: 'light' });
  for (const template of templates) {
    const before = written.get(template.id);
    await openFromSearch(page, template);
    await expect(letter(page)).toBeVisible();
    for (const [index, spec] of template.sections.entries()) {
      for (const word of wordsFor(template, spec)) {
        await expect(sectionOf(page, index)).toContainText(word);
      }
    }
    const after = await ask<Stored>(page, 'entries.get', before?.id);
    expect(after.version).toBe(before?.version);
    expect(before && structure(after.document)).toEqual(before && structure(before.document));
    await checkPrinted(page, template);
  }
  expect(await inkOf(page)).not.toBe(dark);
});

/** The colour in which the words of the open letter are written. */
const inkOf = (page: Page): Promise<string> =>
  letter(page).evaluate(dom => getComputedStyle(dom).color);

async function openFromSearch(page: Page, template: Template): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+f');
  const words = template.sections.flatMap(spec => wordsFor(template, spec));
  const own = words.find(word => word.startsWith(template.id.replaceAll('-', ' '))) ?? '';
  await page.getByRole('searchbox', { name: 'Search everything' }).fill(own);
  const result = page.getByRole('list', { name: 'Results' }).getByRole('button');
  await result.filter({ hasText: template.title }).first().click();
}

async function checkPrinted(page: Page, template: Template): Promise<void> {
  const preview = await openPreview(page);
  await pick(preview, 'For', /^My counsellor$/);
  const pages = preview.getByRole('group', { name: /^Page \d+ of/ });
  const text = (await pages.allTextContents()).join(' ').replaceAll(/\s+/g, ' ');
  for (const spec of template.sections) {
    for (const word of wordsFor(template, spec)) {
      if (spec.private !== true) expect(text).toContain(word);
      else if (word.startsWith(template.id.replaceAll('-', ' '))) expect(text).not.toContain(word);
    }
  }
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
}
