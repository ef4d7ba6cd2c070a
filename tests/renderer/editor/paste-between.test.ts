import { $getSelection, $isTextNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { markOf, withMark } from '#shared/domain/audience.ts';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { childrenOf, emptyDocument, type DocumentNode } from '#shared/domain/document.ts';
import { $copied } from '../../../renderer/editor/copy/CopyExtension.ts';
import { htmlOfBlocks } from '../../../renderer/editor/copy/to-html.ts';
import { textOfBlocks } from '../../../renderer/editor/copy/to-plain.ts';
import { withhold } from '#shared/output/withhold.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { copyOf, paste } from './clipboard.ts';
import { $at, edit, letterOf, openLetter, outline, p, salutation, section } from './support.ts';

describe('pasting between letters', () => {
  const copied = [section('What I did', p('I lied.')), section('Sorry', p('I am.'))];

  test('whole sections stay sections on the page', () => {
    const editor = openLetter(emptyDocument());
    paste(editor, [0], copyOf(salutation('Dear M.,'), ...copied));
    expect(outline(editor)).toEqual(['~Dear M.,', 'What I did{I lied.}', 'Sorry{I am.}', '']);
    const [, pasted] = childrenOf(documentOf(editor).root);
    expect(pasted).toMatchObject({ prompt: 'Prompt of What I did', sectionId: 'what i did' });
  });

  test('who may read a section comes along with it', () => {
    const editor = openLetter(emptyDocument());
    const marked = withMark(section('Sorry', p('I am.')), 'counsellor');
    paste(editor, [0], copyOf(marked, { ...section('Mine', p('x')), private: true }));
    const [first, second] = childrenOf(documentOf(editor).root);
    expect(first && markOf(first)).toBe('counsellor');
    expect(second && markOf(second)).toBe('private');
  });

  test('inside a section they become headings and text', () => {
    const editor = openLetter(letterOf(section('Here', p('')), p('')));
    paste(editor, [0, 1, 0], copyOf(salutation('Dear M.,'), ...copied));
    expect(outline(editor)).toEqual(['Here{Dear M.,|h3:What I did|I lied.|h3:Sorry|I am.}', '']);
  });

  test('the words of a section that not everyone may read stay so inside of another one', () => {
    const editor = openLetter(letterOf(section('Here', p('')), p('')));
    paste(editor, [0, 1, 0], copyOf({ ...section('Mine', p('I lied.')), private: true }));
    expect(outline(editor)).toEqual(['Here{h3:Mine|I lied.}', '']);
    const copy = { audience: 'for-partner', withPrivate: false } as const;
    const { removals } = withhold(documentOf(editor), copy);
    expect(removals.map(({ text, why }) => `${why}: ${text}`)).toEqual([
      'private: Mine',
      'private: I lied.',
    ]);
  });

  test('a section whose heading was not copied is only its text', () => {
    const headless = {
      ...section('x', p('lied.')),
      children: childrenOf(section('x', p('lied.'))).slice(1),
    };
    const editor = openLetter(letterOf(p('I ')));
    paste(editor, [0], copyOf(headless));
    expect(outline(editor)).toEqual(['I lied.']);
  });

  const blocks = [
    blockOfParts('statement', { when: 'late', feel: 'hurt' }),
    { ...blockOfParts('commitment', { what: 'call' }), status: 'kept' },
    { ...scaleOf({}), value: 3 },
  ];
  const pasted = ['statement(late|hurt||)', 'commitment!kept(|call||)', '<scale>'];

  test.each([
    ['in the place of an empty paragraph', '', 0, [...pasted, '']],
    ['before the text at whose start they are put', 'text', 0, [...pasted, 'text']],
    ['between the halves of a paragraph', 'text', 2, ['te', ...pasted, 'xt']],
    ['behind the text at whose end they are put', 'text', 4, ['text', ...pasted, '']],
  ])('blocks stay blocks, %s', (_name, text, at, expected) => {
    const editor = openLetter(letterOf(p(text)));
    edit(editor, () => {
      const line = $at(0).getFirstChild();
      if ($isTextNode(line)) line.select(at, at);
      else $at(0).selectStart();
    });
    paste(editor, [], copyOf(...blocks));
    expect(outline(editor)).toEqual(expected);
    const scale = childrenOf(documentOf(editor).root).find(({ type }) => type === 'scale');
    expect(scale).toMatchObject({ value: 3, min: 0, max: 10 });
  });

  test('a block put into a part goes behind that block, or takes the place of an empty one', () => {
    const editor = openLetter(letterOf(section('Here', blockOfParts('statement')), p('')));
    paste(editor, [0, 1, 0, 1], copyOf(...blocks.slice(0, 1)));
    expect(outline(editor)).toEqual(['Here{statement(late|hurt||)}', '']);
    paste(editor, [0, 1, 0, 1], copyOf(...blocks.slice(1)));
    expect(outline(editor)).toEqual([`Here{${pasted.join('|')}}`, '']);
  });

  test('what was copied of a block is a block with these parts, or only text', () => {
    const from = openLetter(
      letterOf(
        blockOfParts('statement', { when: 'late again', feel: 'hurt', need: 'calm' }),
        p(''),
      ),
    );
    const copyBetween = (first: number, last: number, until: number): DocumentNode[] => {
      edit(from, () => {
        const selection = $at(0, first).selectStart();
        const end = $at(0, last).getFirstChild();
        selection.anchor.set($at(0, first).getFirstChild()?.getKey() ?? '', 1, 'text');
        selection.focus.set(end?.getKey() ?? '', until, 'text');
      });
      return from.read(() => $copied($getSelection()));
    };
    const to = openLetter(letterOf(p('')));
    paste(to, [0], copyOf(...copyBetween(0, 2, 2)));
    expect(outline(to)).toEqual(['statement(ate again|hurt|ca|)', '']);
    paste(to, [1], copyOf(...copyBetween(0, 0, 4)));
    expect(outline(to)[1]).toBe('ate');
  });

  test('other programs get blocks as people write them', () => {
    const written = [
      blockOfParts('statement', { when: 'you left', feel: 'sad', need: 'calm' }),
      blockOfParts('answer', { heard: 'You <lied>.', reply: 'I did.' }),
      lineOf('date', '17 May 2026'),
    ];
    expect(textOfBlocks(written)).toBe(
      'When you left, I feel sad, because I need calm.\n\n> You <lied>.\nI did.\n\n17 May 2026',
    );
    expect(htmlOfBlocks(written)).toBe(
      '<p>When you left, I feel sad, because I need calm.</p>' +
        '<blockquote>You &lt;lied&gt;.</blockquote><p>I did.</p><p>17 May 2026</p>',
    );
  });

  test('another program that says it is this one is not believed', () => {
    const editor = openLetter(emptyDocument());
    const link = {
      type: 'link',
      version: 1,
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'click', style: 'position:fixed' }],
    };
    paste(editor, [0], copyOf({ type: 'paragraph', version: 1, children: [link] }));
    expect(outline(editor)).toEqual(['click']);
    expect(JSON.stringify(documentOf(editor))).not.toMatch(/javascript|fixed/);
    paste(editor, [0], { own: '{"namespace":"amends","nodes":[{"type":5}]}', plain: '!' });
    paste(editor, [0], { own: 'not JSON', plain: '?' });
    paste(editor, [0], { own: '{"namespace":"other","nodes":[]}', plain: '.' });
    expect(outline(editor)).toEqual(['click!?.']);
  });
});
