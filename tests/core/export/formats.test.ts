import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toWord } from '#core/export/to-word.ts';
import { textOf, type DocumentNode } from '#shared/domain/document.ts';
import { plainPaper } from '#shared/domain/print.ts';
import { letterOf } from '#shared/output/letter-of.ts';
import type { Letter } from '#shared/output/letter.ts';
import { toMarkdown } from '#shared/output/to-markdown.ts';
import { Day } from '#shared/domain/day.ts';
import { aNode, documentWith, formatted } from '../../support/builders.ts';
import { hasPandoc, linesOfLetter, readWithPandoc } from './pandoc.ts';

/** A letter without a date, a title or pictures: pandoc keeps those apart. */
const letterWith = (nodes: readonly DocumentNode[]): Letter =>
  letterOf(
    { title: '', writtenOn: Day.parse('2026-05-17'), document: documentWith(nodes) },
    { title: false, date: false, salutation: true, headings: true },
    { locale: 'en-GB', templateItems: new Set(), hasPicture: () => false },
  );

const MEANS = { fileOf: () => null };
const GFM = 'commonmark+strikeout+task_lists+raw_html';

/** What a writer might type, and what Markdown might take for something else. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zäé]{1,7}$/) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...'* ** _ __ ~~ ` ``` [ ] [a](b) ![x] < <b> </u> > # ## + - -- --- === . 1. 12) ! !! & &amp; \\ | :'.split(
        ' ',
      ),
      '(c)',
      '"so"',
      "it's",
      '中文',
      '😀',
      'مرحبا',
      'a*b',
      'a_b_c',
      'http://x.example',
      '[ ]',
      '[x] y',
    ),
  },
);
const words = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 5 }),
    before: fc.constantFrom('', '', ' ', '     '),
    after: fc.constantFrom('', '', ' ', '  '),
  })
  .map(each => `${each.before}${each.words.join(' ')}${each.after}`);

const inline: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 5, arbitrary: words.map(textOf) },
  {
    weight: 5,
    arbitrary: fc
      .record({ text: words, format: fc.integer({ min: 0, max: 15 }) })
      .map(({ text, format }) => formatted(text, format)),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'linebreak', version: 1 }) },
  {
    weight: 1,
    arbitrary: words.map(text => aNode('link', [text], { url: 'https://a.example/?b=1&c=(2)' })),
  },
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 });

const listOf = (...types: readonly string[]): fc.Arbitrary<DocumentNode> =>
  fc
    .record({
      listType: fc.constantFrom(...types),
      items: fc.array(line, { minLength: 1, maxLength: 3 }),
      deeper: fc.option(fc.array(line, { minLength: 1, maxLength: 2 })),
      start: fc.constantFrom(1, 1, 4),
    })
    .map(({ listType, items, deeper, start }) => {
      const fields = { listType, start, tag: listType === 'number' ? 'ol' : 'ul' };
      const itemsOf = (lines: readonly (readonly DocumentNode[])[]) =>
        lines.map((children, index) => aNode('listitem', children, { checked: index % 2 === 1 }));
      const nested =
        deeper === null ? [] : [aNode('listitem', [aNode('list', itemsOf(deeper), fields)])];
      return aNode('list', [...itemsOf(items), ...nested], fields);
    });

const block = (list: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> =>
  fc.oneof(
    { weight: 3, arbitrary: line.map(children => aNode('paragraph', children)) },
    {
      weight: 1,
      arbitrary: fc
        .record({ line, tag: fc.constantFrom('h1', 'h2', 'h3') })
        .map(each => aNode('heading', each.line, { tag: each.tag })),
    },
    { weight: 1, arbitrary: line.map(children => aNode('quote', children)) },
    { weight: 2, arbitrary: list },
  );
const lettersWith = (...lists: readonly string[]): fc.Arbitrary<Letter> =>
  fc.array(block(listOf(...lists)), { minLength: 1, maxLength: 12 }).map(letterWith);

describe.skipIf(!hasPandoc)('read by another program (needs pandoc)', () => {
  test('Markdown keeps every character, every format and every list', () => {
    fc.assert(
      fc.property(lettersWith('bullet', 'number', 'check'), letter => {
        const markdown = toMarkdown(letter, MEANS);
        const read = readWithPandoc(GFM, Buffer.from(markdown));
        const expected = linesOfLetter(letter);
        expect({ markdown, read }).toEqual({ markdown, read: expected });
      }),
      { numRuns: 60 },
    );
  });

  test('Word keeps every character, every format and every list', async () => {
    await fc.assert(
      fc.asyncProperty(lettersWith('bullet', 'number'), async letter => {
        const file = await toWord(letter, plainPaper('a4'), { pictureOf: () => undefined });
        const read = readWithPandoc('docx', file);
        expect(read).toEqual(linesOfLetter(letter));
      }),
      { numRuns: 30 },
    );
  });
});

test('Word says how the space of a line is meant, or a reader may cut pictures to one line', async () => {
  const letter = letterWith([aNode('paragraph', [textOf('words')])]);
  for (const lineSpacing of ['close', 'normal', 'wide'] as const) {
    const paper = { ...plainPaper('a4'), lineSpacing };
    const file = await toWord(letter, paper, { pictureOf: () => undefined });
    const styles = strFromU8(unzipSync(file)['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toMatch(/<w:pPrDefault>.*<w:spacing [^>]*w:lineRule="auto"/);
  }
});
