import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { createEditor, type SerializedEditorState } from 'lexical';
import { expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import {
  childrenOf,
  Document,
  emptyDocument,
  isSection,
  paragraphOf,
  textOf,
} from '#shared/domain/document.ts';
import type { Template } from '#shared/domain/template.ts';
import { aNode } from '../support/builders.ts';

const template: Template = {
  id: 'short-letter' as Template['id'],
  title: 'Short letter',
  step: 1,
  roles: ['caused-harm'],
  kind: 'letter',
  purpose: 'To say it.',
  whenToUse: 'Now.',
  minutes: 5,
  sections: [
    {
      id: 'account',
      heading: 'What I did',
      prompt: 'Describe it.',
      hint: 'Plainly.',
      starter: 'This is what I did: ',
      type: 'text',
      required: true,
    },
    {
      id: 'check',
      heading: 'Before you finish',
      prompt: 'Tick what is true.',
      hint: '',
      type: 'checklist',
      required: false,
      private: true,
      items: ['No “but”.', 'No “if”.'],
    },
  ],
};

test('a letter is salutation, sections in order, and a paragraph for the sign-off', () => {
  const section = { sectionType: 'text', promptHidden: false, private: false };
  expect(composeLetter(template, { personName: ' M. ' })).toEqual({
    version: 1,
    root: aNode('root', [
      aNode('salutation', ['Dear M.,']),
      aNode(
        'section',
        [aNode('section-heading', ['What I did']), aNode('section-body', [paragraphOf('')])],
        {
          ...section,
          sectionId: 'account',
          prompt: 'Describe it.',
          hint: 'Plainly.',
          starter: 'This is what I did: ',
        },
      ),
      aNode(
        'section',
        [
          aNode('section-heading', ['Before you finish']),
          aNode('section-body', [
            aNode(
              'list',
              [
                aNode('listitem', ['No “but”.'], { checked: false, value: 1 }),
                aNode('listitem', ['No “if”.'], { checked: false, value: 2 }),
              ],
              { listType: 'check', start: 1, tag: 'ul' },
            ),
          ]),
        ],
        {
          ...section,
          sectionId: 'check',
          sectionType: 'checklist',
          private: true,
          prompt: 'Tick what is true.',
          hint: '',
          starter: '',
        },
      ),
      paragraphOf(''),
    ]),
  });
});

test('without a name the salutation is there and empty', () => {
  const [salutation] = childrenOf(composeLetter(template, { personName: '  ' }).root);
  expect(salutation).toEqual(aNode('salutation', []));
});

test('only a letter has a salutation', () => {
  const reflection = composeLetter({ ...template, kind: 'reflection' }, { personName: 'M.' });
  expect(childrenOf(reflection.root).map(node => node.type)).toEqual([
    'section',
    'section',
    'paragraph',
  ]);
});

test('no template gives a blank page', () => {
  expect(composeLetter(null, { personName: 'M.' })).toEqual(emptyDocument());
});

test('every shipped template makes a document that can be saved', () => {
  for (const shipped of templates) {
    const document = composeLetter(shipped, { personName: 'M.' });
    expect(Document.safeParse(document).success).toBe(true);
    expect(childrenOf(document.root).filter(isSection)).toHaveLength(shipped.sections.length);
  }
});

test('Lexical reads every list, item and paragraph as it is written', () => {
  const bodies = templates.flatMap(shipped =>
    childrenOf(composeLetter(shipped, { personName: '' }).root)
      .filter(isSection)
      .flatMap(section => childrenOf(section).at(1)?.children ?? []),
  );
  const editor = createEditor({
    nodes: [ListNode, ListItemNode, LinkNode],
    onError(error) {
      throw error;
    },
  });
  const root = aNode('root', bodies);
  const state = editor.parseEditorState({ root } as unknown as SerializedEditorState);
  // Lexical adds the fields that have their defaults; it must neither drop nor change any of ours.
  expect(state.toJSON()).toMatchObject({ root });
  expect(root).toMatchObject({ children: expect.arrayContaining([paragraphOf('')]) as unknown });
  expect(textOf('x')).toMatchObject({ type: 'text' });
});
