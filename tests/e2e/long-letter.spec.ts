import type { Page } from '@playwright/test';
import type { Document } from '#shared/domain/document.ts';
import { expect, test } from '../support/ready.ts';
import { letter, openVault, waitUntilSaved } from '../support/steps.ts';

const SECTIONS = 40;

/** Forty sections of several paragraphs; one word far down that stands nowhere else. */
const longDocument = (): Document => {
  const text = (words: string) => ({ type: 'text', version: 1, text: words, format: 0 });
  const sections = Array.from({ length: SECTIONS }, (_, index) => ({
    type: 'section',
    version: 1,
    sectionId: `part-${index}`,
    sectionType: 'text',
    prompt: 'Describe what you did.',
    hint: '',
    starter: '',
    private: false,
    promptHidden: false,
    children: [
      { type: 'section-heading', version: 1, children: [text(`Part ${index}`)] },
      {
        type: 'section-body',
        version: 1,
        children: Array.from({ length: 5 }, (__, paragraph) => ({
          type: 'paragraph',
          version: 1,
          children: [
            text(
              `${'I said that you had not seen what was there. '.repeat(6)}${index === 35 && paragraph === 2 ? 'zqdeep' : ''}`,
            ),
          ],
        })),
      },
    ],
  }));
  const last = { type: 'paragraph', version: 1, children: [text('Yours, to the end')] };
  return { version: 1, root: { type: 'root', version: 1, children: [...sections, last] } };
};

async function keep(page: Page, document: Document): Promise<void> {
  await page.evaluate(async given => {
    const created = (await window.bridge.invoke('entries.create', {
      templateId: null,
      journeyId: null,
    })) as { value: { id: string; version: number; writtenOn: string } };
    const { id, version, writtenOn } = created.value;
    const draft = { id, baseVersion: version, seq: 1, title: 'Long', writtenOn, document: given };
    await window.bridge.invoke('entries.saveDraft', draft);
  }, document);
}

/** The middle of the caret, or of the selection, in the window. */
const caretAt = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { top, bottom } = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {
      top: -1,
      bottom: -1,
    };
    return (top + bottom) / 2;
  });

async function expectCaretInView(page: Page): Promise<void> {
  const desk = await page.getByRole('contentinfo').or(page.getByRole('main')).first().boundingBox();
  await expect.poll(() => caretAt(page)).toBeGreaterThan(desk?.y ?? 0);
  await expect.poll(() => caretAt(page)).toBeLessThan((desk?.y ?? 0) + (desk?.height ?? 0) - 36);
}

test('a long letter opens at what was searched for, and its ends are where the keys go', async ({
  launch,
}) => {
  const { page } = await launch();
  await openVault(page);
  await keep(page, longDocument());
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('zqdeep');
  await page.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
  await expect(letter(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('zqdeep');
  await expectCaretInView(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await expectCaretInView(page);
  await page.keyboard.press('ControlOrMeta+End');
  await expectCaretInView(page);
  await page.keyboard.type('!');
  await expect(letter(page).getByText('Yours, to the end!')).toBeInViewport();
  // By now all of it is laid out, and nothing of it estimated.
  await expect(letter(page)).not.toHaveAttribute('data-opening');
});

test('a letter that was read ahead opens as the vault holds it by then', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await keep(page, longDocument());
  await page.keyboard.press('ControlOrMeta+Shift+a');
  const row = page.getByRole('button', { name: /^Long/ });
  await row.hover();
  // The press reads it, at the latest; the letter opens when the button is let go.
  await page.mouse.down();
  await page.evaluate(changeEnd, 'Yours, with other words');
  await page.mouse.up();
  await expect(letter(page).getByText('Yours, with other words')).toBeAttached();
  // Nothing stands against what is written now.
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('!');
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await row.hover();
  await row.click();
  await expect(letter(page).getByText('Yours, with other words!')).toBeAttached();
});

/** Changes the last line of the only letter, as the list of commitments or an undo would. */
async function changeEnd(text: string): Promise<void> {
  const list = (await window.bridge.invoke('entries.list', undefined)) as {
    value: { id: string }[];
  };
  const reply = await window.bridge.invoke('entries.get', list.value[0]?.id);
  const { value } = reply as {
    value: { id: string; version: number; title: string; writtenOn: string; document: Document };
  };
  const { id, version, title, writtenOn } = value;
  const document = JSON.parse(JSON.stringify(value.document).replace('Yours, to the end', text));
  const draft = { id, baseVersion: version, seq: 1, title, writtenOn, document };
  await window.bridge.invoke('entries.saveDraft', draft);
}
