import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { blockOfParts } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { emptyDocument, paragraphOf, textOf } from '#shared/domain/document.ts';
import {
  countWords,
  EXCERPT_LENGTH,
  projectDocument,
  type Projection,
} from '#shared/domain/projection.ts';
import { aCheckList, aNode, aSection, documentOf, documentWith } from '../support/builders.ts';

const NOTHING: Projection = {
  plainText: '',
  asideText: '',
  wordCount: 0,
  excerpt: '',
  textLength: 0,
  substance: 0,
  commitments: [],
  ratings: [],
  feelings: [],
  pictures: [],
};

describe('counting words', () => {
  test.each([
    ['', 0],
    ['   \n\t ', 0],
    ['— … !?', 0],
    ['I broke my promise.', 4],
    ["I don’t, and didn't, know", 5],
    ['well-being and co‑operate', 3],
    ['It cost 1,200.50 in 2026.', 5],
    ['été naïve Zoë', 3],
    ['été'.normalize('NFD'), 1],
    ['👩‍👧 and ❤️', 1],
    ['我很抱歉。', 4],
    ['ごめんなさい', 6],
    ['미안해요 정말', 2],
    ['סליחה ממך', 2],
    ['أنا آسف جدا', 3],
    ['क्षमा करें', 2],
    ['say 你好 twice', 4],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

test('blocks stand on lines of their own, and formatting does not split words', () => {
  const document = documentWith([
    aNode('paragraph', ['for', aNode('link', ['give'], { url: 'https://a.example' }), 'ness']),
    aNode('heading', ['Heading'], { tag: 'h1' }),
    aNode('quote', [textOf('one'), { type: 'linebreak', version: 1 }, textOf('two')]),
    aNode('list', [
      aNode('listitem', ['first']),
      aNode('listitem', [aNode('list', [aNode('listitem', ['deeper'])])]),
    ]),
    paragraphOf(''),
    paragraphOf('last'),
  ]);
  expect(projectDocument(document)).toEqual({
    ...NOTHING,
    plainText: 'forgiveness\nHeading\none\ntwo\nfirst\ndeeper\nlast',
    wordCount: 7,
    excerpt: 'forgiveness Heading one two first deeper last',
    textLength: 45,
    substance: 45,
  });
});

test('headings and the salutation are searchable, but not counted and not in the excerpt', () => {
  const document = documentWith([
    aNode('salutation', ['Dear M.,']),
    aSection({ heading: 'What I did', body: [paragraphOf('I lied.')] }),
  ]);
  expect(projectDocument(document)).toEqual({
    ...NOTHING,
    plainText: 'I lied.',
    asideText: 'Dear M.,\nWhat I did',
    wordCount: 2,
    excerpt: 'I lied.',
    textLength: 7,
    substance: 7,
  });
});

test('of a check-list section only what was ticked counts as written', () => {
  const body = [aCheckList(['My sleep', 'x My trust']), paragraphOf('and more')];
  const section = aSection({ heading: 'Where it reached', body, sectionType: 'checklist' });
  const { plainText, asideText, wordCount, excerpt } = projectDocument(documentWith([section]));
  expect([plainText, asideText]).toEqual(['My trust\nand more', 'Where it reached\nMy sleep']);
  expect([wordCount, excerpt]).toEqual([4, 'My trust and more']);
});

test('a check list that someone makes in free writing is all theirs', () => {
  expect(projectDocument(documentWith([aCheckList(['one', 'x two'])])).wordCount).toBe(2);
});

test('prompts, hints and starters are never text', () => {
  const section = aSection({ heading: 'What I did', body: [paragraphOf('I lied.')] });
  const { plainText, asideText } = projectDocument(documentWith([section]));
  for (const words of ['Describe', 'reasons', 'This is what']) {
    expect(plainText + asideText).not.toContain(words);
  }
});

test('a letter just composed holds no word of the writer', () => {
  for (const template of templates) {
    const document = composeLetter(template, { personName: 'M.', myName: 'J.', date: 'today' });
    const { wordCount, excerpt, textLength } = projectDocument(document);
    expect([template.id, wordCount, excerpt, textLength]).toEqual([template.id, 0, '', 0]);
  }
});

test('the text of a node from a newer version is kept', () => {
  const document = documentWith([
    aNode('hologram', [aNode('paragraph', ['inside'])]),
    aNode('paragraph', [{ type: 'mention', version: 1, text: 'M.' }, textOf(' and I')]),
  ]);
  expect(projectDocument(document).plainText).toBe('inside\nM. and I');
});

test('an empty page has nothing', () => {
  expect(projectDocument(emptyDocument())).toEqual(NOTHING);
});

test('a statement and a commitment are sentences in the excerpt, and their own words elsewhere', () => {
  const document = documentWith([
    paragraphOf('I wrote this at night.'),
    blockOfParts('statement', { when: 'you came home late', feel: 'alone', like: 'a message' }),
    blockOfParts('commitment'),
    blockOfParts('commitment', { who: 'Me', what: 'ring before six' }),
  ]);
  const { plainText, excerpt, wordCount } = projectDocument(document);
  expect(excerpt).toBe(
    'I wrote this at night. When you came home late, I feel alone. I would like a message. ' +
      'Me: ring before six.',
  );
  expect(plainText.split('\n')).toEqual([
    'I wrote this at night.',
    'you came home late',
    'alone',
    'a message',
    'Me',
    'ring before six',
  ]);
  expect(wordCount).toBe(16);
});

test('an excerpt holds nothing that is for fewer than everyone; counting and searching do', () => {
  const forMe = { $: { audience: 'private' } };
  const document = documentWith([
    aSection({
      heading: 'Before you begin',
      body: [paragraphOf('I dread this.')],
      isPrivate: true,
    }),
    aNode('paragraph', ['I read your letters,', { ...textOf(' twice,'), ...forMe }, ' and lied.']),
    aNode('list', [aNode('listitem', ['kept to myself'], forMe), aNode('listitem', ['said'])]),
    aNode('paragraph', ['for a counsellor'], { $: { audience: 'counsellor' } }),
    { ...blockOfParts('statement', { when: 'you slept', feel: 'afraid' }), ...forMe },
    aNode('paragraph', ['The ', aNode('link', ['end'], { url: 'https://a.example' }), '.']),
  ]);
  const { plainText, excerpt, wordCount } = projectDocument(document);
  expect(excerpt).toBe('I read your letters, and lied. said The end.');
  for (const words of ['I dread this.', 'twice', 'kept to myself', 'for a counsellor', 'afraid']) {
    expect(plainText).toContain(words);
  }
  expect(wordCount).toBe(22);
});

test('an excerpt ends at a word, with an ellipsis', () => {
  const { excerpt } = projectDocument(documentOf('some words and\n\nmore '.repeat(30)));
  expect(excerpt).toMatch(/(some|words|and|more)…$/);
  expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_LENGTH);
  expect(excerpt.length).toBeGreaterThan(EXCERPT_LENGTH - 10);
});

test('no text makes an excerpt too long or ill-formed, or puts marks into plain text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const { excerpt, plainText } = projectDocument(documentOf(text));
      expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_LENGTH);
      expect(excerpt.isWellFormed()).toBe(true);
      expect(plainText).not.toMatch(/[\uE000\uE001]/);
    }),
  );
});
