import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { templates } from '#shared/content/templates.ts';
import { childrenOf, isSection, paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { plainPaper, type PrintOptions } from '#shared/domain/print.ts';
import type { Template } from '#shared/domain/template.ts';
import { aNode, aPicture } from '../support/builders.ts';
import { expect, test } from '../support/ready.ts';
import {
  lettersOf,
  marginOf,
  pagesOf,
  picturesOf,
  wordsOf,
  writePdf,
  type Printed,
} from '../support/paper.ts';
import { openVault } from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';

/** Nothing but what was written. */
const BARE: PrintOptions = {
  ...plainPaper('a4'),
  pageNumbers: false,
  date: false,
  salutation: false,
};

const LAYOUTS: readonly Partial<PrintOptions>[] = [
  { layout: 'read-aloud' },
  { paper: 'a5', margins: 'narrow', font: 'sans', size: 10, lineSpacing: 'close' },
  { paper: 'letter', margins: 'wide', size: 14, lineSpacing: 'wide' },
];

const WORD = 'unbreakable'.repeat(28).slice(0, 300);
/** Apart, as `pdftotext` reads each page in one direction, that of most of its letters. */
const RIGHT_TO_LEFT = ['שלום לך, זה מכתב שכתבתי אתמול.', 'مرحبا، هذه رسالة كتبتها لك أمس.'];
const LEFT_TO_RIGHT = [
  '漢字とかなの手紙を書きました。',
  '这是一封信。',
  '편지를 씁니다.',
  'Thank you 😀 and 🙏, again 🌱.',
  'Žluťoučký kůň, Ελληνικά, кириллица, Straße.',
  `Before ${WORD} after.`,
  WORD,
];

/** Every section says where it is, in two paragraphs. */
const filled = ({ id, sections }: Template) => ({
  texts: sections.map((_, index) => [
    `${id} ${index} begins, and says what there is to say of it in more than one line of paper.`,
    `${id} ${index} ends.`,
  ]),
  open: sections.map(({ private: isPrivate }) => isPrivate !== true),
});

function fill(begun: readonly DocumentNode[], texts: readonly (readonly string[])[]) {
  let at = -1;
  return begun.map(node => {
    if (!isSection(node)) return node;
    at += 1;
    const [heading, body] = childrenOf(node);
    if (heading === undefined || body === undefined) return node;
    return {
      ...node,
      sectionType: 'text',
      children: [heading, { ...body, children: (texts[at] ?? []).map(paragraphOf) }],
    };
  });
}

async function blankLetter(page: Page, nodes: readonly DocumentNode[]): Promise<Printed> {
  const made = { templateId: null, journeyId: null };
  const { id } = await writtenLetter(page, made, { blocks: () => nodes });
  return { id, options: BARE, copy: { audience: 'for-me', withPrivate: false } };
}

/** Nothing is cut off at an edge, and no page is empty. */
function expectWhole(file: string, atLeast: number): void {
  for (const picture of picturesOf(file)) {
    const margin = marginOf(picture);
    expect(margin).toBeGreaterThanOrEqual(atLeast);
    expect(margin).toBeLessThan(60);
  }
}

test('what was written is on paper, word for word, whatever it is and however it is laid out', async ({
  launch,
}, info) => {
  const { page } = await launch();
  await openVault(page);
  const file = info.outputPath('letter.pdf');

  for (const template of templates) {
    const { texts, open } = filled(template);
    const { id } = await writtenLetter(
      page,
      { templateId: template.id, journeyId: null },
      { blocks: begun => fill(begun, texts) },
    );
    const copy = { audience: 'for-counsellor', withPrivate: false } as const;
    await writePdf(page, { id, options: BARE, copy }, file);
    const going = texts.filter((_, index) => open[index]);
    expect(wordsOf(file)).toBe(going.flat().join(' '));
    // Of an impact map, all is for the writer: the page is empty.
    if (going.length > 0) expectWhole(file, 20);
  }

  for (const paragraphs of [RIGHT_TO_LEFT, LEFT_TO_RIGHT]) {
    const printed = await blankLetter(page, paragraphs.map(paragraphOf));
    for (const layout of [{}, ...LAYOUTS]) {
      await writePdf(page, { ...printed, options: { ...BARE, ...layout } }, file);
      const read = lettersOf(wordsOf(file)).replaceAll('‖', '');
      expect(read, JSON.stringify(layout)).toBe(lettersOf(paragraphs.join('')));
      expectWhole(file, 10);
    }
  }
});

test('forty pages are whole, a picture is never cut, and the theme of the app is not on paper', async ({
  launch,
}, info) => {
  const { page } = await launch();
  await openVault(page);
  const file = info.outputPath('letter.pdf');
  const paragraphs = Array.from(
    { length: 290 },
    (_, n) => `Paragraph ${n} says ${'what there is to say about it, '.repeat(12)}and ends ${n}.`,
  );
  const long = await blankLetter(page, paragraphs.map(paragraphOf));
  await writePdf(page, long, file);
  expect(pagesOf(file)).toBeGreaterThanOrEqual(40);
  expect(wordsOf(file)).toBe(paragraphs.join(' '));
  expectWhole(file, 20);

  const picture = await addPicture(page);
  const before = (n: number) => Array.from({ length: n }, (_, at) => paragraphOf(`Line ${at}.`));
  for (const lines of [3, 22, 30]) {
    const printed = await blankLetter(page, [
      ...before(lines),
      aPicture('0', { picture, width: 75, children: [{ ...aNode('text', []), text: 'A door' }] }),
      paragraphOf('After it.'),
    ]);
    await writePdf(page, printed, file);
    // A square that is cut in two has its colour on two pages.
    const holding = picturesOf(file).filter(({ dots }) => share(dots, 60, 130) > 0.02);
    expect(holding).toHaveLength(1);
    expect(wordsOf(file)).toMatch(/A door After it\.$/);
  }

  const printed = await blankLetter(page, [paragraphOf('The same by day and by night.')]);
  await writePdf(page, printed, file);
  const byDay = picturesOf(file);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => window.bridge.invoke('shell.setTheme', 'dark'));
  await writePdf(page, printed, join(info.outputDir, 'dark.pdf'));
  expect(picturesOf(join(info.outputDir, 'dark.pdf'))).toEqual(byDay);
});

/** The part of all dots between two shades. */
const share = (dots: Uint8Array, from: number, to: number): number =>
  dots.filter(dot => dot >= from && dot <= to).length / dots.length;

/** A square of one grey, in the vault. */
async function addPicture(page: Page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 600);
    const context = canvas.getContext('2d');
    if (context !== null) context.fillStyle = '#606060';
    context?.fillRect(0, 0, 600, 600);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return askVault(page, 'pictures.add', {
    bytes: Uint8Array.from(bytes),
    mediaType: 'image/png',
    width: 600,
    height: 600,
  });
}
