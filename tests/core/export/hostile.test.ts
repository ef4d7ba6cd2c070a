import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOfParts, lineOf, PARTS } from '#shared/domain/blocks.ts';
import { paragraphOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import type { Picture } from '#shared/domain/picture.ts';
import { aCommitment, aPicture, pictureBytes } from '../../support/builders.ts';
import { print, SETTING } from './printing.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></main><style>*{display:none}</style>',
  '&lt;script&gt;',
  '<!--',
  ']]>',
  '\u0000<\u0000script>',
  '<\u2028script>',
];
/** Every tag that may be printed, with every attribute that it may have. */
const TAG =
  /<\/?(?:p|h[234]|ul|ol|li|blockquote|section|figure|figcaption|strong|em|u|s|br|span)(?: (?:dir="auto"|class="(?:date|salutation|check|box|heard|commitment|long|commitment long)"|start="-?\d+"|data-width="\d+"))*>/g;
const IMAGE =
  /<img src="data:image\/png;base64,[A-Za-z0-9+/=]+" alt="[^"<>']*" width="40" height="30">/g;

const PICTURE = {
  bytes: pictureBytes('image/png'),
  mediaType: 'image/png',
  width: 40,
  height: 30,
} as Picture;

const value = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.anything());
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
const TYPES = [
  ...'paragraph heading quote list listitem link autolink section salutation'.split(' '),
  ...'section-body section-heading odd statement commitment answer ladder part'.split(' '),
  ...'scale date feelings picture'.split(' '),
];

const { node } = fc.letrec<{ node: DocumentNode; leaf: DocumentNode }>(tie => ({
  leaf: fc.record({ type: fc.constantFrom('text', 'odd', 'tab'), text, format: value }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      type: fc.constantFrom(...TYPES),
      tag: value,
      url: fc.oneof(
        text.map(tail => `https://${tail}`),
        value,
      ),
      listType: fc.oneof(fc.constantFrom('check', 'number', 'bullet'), value),
      start: value,
      checked: value,
      part: fc.oneof(fc.constantFrom(...Object.values(PARTS).flat()), value),
      status: fc.oneof(fc.constantFrom('kept', 'missed'), value),
      value: fc.oneof(fc.integer(), fc.double(), value),
      min: fc.oneof(fc.integer(), value),
      max: fc.oneof(fc.integer(), value),
      minLabel: value,
      maxLabel: value,
      picture: fc.oneof(fc.constant('a'.repeat(64)), value),
      description: value,
      width: fc.oneof(fc.constantFrom(25, 50), value),
      private: fc.constant(false),
      sectionType: fc.constantFrom('text', 'checklist'),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
}));

test('no text, and no value of any field, ever becomes markup', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), nodes => {
      const setting = { ...SETTING, pictureOf: () => PICTURE };
      const { html } = print(nodes, { headings: true }, setting);
      expect(html.replace(IMAGE, '').replace(TAG, '')).not.toMatch(/[<>"']/);
    }),
    { numRuns: 600 },
  );
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

test.each<[string, (text: string) => DocumentNode]>([
  ['a paragraph', paragraphOf],
  ['a statement', words => blockOfParts('statement', { feel: `${words}!` })],
  ['a commitment', words => aCommitment({ what: `${words}!` })],
  ['an answer', words => blockOfParts('answer', { heard: words })],
  ['feelings', words => lineOf('feelings', words)],
  ['a caption', words => aPicture('a', { children: [textOf(words)] })],
])('every character that is written in %s is printed', (_name, made) => {
  for (const words of HOSTILE) {
    const printed = print([made(words)]).html.replace(TAG, '');
    const read = printed.replace(/&[^;]+;/g, entity => ENTITIES[entity] ?? entity);
    expect(read).toContain(words.replaceAll('\u0000', ''));
  }
});
