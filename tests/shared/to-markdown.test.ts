import { expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { letterOf, WHOLE_LETTER } from '#shared/output/letter-of.ts';
import { toMarkdown } from '#shared/output/to-markdown.ts';
import { toText } from '#shared/output/to-text.ts';
import {
  aCheckList,
  aCommitment,
  aNode,
  aPicture,
  aSection,
  documentWith,
  formatted,
} from '../support/builders.ts';
import { blockOfParts } from '#shared/domain/blocks.ts';

const letterWith = (nodes: readonly DocumentNode[], title = '') =>
  letterOf(
    { title, writtenOn: Day.parse('2026-05-17'), document: documentWith(nodes) },
    { ...WHOLE_LETTER, date: title !== '' },
    { locale: 'en-GB', templateItems: new Set(), hasPicture: () => true },
  );
const markdown = (...nodes: readonly DocumentNode[]) =>
  toMarkdown(letterWith(nodes), { fileOf: () => 'pictures/letter-1.png' });
const text = (...nodes: readonly DocumentNode[]) => toText(letterWith(nodes));

test('front matter says what the letter is called and of when it is', () => {
  const letter = letterWith([paragraphOf('I lied.')], 'To "Anna": #1');
  expect(toMarkdown(letter, { fileOf: () => null })).toBe(
    '---\ntitle: "To \\"Anna\\": #1"\ndate: 2026-05-17\n---\n\nI lied.\n',
  );
});

const heard = blockOfParts('answer', { heard: 'You lied.', reply: 'I did.' });

test.each<[string, DocumentNode[], string, string]>([
  [
    'a section under its heading',
    [aSection({ heading: '#1 What I did #', body: [paragraphOf('I lied.')] })],
    '## \\#1 What I did \\#\n\nI lied.\n',
    '#1 What I did #\n\nI lied.\n',
  ],
  [
    'commitments as sentences',
    [aCommitment({ what: 'call' }), aCommitment({ who: 'I', what: 'Come home' }, 'kept')],
    'call.\n\nI will come home. This was kept.\n',
    'call.\n\nI will come home. This was kept.\n',
  ],
  ['what was heard, and the answer', [heard], '> You lied.\n\nI did.\n', '> You lied.\n\nI did.\n'],
  [
    'a check list',
    [aCheckList(['open', 'x done'])],
    '- [ ] open\n- [x] done\n',
    '[ ] open\n[x] done\n',
  ],
  [
    'lists in a row, told apart',
    [
      aNode('list', [aNode('listitem', ['a'])], { listType: 'bullet' }),
      aNode('list', [aNode('listitem', ['b'])], { listType: 'bullet' }),
    ],
    '- a\n\n* b\n',
    '- a\n\n- b\n',
  ],
  [
    'an item that holds only a deeper list',
    [
      aNode(
        'list',
        [
          aNode('listitem', [
            aNode('list', [aNode('listitem', ['b'])], { listType: 'number', start: 4 }),
          ]),
        ],
        { listType: 'number', start: 2 },
      ),
    ],
    '2. 4. b\n',
    '2. \n   4. b\n',
  ],
  [
    'a picture',
    [aPicture('a', { description: 'A [red] door', children: [formatted('Home', 2)] })],
    '![A \\[red\\] door](<pictures/letter-1.png>)\n\n*Home*\n',
    '[Picture: A [red] door]\nHome\n',
  ],
  [
    'a link, for who can not follow it',
    [aNode('paragraph', [aNode('link', ['there!'], { url: 'https://a.example/<x> y' })])],
    '[there!](<https://a.example/%3Cx%3E%20y>)\n',
    'there! (https://a.example/<x> y)\n',
  ],
  [
    'marks that would not count, as tags',
    [aNode('paragraph', ['a', formatted('b!', 1), 'c', formatted('d', 9), formatted('e', 2)])],
    'a<strong>b!</strong>c<u><strong>d</strong></u>*e*\n',
    'ab!cde\n',
  ],
])('%s', (_name, nodes, asMarkdown, asText) => {
  expect([markdown(...nodes), text(...nodes)]).toEqual([asMarkdown, asText]);
});
