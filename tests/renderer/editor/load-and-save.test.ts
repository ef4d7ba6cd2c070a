import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNDO_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { withMark } from '#shared/domain/audience.ts';
import { blockOfParts, scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import {
  childrenOf,
  Document,
  emptyDocument,
  NODE_TYPES,
  textOf,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { LOAD_TAG } from '../../../renderer/editor/document/load.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { $at, edit, letterOf, openLetter, outline, p, section } from './support.ts';

const golden = Document.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8')),
);

const typesIn = (node: DocumentNode): string[] => [node.type, ...childrenOf(node).flatMap(typesIn)];

describe('the file format', () => {
  test('a stored letter comes back from the editor exactly as it was stored', () => {
    expect(documentOf(openLetter(golden))).toEqual(golden);
  });

  test('the stored letter holds every type of node that the editor writes', () => {
    expect(new Set(typesIn(golden.root))).toEqual(new Set(NODE_TYPES));
  });

  test('what is said of a passage is kept, on whatever it stands', () => {
    const mark = (node: DocumentNode): DocumentNode =>
      withMark(
        node.children === undefined ? node : { ...node, children: childrenOf(node).map(mark) },
        'counsellor',
      );
    const root = { ...golden.root, children: childrenOf(golden.root).map(mark) };
    const marked: Document = { version: 1, root };
    expect(documentOf(openLetter(marked))).toEqual(marked);
  });

  test('a section writes all that it carries, also what is as usual', () => {
    const saved = documentOf(openLetter(letterOf(section('Sorry'))));
    const [stored] = childrenOf(saved.root);
    expect(stored).toMatchObject({
      sectionId: 'sorry',
      sectionType: 'text',
      prompt: 'Prompt of Sorry',
      hint: '',
      starter: 'I began ',
      private: false,
      promptHidden: false,
    });
  });

  test.each([...templates.map(({ title }) => title), 'a blank page'])(
    'what %s begins with is kept, word for word',
    title => {
      const template = templates.find(one => one.title === title) ?? null;
      const composed = composeLetter(template, {
        personName: 'Ana',
        myName: 'M.',
        date: '17 May 2026',
      });
      const saved = documentOf(openLetter(composed));
      expect(projectDocument(saved)).toEqual(projectDocument(composed));
      expect(typesIn(saved.root)).toEqual(typesIn(composed.root));
      expect(documentOf(openLetter(saved))).toEqual(saved);
    },
  );
});

describe('opening a letter', () => {
  test('undo, fifty times, leaves it as it was opened', () => {
    const editor = openLetter(golden);
    for (let i = 0; i < 50; i++) editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(golden);
  });

  test('after an edit, undo goes back to the letter as it was opened and no further', () => {
    const editor = openLetter(golden);
    edit(editor, () => $at(0).selectEnd().insertText(' again'));
    for (let i = 0; i < 5; i++) editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(golden);
  });

  test('it is told apart from an edit', () => {
    const editor = openLetter(emptyDocument());
    const edits: boolean[] = [];
    editor.registerUpdateListener(({ tags, dirtyElements }) => {
      if (dirtyElements.size > 0) edits.push(!tags.has(LOAD_TAG));
    });
    edit(editor, () => $at(0).selectEnd().insertText('I lied.'));
    expect(edits).toEqual([true]);
  });
});

describe('what a newer version wrote', () => {
  const poll = {
    type: 'poll',
    version: 3,
    question: 'What now?',
    answers: [{ text: 'wait', votes: 0.5 }],
    children: [textOf('inside the poll'), { type: 'vote', by: null }],
  };
  const mention = { type: 'mention', who: 'M', text: '@M' };
  const letter = letterOf(
    section('What I did', p('before'), poll, p('after')),
    { ...p('said '), children: [textOf('said '), mention, textOf(' again')] },
    poll,
    p(''),
  );

  test('is kept exactly, byte for byte, among what is understood', () => {
    const saved = documentOf(openLetter(letter));
    const [kept, line, last] = childrenOf(saved.root);
    expect(JSON.stringify(childrenOf(childrenOf(kept ?? p(''))[1] ?? p(''))[1])).toBe(
      JSON.stringify(poll),
    );
    expect(JSON.stringify(childrenOf(line ?? p(''))[1])).toBe(JSON.stringify(mention));
    expect(JSON.stringify(last)).toBe(JSON.stringify(poll));
  });

  test('is still there after an edit beside it, and after undo', () => {
    const editor = openLetter(letter);
    const before = documentOf(editor);
    edit(editor, () => $at(1).selectEnd().insertText('!'));
    expect(JSON.stringify(documentOf(editor))).toContain(JSON.stringify(poll));
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('shows its text', () => {
    openLetter(letter);
    expect(document.body.textContent).toContain('inside the poll');
  });
});

describe('a damaged block', () => {
  test('whose fields make no sense is kept exactly, and shown', () => {
    const scale = { ...scaleOf({}), min: 9, max: 1, value: 'much', children: [textOf('a note')] };
    const saved = documentOf(openLetter(letterOf(section('Here', scale), scale, p(''))));
    const [kept, last] = childrenOf(saved.root);
    expect(childrenOf(childrenOf(kept ?? p(''))[1] ?? p(''))[0]).toEqual(scale);
    expect(last).toEqual(scale);
    expect(document.body.textContent).toContain('a note');
  });

  test('whose parts are not its own keeps every word', () => {
    const part = (name: string, ...children: DocumentNode[]): DocumentNode => ({
      type: 'part',
      version: 1,
      part: name,
      children,
    });
    const torn = {
      ...blockOfParts('commitment'),
      status: 'broken',
      children: [
        part('what', textOf('call'), p('her'), blockOfParts('statement', { when: 'soon' })),
        part('what', textOf('twice')),
        part('where', textOf('home')),
        p('loose'),
        part('who', textOf('I')),
      ],
    };
    const editor = openLetter(letterOf(torn, part('by', textOf('today')), p('end')));
    expect(outline(editor)).toEqual([
      'commitment(I|call her soon||)',
      'twice',
      'home',
      'loose',
      'today',
      'end',
    ]);
    expect(childrenOf(documentOf(editor).root)[0]?.['status']).toBe('open');
  });
});

test('a letter that ends in a section still has a line behind it', () => {
  expect(outline(openLetter(letterOf(section('Sorry', p('I am.')))))).toEqual(['Sorry{I am.}', '']);
});
