import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockText } from '#shared/domain/block-text.ts';
import { blockOfParts } from '#shared/domain/blocks.ts';
import { textOf } from '#shared/domain/document.ts';
import { readFeelings, withFeeling } from '#shared/domain/feeling.ts';
import { cutEnd, plain, trimmed } from '#shared/domain/inline-nodes.ts';
import { endOf, withoutEnd } from '#shared/domain/text-end.ts';
import { safeName } from '#shared/output/file-names.ts';
import { markdownHeading, markdownLine } from '#shared/output/markdown-line.ts';
import { aCommitment } from '../support/builders.ts';

const inner = (sign: string) => `a${sign.repeat(200_000 / sign.length)}b`;
const spaces = inner(' ');

// Each took minutes: a pattern for the end was tried at every sign of a run within the text.
test.each<[string, () => string, string]>([
  ['a line', () => plain(trimmed([textOf(` ${spaces} `)])), spaces],
  ['a feeling', () => withFeeling(spaces, { word: 'sad', strength: null }), `${spaces}, sad`],
  ['feelings', () => readFeelings(inner('.'))[0]?.word ?? '', inner('.')],
  ['a promise', () => blockText(aCommitment({ what: spaces, by: 'soon' })) ?? '', `${spaces} soon.`],
  ['a notice', () => blockText(aCommitment({ notice: inner(' .') })) ?? '', inner(' .')],
  ['a statement', () => blockText(blockOfParts('statement', { like: spaces })) ?? '', spaces],
  ['a heading', () => markdownHeading([{ kind: 'text', text: inner('#'), emphasis: [], mark: null }]), inner('#')],
  ['a run', () => markdownLine([{ kind: 'text', text: spaces, emphasis: ['bold'], mark: null }]), spaces],
  ['breaks', () => markdownLine([{ kind: 'text', text: inner('\n'), emphasis: [], mark: null }]), `a${'\\\n'.repeat(200_000)}b`],
  ['a name', () => safeName(`b${inner('.')}`), 'ba'],
])('long runs within %s stay, and are read in one go', (_name, said, within) => {
  expect(said().includes(within)).toBe(true);
}); // prettier-ignore

test('the end is what a pattern would find', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '…', '😀') });
  fc.assert(
    fc.property(text, said => {
      const bare = said.replace(/[\s.]+$/u, '');
      expect(withoutEnd(said, /[\s.]/u)).toBe(bare);
      expect(endOf(said, /[\s.]/u)).toBe(bare.length);
    }),
  );
});

test('a line of many empty nodes is cut from both ends', () => {
  const blanks = Array.from({ length: 20_000 }, () => ({ type: 'linebreak', version: 1 }));
  expect(trimmed([...blanks, textOf(' a '), ...blanks])).toEqual([textOf('a')]);
  expect([trimmed(blanks), cutEnd([], /\s/u)]).toEqual([[], []]);
});
