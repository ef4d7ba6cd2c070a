import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { $getRoot, $getSelection, $selectAll, UNDO_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockOfParts, lineOf } from '#shared/domain/blocks.ts';
import {
  DOCUMENT_MAX_DEPTH,
  childrenOf,
  emptyDocument,
  inlineText,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { htmlOfBlocks } from '../../../renderer/editor/copy/to-html.ts';
import { expectPlainPaste } from '../../../renderer/editor/paste/plain-paste.ts';
import { readHtml } from '../../../renderer/editor/paste/read-html.ts';
import { parseInert } from '../../../renderer/editor/paste/trusted-html.ts';
import { paste } from './clipboard.ts';
import {
  $at,
  edit,
  letterOf,
  openLetter,
  outline,
  outlineOf,
  p,
  salutation,
  section,
} from './support.ts';

const corpus = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'paste-corpus', `${name}.clipboard`), 'utf8');

/** What a page becomes: blocks in short, with formats as marks around the words. */
const read = (html: string): string[] => readHtml(parseInert(html)).map(node => marked(node));

function marked(node: DocumentNode): string {
  return outlineOf(withMarks(node));
}

function withMarks(node: DocumentNode): DocumentNode {
  if (node.type === 'linebreak') return { type: 'text', text: '⏎' };
  if (node.type === 'tab') return { type: 'text', text: '⇥' };
  if (node.type === 'link') {
    return {
      type: 'text',
      text: `(${childrenOf(node).map(marks).join('')})<${String(node['url'])}>`,
    };
  }
  if (node.type === 'text') return { ...node, text: marks(node) };
  const children = childrenOf(node).map(withMarks);
  const box = node['checked'] === undefined ? '' : node['checked'] === true ? '☑' : '☐';
  return { ...node, children: box === '' ? children : [{ type: 'text', text: box }, ...children] };
}

function marks(node: DocumentNode): string {
  const format = Number(node['format']);
  const signs = ['b', 'i', 's', 'u'].filter((_, bit) => (format & (1 << bit)) !== 0).join('');
  const text = inlineText(node);
  return signs === '' ? text : `{${signs} ${text}}`;
}

describe('what other programs put on the clipboard', () => {
  test('Word', () => {
    expect(read(corpus('word'))).toEqual([
      'h1:What happened',
      'h2:The first time',
      'On the {b ninth of May} I {i read} your {u messages}, and {s not} only once.',
      'bullet[the phone [bullet[its {b photos}]] the letters]',
      'number[Tell you Wait]',
      'Hidden: none. (Find {b help})<https://example.org/help>.',
      'March',
      'the {i first} lie',
    ]);
  });

  test('Google Docs', () => {
    expect(read(corpus('google-docs'))).toEqual([
      'h1:What happened',
      'On the {b ninth of May} I {i read} your {u messages}{s  once}.⏎And again.',
      'bullet[the phone [bullet[its photos]] the letters]',
      'check[☑{s done} ☐to do]',
      '(Find help)<https://example.org/help>',
    ]);
  });

  test('Gmail', () => {
    expect(read(corpus('gmail'))).toEqual([
      'Dear M.,',
      'I have thought about {b what you said}. You were right,\u00A0and I was not {i honest}.',
      'I am {u sorry}. 🙏',
      'bullet[I will tell you I will wait]',
      'indented, not quoted',
      'On Sat, 9 May 2026 at 14:02, M. <(m@example.org)<mailto:m@example.org>> wrote:',
      '>Where were you?',
      '>I waited.',
    ]);
  });

  test('Outlook', () => {
    expect(read(corpus('outlook'))).toEqual([
      'Dear M.,',
      'I said I was at {b work}. I was not.',
      'bullet[Monday Tuesday]',
      'number[One]',
      '{b From:} M. ⏎{b Sent:} 9 May 2026',
      'Inside a layout table',
    ]);
  });

  test('Apple Mail', () => {
    expect(read(corpus('apple-mail'))).toEqual([
      'Dear M.,',
      'I kept it from you {b for a year}.',
      '{bi All} of it.',
      '>On 9 May 2026, at 14:02, M. wrote:',
      '>Is there anything else?',
      'number[No. Nothing.]',
    ]);
  });

  test('LibreOffice', () => {
    expect(read(corpus('libreoffice'))).toEqual([
      'h1:What happened',
      'On the {b ninth of May} I {i read} your {u messages}, and {s not} only once.',
      'number[First [bullet[inside]] Second]',
      '>You said so.',
      'March⇥the {b first}',
    ]);
  });

  test('a web page: its words, and nothing that runs, loads or is hidden', () => {
    expect(read(corpus('web-page'))).toEqual([
      'h3:How to say sorry',
      'Say what you did, (plainly)<https://example.org/>,1 and {b stop}.',
      'A bridge',
      'two⏎lines',
      'First line⏎second line',
      'A new paragraph',
      'Regret',
      'It is not enough.',
      'check[☑tell ☐wait]',
      'مرحبا بالعالم',
      'Share',
    ]);
    expect('hacked' in window).toBe(false);
  });

  test.each(['word', 'google-docs', 'gmail', 'outlook', 'apple-mail', 'libreoffice', 'web-page'])(
    '%s, pasted and copied again, reads the same',
    name => {
      const nodes = readHtml(parseInert(corpus(name)));
      const again = readHtml(parseInert(htmlOfBlocks(nodes)));
      // HTML has no tab: it comes back as a space.
      const expected = nodes.map(outlineOf).map(line => line.replaceAll('\t', ' '));
      expect(again.map(outlineOf)).toEqual(expected);
    },
  );
});

describe('nothing is cut off', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const inline = ['b', 'i', 'span', 'a', 'font', 'u', 'em', 'o:p', 'code'];
  const block = [
    'p',
    'div',
    'li',
    'ul',
    'ol',
    'h1',
    'h5',
    'blockquote',
    'td',
    'table',
    'tr',
    'pre',
  ];
  const { html } = fc.letrec<{ html: string }>(tie => ({
    html: fc.oneof(
      { maxDepth: 6, depthIdentifier: 'html' },
      word.map(text => `${text} `),
      fc
        .tuple(
          fc.constantFrom(...inline, ...block),
          fc.array(tie('html'), { maxLength: 4, depthIdentifier: 'html' }),
          fc.constantFrom('', ' style="font-weight:700"', ' style="white-space:pre"', ' class="x"'),
        )
        .map(([tag, inside, looks]) => `<${tag}${looks}>${inside.join('')}</${tag}> `),
      fc.constant('<br>'),
      fc.constant('<img src=x alt="">'),
      fc.constant('<!-- a comment -->'),
    ),
  }));

  const wordsOf = (text: string): string[] => text.split(/\s+/).filter(part => part !== '');
  const wordsIn = (nodes: readonly DocumentNode[]): string[] =>
    nodes.flatMap(node =>
      node.type === 'list' || node.type === 'listitem'
        ? childrenOf(node).some(child => child.type === 'list' || child.type === 'listitem')
          ? wordsIn(childrenOf(node))
          : wordsOf(inlineText(node))
        : wordsOf(inlineText(node)),
    );

  test('every word of any page arrives, in its order', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 8 }), parts => {
        const page = parseInert(parts.join(''));
        const expected = wordsOf(page.body.textContent);
        expect(wordsIn(readHtml(page))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('every word of a very long text arrives in the letter, and goes with one undo', () => {
    const words = Array.from({ length: 30_000 }, (_, index) => `w${index}`);
    const paragraphs = Array.from({ length: 600 }, (_, index) =>
      words.slice(index * 50, index * 50 + 50).join(' '),
    );
    const editor = openLetter(letterOf(section('What I did'), p('')));
    paste(editor, [0, 1, 0], { html: paragraphs.map(text => `<p>${text}</p>`).join('') });
    const text = editor.read(() => $getRoot().getTextContent());
    expect(wordsOf(text).filter(part => part.startsWith('w'))).toEqual(words);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(['What I did{}', '']);
  });

  test.each([
    ['unclosed styles', '<style x'.repeat(40_000)],
    ['unopened tags', '>'.repeat(200_000)],
    ['unclosed tags', '<p '.repeat(40_000)],
    ['spaces that are kept', `a${'&nbsp;'.repeat(40_000)}b`],
    ['line breaks', '<br>'.repeat(20_000)],
    ['empty blocks', '<p></p>'.repeat(20_000)],
    ['styles without end', `<p style="${'a:b;'.repeat(40_000)}">x</p>`],
  ])('a page of %s is read to its end', (_name, source) => {
    // What grows with the square of the page would still be reading when the test's time is over.
    expect(readHtml(parseInert(source)).length).toBeLessThanOrEqual(40_000);
  });

  test('a page nested deeper than any real one gives its text', () => {
    const deep = `${'<div><ul><li>'.repeat(600)}bottom${'</li></ul></div>'.repeat(600)}`;
    const nodes = readHtml(parseInert(`before ${deep} after`));
    expect(wordsIn(nodes)).toEqual(['before', 'bottom', 'after']);
    const depth = (node: DocumentNode): number => 1 + Math.max(0, ...childrenOf(node).map(depth));
    expect(Math.max(...nodes.map(depth))).toBeLessThan(DOCUMENT_MAX_DEPTH);
  });
});

describe('pasting into a letter', () => {
  const open = () =>
    openLetter(letterOf(salutation('Dear M.,'), section('Sorry', p('I am.')), p('')));

  test('blocks go into the section, and one undo takes them out again', () => {
    const editor = open();
    paste(editor, [1, 1, 0], { html: '<p>one</p><h1>two</h1><ul><li>three</li></ul>' });
    expect(outline(editor)[1]).toBe('Sorry{I am.one|h1:two|bullet[three]}');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)[1]).toBe('Sorry{I am.}');
  });

  test('a heading and the salutation take one line, and what follows goes behind them', () => {
    const editor = open();
    paste(editor, [1, 0], { html: '<p>, <b>truly</b></p><p>so</p><ul><li>sorry</li></ul>' });
    expect(outline(editor)[1]).toBe('Sorry, truly{so|bullet[sorry]|I am.}');
    paste(editor, [0], { html: '<ul><li> and</li><li>all</li></ul><p>of you</p>' });
    expect(outline(editor).slice(0, 3)).toEqual(['~Dear M.,and', 'bullet[all]', 'of you']);
    edit(editor, () => $getSelection()?.insertText('!'));
    expect(outline(editor)[2]).toBe('of you!');
  });

  test('a part of a block takes all of it as one line', () => {
    const editor = openLetter(letterOf(blockOfParts('statement', { when: 'you' }), p('')));
    const html =
      '<p>came <b>home</b></p><ul><li>late<br>and</li><li>said</li></ul><h1>nothing</h1>';
    paste(editor, [0, 0], { html });
    expect(outline(editor)).toEqual(['statement(youcame home late and said nothing|||)', '']);
    expect(JSON.stringify(documentOf(editor))).toContain('"format":1');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(['statement(you|||)', '']);
  });

  test('several paragraphs are several points that were heard', () => {
    const editor = openLetter(letterOf(blockOfParts('answer', { reply: 'yes' }), p('end')));
    paste(editor, [0, 0], { plain: 'You lied.\nYou left.\n- And more' });
    expect(outline(editor)).toEqual([
      'answer(You lied.|yes)',
      'answer(You left.|)',
      'answer(- And more|)',
      'end',
    ]);
    paste(editor, [0, 1], { plain: 'one\ntwo' });
    expect(outline(editor)[0]).toBe('answer(You lied.|yesone two)');
  });

  test.each(['date', 'feelings'] as const)('a line of %s takes one line', type => {
    const editor = openLetter(letterOf(lineOf(type, ''), p('')));
    paste(editor, [0], { plain: '17 May\n2026' });
    expect(outline(editor)).toEqual([`<${type}>17 May 2026`, '']);
  });

  test('the white space that plain text begins a line with is kept', () => {
    const editor = open();
    paste(editor, [2], { plain: '  two spaces\n\ta tab ' });
    expect(outline(editor).slice(2)).toEqual(['  two spaces', '\ta tab']);
  });

  test('the address of a link is kept to the letter', () => {
    const [paragraph] = readHtml(
      parseInert('<p><a href="https://x.com/a/once=1" style="color:red" onclick="x()">it</a></p>'),
    );
    expect(JSON.stringify(paragraph)).toContain('"https://x.com/a/once=1"');
  });

  test('asked to be plain, it leaves all looks behind', () => {
    const editor = open();
    expectPlainPaste(editor);
    paste(editor, [2], { html: '<h1>one</h1><ul><li>two</li></ul>', plain: 'one\n\ntwo\nthree' });
    expect(outline(editor).slice(2)).toEqual(['one', 'two\nthree']);
    paste(editor, [3], { html: '<h1>four</h1>', plain: 'four' });
    expect(outline(editor).slice(3)).toEqual(['two\nthreefour']);
  });

  test('plain text without blank lines makes a paragraph of each line', () => {
    const editor = openLetter(emptyDocument());
    paste(editor, [0], { plain: 'one\r\ntwo\r\nthree' });
    expect(outline(editor)).toEqual(['one', 'two', 'three']);
  });

  test('over a selection that crosses sections it keeps the sections', () => {
    const editor = open();
    edit(editor, () => $selectAll());
    paste(editor, [], { html: '<p>new</p><p>words</p>' });
    expect(outline(editor)).toEqual(['~new', 'words', 'Sorry{}', '']);
  });

  test('an address over selected words makes them a link', () => {
    const editor = open();
    edit(editor, () => $at(1, 1, 0).select(0));
    paste(editor, [], { plain: 'https://example.org/', html: '<p>https://example.org/</p>' });
    const [, kept] = childrenOf(documentOf(editor).root);
    expect(JSON.stringify(kept)).toContain('"url":"https://example.org/"');
    expect(outline(editor)[1]).toBe('Sorry{I am.}');
  });
});
