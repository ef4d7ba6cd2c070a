import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf, type DocumentNode } from '#shared/domain/document.ts';
import { plain, withText } from '#shared/domain/inline-nodes.ts';
import { changeBetween } from '#shared/domain/text-change.ts';

const bold = (text: string): DocumentNode => ({ ...textOf(text), format: 1 });
const mention = (text: string): DocumentNode => ({ type: 'mention', who: 'M', text });
const vote: DocumentNode = { type: 'vote', by: null };
const link = (text: string): DocumentNode => ({
  type: 'link',
  version: 1,
  url: 'https://example.org',
  children: [textOf(text)],
});

test('another text changes only what differs', () => {
  const line = [bold('call '), mention('@M'), textOf(' on '), vote, link('Friday')];
  expect(withText(line, 'call @M on Friday')).toEqual(line);
  expect(withText(line, 'call @M, on Friday')).toEqual([
    ...line.slice(0, 2),
    textOf(','),
    ...line.slice(2),
  ]);
  expect(withText(line, 'call @M on Monday')).toEqual([
    ...line.slice(0, 4),
    textOf('Mon'),
    textOf('day'),
  ]);
  expect(withText(line, 'on Friday')).toEqual([textOf('on '), vote, link('Friday')]);
});

const texts = fc.string({ unit: 'grapheme', maxLength: 12 });

test('whatever it was and becomes, the text is the one that was asked for', () => {
  const node = fc.oneof(texts.map(textOf), texts.map(bold), texts.map(mention), texts.map(link));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), texts, (line, text) => {
      expect(plain(withText(line, text))).toBe(text);
    }),
  );
});

test('a change makes the one text of the other, and cuts no sign in two', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { at, removed, inserted } = changeBetween(before, after);
      const made = before.slice(0, at) + inserted + before.slice(at + removed);
      expect(made).toBe(after);
      expect(before.slice(0, at).isWellFormed()).toBe(true);
      expect(before.slice(at + removed).isWellFormed()).toBe(true);
    }),
  );
});
