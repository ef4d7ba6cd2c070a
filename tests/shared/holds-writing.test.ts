import { expect, test } from 'vitest';
import { scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { templates } from '#shared/content/templates.ts';
import { paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { holdsWriting } from '#shared/domain/holds-writing.ts';
import {
  aCheckList,
  aCommitment,
  aNode,
  aPicture,
  aSection,
  documentWith,
} from '../support/builders.ts';

const isWritten = (...nodes: DocumentNode[]) => holdsWriting(documentWith(nodes).root);
const checklist = (items: readonly string[]) =>
  aSection({ heading: 'Check', body: [aCheckList(items)], sectionType: 'checklist' });

test('words, pictures, and what was ticked or chosen are writing', () => {
  expect(isWritten(paragraphOf('.'))).toBe(true);
  expect(isWritten(aSection({ heading: 'H', body: [paragraphOf('word')] }))).toBe(true);
  expect(isWritten(aCommitment({ what: 'call' }))).toBe(true);
  expect(isWritten(aPicture('a'))).toBe(true);
  expect(isWritten({ ...scaleOf({}), value: 0 })).toBe(true);
  expect(isWritten(checklist(['x done', 'not done']))).toBe(true);
});

test('white space, headings, greetings and what was not ticked are not', () => {
  expect(isWritten()).toBe(false);
  expect(isWritten(paragraphOf(' \t\u00a0'))).toBe(false);
  expect(isWritten(aNode('salutation', ['Dear M.,']))).toBe(false);
  expect(isWritten(aSection({ heading: 'What I did', body: [paragraphOf('')] }))).toBe(false);
  expect(isWritten(aCommitment({}))).toBe(false);
  expect(isWritten(scaleOf({}))).toBe(false);
  expect(isWritten(checklist(['not done']))).toBe(false);
});

test('no letter that was just begun holds any writing', () => {
  for (const template of templates) {
    const letter = composeLetter(template, { personName: 'M.', myName: '', date: '17 May 2026' });
    expect([template.id, holdsWriting(letter.root)]).toEqual([template.id, false]);
  }
});
