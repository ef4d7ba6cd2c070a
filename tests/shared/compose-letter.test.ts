import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { createEditor, type SerializedEditorState } from 'lexical';
import { describe, expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter, fillIn, type LetterNames } from '#shared/domain/compose-letter.ts';
import {
  childrenOf,
  Document,
  emptyDocument,
  isSection,
  paragraphOf,
  textOf,
} from '#shared/domain/document.ts';
import type { OwnSection, SectionType, Template } from '#shared/domain/template.ts';
import { aNode } from '../support/builders.ts';

const NOBODY: LetterNames = { personName: '', myName: '', date: '17 May 2026' };

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
  expect(composeLetter(template, { ...NOBODY, personName: ' M. ' })).toEqual({
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
  const [salutation] = childrenOf(composeLetter(template, { ...NOBODY, personName: '  ' }).root);
  expect(salutation).toEqual(aNode('salutation', []));
});

test('only a letter has a salutation', () => {
  const reflection = composeLetter(
    { ...template, kind: 'reflection' },
    { ...NOBODY, personName: 'M.' },
  );
  expect(childrenOf(reflection.root).map(node => node.type)).toEqual([
    'section',
    'section',
    'paragraph',
  ]);
});

test('no template gives a blank page', () => {
  expect(composeLetter(null, { ...NOBODY, personName: 'M.' })).toEqual(emptyDocument());
});

test('every shipped template makes a document that can be saved', () => {
  for (const shipped of templates) {
    const document = composeLetter(shipped, { ...NOBODY, personName: 'M.' });
    expect(Document.safeParse(document).success).toBe(true);
    expect(childrenOf(document.root).filter(isSection)).toHaveLength(shipped.sections.length);
  }
});

test('Lexical reads every list, item and paragraph as it is written', () => {
  const bodies = templates.flatMap(shipped =>
    childrenOf(composeLetter(shipped, NOBODY).root)
      .filter(isSection)
      .flatMap(section => childrenOf(section).at(1)?.children ?? [])
      // The blocks of our own are read by the editor's own nodes, and tested there.
      .filter(({ type }) => type === 'list' || type === 'paragraph'),
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

describe('variables', () => {
  const names: LetterNames = { personName: ' M. ', myName: 'J.', date: '17 May 2026' };

  test('stand for the names and the day, in any case, as often as they are written', () => {
    const text = '{Date}: {my name} to {their name}, {their name}. {other} {my  name}';
    expect(fillIn(text, names)).toBe('17 May 2026: J. to M., M.. {other} {my  name}');
  });

  test('stay as they are written while they stand for nothing', () => {
    expect(fillIn('To {their name}, {date}', { ...names, personName: ' ' })).toBe(
      'To {their name}, 17 May 2026',
    );
  });

  test('a name that looks like a variable, or like a pattern, is only a name', () => {
    expect(fillIn('{their name}', { ...names, personName: '{my name} $& $1' })).toBe(
      '{my name} $& $1',
    );
  });

  test('are filled in wherever a template has words', () => {
    const section: OwnSection = {
      id: 'mine',
      heading: 'For {their name}',
      prompt: 'What {their name} said',
      hint: '{date}',
      starter: 'Dear {their name}, ',
      type: 'checklist',
      private: false,
      items: ['{my name} listened'],
      min: 0,
      max: 10,
      minLabel: '',
      maxLabel: '',
    };
    const written = JSON.stringify(composeLetter({ kind: 'plan', sections: [section] }, names));
    for (const words of ['For M.', 'What M. said', '17 May 2026', 'Dear M., ', 'J. listened']) {
      expect(written).toContain(JSON.stringify(words));
    }
    expect(written).not.toMatch(/\{(their|my|date)/);
  });
});

test('each type of section begins with what can be done in it', () => {
  const bodyOf = (type: SectionType) => {
    const spec = { id: 'one', heading: '', prompt: '', hint: '', type, required: false };
    const document = composeLetter({ kind: 'plan', sections: [spec] }, NOBODY);
    return childrenOf(childrenOf(document.root)[0] ?? paragraphOf('')).at(1)?.children;
  };
  expect(bodyOf('text')).toEqual([paragraphOf('')]);
  expect(bodyOf('feeling-statement')).toEqual([blockOfParts('statement')]);
  expect(bodyOf('commitments')).toEqual([blockOfParts('commitment')]);
  expect(bodyOf('points')).toEqual([blockOfParts('answer')]);
  expect(bodyOf('scale')).toEqual([scaleOf({})]);
  expect(bodyOf('date')).toEqual([lineOf('date', '')]);
  expect(bodyOf('feelings')).toEqual([lineOf('feelings', '')]);
  expect(bodyOf('checklist')?.[0]).toMatchObject({ type: 'list', children: [{ checked: false }] });
});
