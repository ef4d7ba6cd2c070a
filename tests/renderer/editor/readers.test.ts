import {
  $getRoot,
  $getSelection,
  $isTextNode,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { markOf } from '#shared/domain/audience.ts';
import { childrenOf, inlineText, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { withhold } from '#shared/output/withhold.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { performInEditor } from '../../../renderer/editor/perform.ts';
import { aPicture } from '../../support/builders.ts';
import { $at, edit, letterOf, openLetter, p, section } from './support.ts';

const select = (editor: LexicalEditor, from: number, to: number) =>
  edit(editor, () => {
    const text = $at(0).getFirstChild();
    if ($isTextNode(text)) text.select(from, to);
  });

const textsIn = (node: DocumentNode): DocumentNode[] =>
  node.type === 'text' ? [node] : childrenOf(node).flatMap(textsIn);

/** Each run of the letter as "mark:text". */
const runs = (editor: LexicalEditor): string[] =>
  textsIn(documentOf(editor).root).map(node => `${markOf(node) ?? ''}:${inlineText(node)}`);

const left = (editor: LexicalEditor): string =>
  textsIn(
    withhold(documentOf(editor), { audience: 'for-partner', withPrivate: false }).document.root,
  )
    .map(inlineText)
    .join('');

/** A picture with its caption. */
const picture = (caption: string): DocumentNode => ({
  ...aPicture('a'),
  children: caption === '' ? [] : [textOf(caption)],
});

/** The blocks that a copy for the other person holds. */
const kept = (editor: LexicalEditor): string[] =>
  childrenOf(
    withhold(documentOf(editor), { audience: 'for-partner', withPrivate: false }).document.root,
  ).map(({ type }) => type);

describe('who may read some words', () => {
  test('exactly the selected words are marked, kept so, and undo takes that back', () => {
    const editor = openLetter(letterOf(p('I lied on Monday again.')));
    const before = documentOf(editor);
    select(editor, 7, 16);
    performInEditor(editor, 'format.forMe');
    expect(runs(editor)).toEqual([':I lied ', 'private:on Monday', ': again.']);
    const saved = documentOf(editor);
    expect(documentOf(openLetter(saved))).toEqual(saved);
    expect(left(editor)).toBe('I lied again.');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('with nothing selected, it is said of the whole block, and taken back', () => {
    const editor = openLetter(letterOf(p('One.'), p('Two.')));
    select(editor, 2, 2);
    performInEditor(editor, 'format.forCounsellor');
    expect(runs(editor)).toEqual(['counsellor:One.', ':Two.']);
    performInEditor(editor, 'format.forEveryone');
    expect(runs(editor)).toEqual([':One.', ':Two.']);
  });

  test('of an empty line it is said before it is written, and of the lines after it', () => {
    const editor = openLetter(letterOf(p('Ours.'), p('')));
    const type = (text: string) => edit(editor, () => $getSelection()?.insertText(text));
    edit(editor, () => $at(1).selectEnd());
    performInEditor(editor, 'format.forMe');
    type('Mine');
    type(' alone.');
    expect(runs(editor)).toEqual([':Ours.', 'private:Mine alone.']);
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    type('This too.');
    expect(runs(editor)).toEqual([':Ours.', 'private:Mine alone.', 'private:This too.']);
    // The words carry it now: joined to others, they stay marked, and others do not become so.
    edit(editor, () => $at(1).selectStart());
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(left(editor)).toBe('Ours.');
  });

  test('a list for the same readers goes on, and is left by its empty item', () => {
    const editor = openLetter(letterOf(p('Mine.')));
    edit(editor, () => $at(0).selectEnd());
    performInEditor(editor, 'format.bullets');
    performInEditor(editor, 'format.forMe');
    const enter = () =>
      edit(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    enter();
    edit(editor, () => $getSelection()?.insertText('Too.'));
    expect(runs(editor)).toEqual(['private:Mine.', 'private:Too.']);
    enter();
    enter();
    const blocks = childrenOf(documentOf(editor).root);
    expect(blocks.map(({ type }) => type)).toEqual(['list', 'paragraph']);
  });

  test('with the caret in the heading of a section, it is said of the whole section', () => {
    const editor = openLetter(letterOf(section('The hotel', p('In March.')), p('Ours.')));
    edit(editor, () => $at(0, 0).selectEnd());
    performInEditor(editor, 'format.forCounsellor');
    expect(left(editor)).toBe('Ours.');
    performInEditor(editor, 'format.forMe');
    expect(childrenOf(documentOf(editor).root)[0]).toMatchObject({ private: true });
    performInEditor(editor, 'format.forEveryone');
    expect(left(editor)).toBe('The hotelIn March.Ours.');
  });

  test('the mark stays with the words when a block is split, joined and made bold', () => {
    const editor = openLetter(letterOf(p('Mine alone.'), p('Ours.')));
    select(editor, 0, 0);
    performInEditor(editor, 'format.notNeeded');
    select(editor, 5, 5);
    editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    expect(runs(editor)).toEqual(['not-needed:Mine ', 'not-needed:alone.', ':Ours.']);
    edit(editor, () => $getRoot().getChildAtIndex(2)?.selectStart());
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    expect(runs(editor)).toEqual(['not-needed:Mine ', 'not-needed:alone.', ':Ours.']);
    select(editor, 0, 2);
    performInEditor(editor, 'format.bold');
    expect(left(editor)).toBe('Ours.');
  });

  test('what is typed inside of marked words is marked too', () => {
    const editor = openLetter(letterOf(p('Mine.')));
    select(editor, 0, 5);
    performInEditor(editor, 'format.forMe');
    select(editor, 4, 4);
    edit(editor, () => {
      const text = $at(0).getFirstChild();
      if ($isTextNode(text)) text.select(4, 4).insertText(' alone');
    });
    expect(runs(editor)).toEqual(['private:Mine alone.']);
  });

  test('the words show it', () => {
    const editor = openLetter(letterOf(p('Mine.')));
    const shown = () => editor.getRootElement()?.querySelector<HTMLElement>('[data-readers]');
    select(editor, 0, 0);
    performInEditor(editor, 'format.forMe');
    edit(editor, () => undefined);
    expect(shown()?.textContent).toBe('Mine.');
    expect(shown()?.title).toContain('Only for you');
    performInEditor(editor, 'format.forEveryone');
    edit(editor, () => undefined);
    expect(shown()).toBeNull();
  });

  test('a picture without a word goes with the passage that it stands in', () => {
    const editor = openLetter(
      letterOf(p('Before.'), picture(''), p('After.'), picture('Ours.'), p('End.')),
    );
    const before = documentOf(editor);
    const marks = () => childrenOf(documentOf(editor).root).map(markOf);
    edit(editor, () => {
      const [from, to] = [$at(0).getFirstChild(), $at(2).getFirstChild()];
      if (!$isTextNode(from) || !$isTextNode(to)) throw new Error('there are two lines');
      from.select(0, 0).focus.set(to.getKey(), 6, 'text');
    });
    performInEditor(editor, 'format.forMe');
    expect(marks()).toEqual([null, 'private', null, null, null]);
    expect(kept(editor)).toEqual(['picture', 'paragraph']);
    const saved = documentOf(editor);
    expect(documentOf(openLetter(saved))).toEqual(saved);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('with the caret in its caption, a picture is marked with its words, and says so', () => {
    const editor = openLetter(letterOf(picture(''), picture('A summer.'), p('Ours.')));
    for (const at of [0, 1]) {
      edit(editor, () => $at(at).selectEnd());
      performInEditor(editor, 'format.forCounsellor');
    }
    edit(editor, () => undefined);
    expect(kept(editor)).toEqual(['paragraph']);
    const shown = editor.getRootElement()?.querySelectorAll('[data-block][data-readers]');
    expect(shown).toHaveLength(2);
    edit(editor, () => $at(1).selectEnd());
    performInEditor(editor, 'format.forEveryone');
    expect(kept(editor)).toEqual(['picture', 'paragraph']);
  });

  test('where words went, or a line began with them, no space stands out', () => {
    const editor = openLetter(letterOf(p('Jonas told me about Jonas once.')));
    for (const from of [0, 20]) {
      select(editor, 0, 0);
      edit(editor, () => {
        const texts = $at(0).getAllTextNodes();
        const [text] = from === 0 ? texts : texts.slice(-1);
        const start = from === 0 ? 0 : (text?.getTextContent().indexOf('Jonas') ?? 0);
        text?.select(start, start + 5);
      });
      performInEditor(editor, 'format.forMe');
    }
    expect(left(editor)).toBe('told me about once.');
  });

  test('some words of a caption take no picture with them', () => {
    const editor = openLetter(letterOf(picture('A summer by the sea.'), p('Ours.')));
    select(editor, 9, 19);
    performInEditor(editor, 'format.forMe');
    expect(kept(editor)).toEqual(['picture', 'paragraph']);
    expect(left(editor)).toBe('A summer .Ours.');
  });
});
