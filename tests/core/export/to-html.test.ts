import { describe, expect, test } from 'vitest';
import { renderPrintHtml } from '#core/export/to-html.ts';
import { findTemplate } from '#shared/content/templates.ts';
import { lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { Day } from '#shared/domain/day.ts';
import {
  childrenOf,
  isSection,
  paragraphOf,
  textOf,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { aCheckList, aNode, aSection, documentWith, formatted } from '../../support/builders.ts';
import { createTestApp } from '../../support/test-app.ts';
import { body, DATE, OPTIONS, print, SETTING } from './printing.ts';

describe('blocks', () => {
  test.each([
    ['a paragraph', [paragraphOf('I lied.')], '<p dir="auto">I lied.</p>'],
    ['a heading', [aNode('heading', ['One'], { tag: 'h1' })], '<h2 dir="auto">One</h2>'],
    ['a deeper heading', [aNode('heading', ['Two'], { tag: 'h2' })], '<h3 dir="auto">Two</h3>'],
    ['the deepest heading', [aNode('heading', ['Six'], { tag: 'h6' })], '<h4 dir="auto">Six</h4>'],
    [
      'a quote',
      [aNode('quote', ['You said'])],
      '<blockquote dir="auto"><p dir="auto">You said</p></blockquote>',
    ],
    [
      'a bullet list',
      [aNode('list', [aNode('listitem', ['a']), aNode('listitem', ['b'])], { listType: 'bullet' })],
      '<ul><li dir="auto">a</li><li dir="auto">b</li></ul>',
    ],
    [
      'a numbered list that goes on from another',
      [aNode('list', [aNode('listitem', ['c'])], { listType: 'number', start: 3 })],
      '<ol start="3"><li dir="auto">c</li></ol>',
    ],
    [
      'a list within a list',
      [
        aNode(
          'list',
          [
            aNode('listitem', ['a']),
            aNode('listitem', [
              aNode('list', [aNode('listitem', ['b'])], { listType: 'number', start: 1 }),
            ]),
          ],
          { listType: 'bullet' },
        ),
      ],
      '<ul><li dir="auto">a<ol><li dir="auto">b</li></ol></li></ul>',
    ],
    [
      'a check list',
      [aCheckList(['open', 'x done'])],
      '<ul class="check"><li dir="auto"><span class="box">☐</span> open</li>' +
        '<li dir="auto"><span class="box">☑</span> done</li></ul>',
    ],
    [
      'a node from a newer version, by its text',
      [aNode('hologram', [paragraphOf('inside')]), aNode('hologram', ['loose'])],
      '<p dir="auto">inside</p><p dir="auto">loose</p>',
    ],
    [
      'a salutation',
      [aNode('salutation', ['Dear M.,'])],
      '<p class="salutation" dir="auto">Dear M.,</p>',
    ],
  ])('%s', (_name, nodes, html) => {
    expect(body(...nodes)).toBe(html);
  });

  test('one blank line between paragraphs is kept, none at the ends', () => {
    const [a, b, blank] = [paragraphOf('a'), paragraphOf('b'), paragraphOf('  ')];
    expect(body(blank, blank, a, blank, blank, blank, b, blank)).toBe(
      '<p dir="auto">a</p><p><br></p><p dir="auto">b</p>',
    );
  });

  test('an entry without a word is the date alone', () => {
    const empty = aNode('list', [aNode('listitem', [])], { listType: 'bullet' });
    expect(body(aNode('salutation', []), aNode('quote', []), empty, paragraphOf(''))).toBe('');
  });
});

describe('text', () => {
  test.each([
    ['bold', formatted('x', 1), '<strong>x</strong>'],
    ['italic', formatted('x', 2), '<em>x</em>'],
    ['struck through', formatted('x', 4), '<s>x</s>'],
    ['underlined', formatted('x', 8), '<u>x</u>'],
    ['all of them', formatted('x', 15), '<strong><em><u><s>x</s></u></em></strong>'],
    ['a format from a newer version', formatted('x', 1024), 'x'],
    ['a format that is no number', { ...textOf('x'), format: '1' }, 'x'],
    ['a line break', { type: 'linebreak', version: 1 }, '<br>'],
  ])('%s', (_name, node, html) => {
    expect(body(aNode('paragraph', [textOf('a'), node]))).toBe(`<p dir="auto">a${html}</p>`);
  });

  test.each([
    ['https://a.example/?b=1&c=2', 'there', 'there (https://a.example/?b=1&amp;c=2)'],
    ['https://a.example', 'https://a.example', 'https://a.example'],
    ['mailto:m@a.example', 'M.', 'M. (m@a.example)'],
    ['mailto:m@a.example', 'm@a.example', 'm@a.example'],
    ['javascript:alert(1)', 'there', 'there'],
    ['data:text/html,x', 'there', 'there'],
    ['file:///etc/passwd', 'there', 'there'],
    [42, 'there', 'there'],
  ])('a link to %s with the text %j', (url, text, html) => {
    const link = aNode('link', [text], { url });
    expect(body(aNode('paragraph', [link]))).toBe(`<p dir="auto">${html}</p>`);
  });
});

describe('sections', () => {
  const account = aSection({ heading: 'What <I> did', body: [paragraphOf('I lied.')] });
  const forMe = aSection({
    heading: 'Steady yourself',
    body: [paragraphOf('SECRET')],
    isPrivate: true,
  });
  const empty = aSection({ heading: 'Empty', body: [paragraphOf(' ')] });

  test('headings are printed when they are asked for', () => {
    expect(print([account, empty], { headings: true }).html).toBe(
      `${DATE}<section><h2 dir="auto">What &lt;I&gt; did</h2><p dir="auto">I lied.</p></section>`,
    );
    expect(body(account, empty)).toBe('<section><p dir="auto">I lied.</p></section>');
  });

  test('without headings, the number or the day of a section stands behind what it answers', () => {
    const steady = aSection({
      heading: 'How steady I am',
      sectionType: 'scale',
      body: [{ ...scaleOf({ min: 0, max: 10, minLabel: 'Not', maxLabel: 'Very' }), value: 6 }],
    });
    const review = aSection({
      heading: 'When we will look again',
      sectionType: 'date',
      body: [lineOf('date', '17 May 2027')],
    });
    const html = body(account, steady, review);
    expect(html).toContain('<p dir="auto">How steady I am: 6 of 10 (0 Not – 10 Very)</p>');
    expect(html).toContain('<p dir="auto">When we will look again: 17 May 2027</p>');
    expect(html).not.toContain('What &lt;I&gt; did');
  });

  test('prompts, hints and starters are never printed', () => {
    const { html } = print([account], { headings: true });
    expect(html).not.toMatch(/Describe|reasons|This is what/);
  });

  test('private sections stay out and are named', () => {
    const { html, leftOut } = print([forMe, account], { headings: true });
    expect(html).not.toMatch(/SECRET|Steady/);
    expect(leftOut).toEqual(['Steady yourself']);
  });

  test('ready-made statements are printed once one of them was ticked or changed', () => {
    const template = findTemplate(TemplateId.parse('impact-letter'));
    const sections = childrenOf(
      composeLetter(template ?? null, { personName: '', myName: '', date: '' }).root,
    );
    const areas = sections.filter(isSection).find(({ sectionType }) => sectionType === 'checklist');
    if (areas === undefined) throw new Error('the impact letter has a check list');
    const changed = (find: string | RegExp, replacement: string) =>
      JSON.parse(JSON.stringify(areas).replace(find, replacement)) as DocumentNode;

    const given = { templateItems: new Set(template?.sections.flatMap(({ items = [] }) => items)) };
    expect(print([areas], {}, given).html).toBe(DATE);
    const ticked = changed('"checked":false', '"checked":true');
    expect(print([ticked], {}, given).html.match(/☑/g)).toHaveLength(1);
    const reworded = changed(/("value":2.*?"text":")/, '$1MINE ');
    expect(print([reworded], {}, given).html).toContain('MINE');
  });
});

test('the date is written as in the language of the app', () => {
  const entry = {
    document: documentWith([]),
    writtenOn: Day.parse('2026-05-17'),
  };
  expect(renderPrintHtml(entry, OPTIONS, { ...SETTING, locale: 'de-DE' })).toEqual({
    html: '<p class="date">17. Mai 2026</p>',
    language: 'de-DE',
    leftOut: [],
  });
});

test('what is printed is asked for by id', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const request = { id: entry.id, options: OPTIONS };
  expect(await app.get('entries.printDocument', request)).toEqual({
    html: `${DATE}<p dir="auto">I broke my promise.</p>`,
    language: 'en-GB',
    leftOut: [],
  });
  const id = '99999999-9999-4999-8999-999999999999';
  expect(await app.call('entries.printDocument', { ...request, id })).toEqual({
    ok: false,
    error: { code: 'entry.notFound', id },
  });
});
