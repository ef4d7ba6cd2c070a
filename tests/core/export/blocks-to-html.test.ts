import { expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { childrenOf, paragraphOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import type { PictureId } from '#shared/domain/ids.ts';
import type { Picture } from '#shared/domain/picture.ts';
import {
  aCheckList,
  aCommitment,
  aNode,
  aPicture,
  aSection,
  formatted,
  pictureBytes,
} from '../../support/builders.ts';
import { createTestApp } from '../../support/test-app.ts';
import { body, DATE, OPTIONS, print } from './printing.ts';

test.each<[string, DocumentNode, string]>([
  [
    'a statement as one sentence, with its formats',
    aNode('statement', [
      aNode('part', ['you ', formatted('lied', 1)], { part: 'when' }),
      aNode('part', ['hurt <b>'], { part: 'feel' }),
      aNode('part', ['honesty.'], { part: 'need' }),
      aNode('part', ['to talk'], { part: 'like' }),
    ]),
    '<p dir="auto">When you <strong>lied</strong>, I feel hurt &lt;b&gt;, because I need honesty. ' +
      'I would like to talk.</p>',
  ],
  [
    'a commitment as a sentence',
    aCommitment({ who: 'I', what: 'call', by: '17 May 2026', notice: 'it rings' }, 'kept'),
    '<p dir="auto">I will call by 17 May 2026. You would notice it like this: it rings. ' +
      'This was kept.</p>',
  ],
  [
    'a point as a quote, and the answer to it',
    blockOfParts('answer', { heard: 'You lied.', reply: 'I did.' }),
    '<blockquote dir="auto" class="heard"><p dir="auto">You lied.</p></blockquote><p dir="auto">I did.</p>',
  ],
  [
    'a point that is not answered',
    blockOfParts('answer', { heard: 'You lied.' }),
    '<blockquote dir="auto" class="heard"><p dir="auto">You lied.</p></blockquote>',
  ],
  ['three drafts never', blockOfParts('ladder', { first: 'a', second: 'b', third: 'c' }), ''],
  [
    'a scale with its note',
    { ...scaleOf({ minLabel: 'Settled', maxLabel: '<i>' }), value: 6, children: [textOf('so')] },
    '<p dir="auto">6 of 10 (0 Settled – 10 &lt;i&gt;) · so</p>',
  ],
  ['a date', lineOf('date', '17 May 2026'), '<p dir="auto">17 May 2026</p>'],
  ['feelings', lineOf('feelings', 'very hurt'), '<p dir="auto">very hurt</p>'],
])('%s', (_name, node, html) => {
  expect(body(node)).toBe(html);
  expect(body(aSection({ heading: '', body: [node] }))).toBe(
    html === '' ? '' : `<section>${html}</section>`,
  );
});

test('a long sentence may go on over the page, a short one stays whole', () => {
  const html = body(blockOfParts('statement', { when: 'you lied '.repeat(40) }));
  expect(html).toMatch(/^<p dir="auto" class="long">When/);
});

test.each([
  blockOfParts('statement'),
  blockOfParts('commitment', { who: ' ' }),
  aCommitment({}, 'kept'),
  blockOfParts('answer'),
  scaleOf({ minLabel: 'Settled', maxLabel: 'Overwhelmed' }),
  lineOf('date', ''),
  lineOf('feelings', ' '),
  aPicture('a'),
])('nothing is printed of an untouched %j', node => {
  expect(print([aSection({ heading: 'What', body: [node] }), node], { headings: true }).html).toBe(
    DATE,
  );
});

test('of a letter that was just begun, nothing but its greeting is printed', async () => {
  const app = await createTestApp();
  for (const { id, kind } of templates) {
    const entry = await app.get('entries.create', { templateId: id, journeyId: null });
    const request = { id: entry.id, options: { ...OPTIONS, headings: true } };
    const { html } = await app.get('entries.printDocument', request);
    expect([id, kind, html]).toEqual([id, kind, DATE]);
  }
});

test('every section that was written in is printed, in the order of the letter', () => {
  for (const template of templates) {
    const names = { personName: 'M.', myName: '', date: '' };
    const written = JSON.parse(
      JSON.stringify(composeLetter(template, names).root).replaceAll(
        /"(part|date|feelings|paragraph)","version":1(,"part":"\w+")?,"children":\[\]/g,
        (_all, type: string, part = '') =>
          `"${type}","version":1${part},"children":[{"type":"text","text":"WORD"}]`,
      ),
    ) as DocumentNode;
    const { html, leftOut } = print(childrenOf(written), { headings: true });
    const headings = template.sections
      .filter(section => section.private !== true && section.type !== 'scale')
      .map(({ heading }) => heading);
    const printed = [...html.matchAll(/<h2 dir="auto">(.*?)<\/h2>/g)].map(([, text]) => text);
    const escaped = headings.map(text => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;'));
    expect([template.id, printed]).toEqual([template.id, escaped]);
    expect(leftOut).toHaveLength(template.sections.filter(({ private: is }) => is === true).length);
  }
});

const PICTURE: Picture = {
  id: 'a'.repeat(64) as PictureId,
  bytes: pictureBytes('image/jpeg', 'x'),
  mediaType: 'image/jpeg',
  width: 40,
  height: 30,
};
const withPicture = { pictureOf: (id: PictureId) => (id === PICTURE.id ? PICTURE : undefined) };
const DATA = `data:image/jpeg;base64,${Buffer.from(PICTURE.bytes).toString('base64')}`;

test.each<[string, DocumentNode, string]>([
  [
    'with its description and caption',
    aPicture('a', { description: 'A "red" door', width: 50, children: [formatted('Home', 2)] }),
    `<figure data-width="50"><img src="${DATA}" alt="A &quot;red&quot; door" width="40" height="30">` +
      '<figcaption dir="auto"><em>Home</em></figcaption></figure>',
  ],
  [
    'without words',
    aPicture('a'),
    `<figure data-width="100"><img src="${DATA}" alt="" width="40" height="30"></figure>`,
  ],
  [
    'of a width that it can not have',
    aPicture('a', { width: 33 as never }),
    `<figure data-width="100"><img src="${DATA}" alt="" width="40" height="30"></figure>`,
  ],
  [
    'that is not in the vault, by its caption',
    aPicture('b', { children: [textOf('Home')] }),
    '<figure><figcaption dir="auto">Home</figcaption></figure>',
  ],
  ['that is not in the vault and has none', aPicture('b'), ''],
  ['whose id is none', aPicture('a', { picture: '"><script>' }), ''],
])('a picture %s', (_name, node, figure) => {
  expect(print([node], {}, withPicture).html).toBe(`${DATE}${figure}`);
  const section = figure === '' ? '' : `<section>${figure}</section>`;
  const inSection = aSection({ heading: '', body: [node] });
  expect(print([inSection], {}, withPicture).html).toBe(`${DATE}${section}`);
});

test('a letter is printed with the pictures of its vault', async () => {
  const app = await createTestApp();
  const { id: _id, ...picture } = PICTURE;
  const id = await app.get('pictures.add', picture);
  const entry = await app.compose([aPicture('0', { picture: id })]);
  const { html } = await app.get('entries.printDocument', { id: entry.id, options: OPTIONS });
  expect(html).toContain(`<img src="${DATA}"`);
});

test('beside an untouched check list, what was written or chosen is printed', () => {
  const list = aCheckList(['ready-made']);
  const given = { templateItems: new Set(['ready-made']) };
  const section = (...more: readonly DocumentNode[]) =>
    aSection({ heading: '', sectionType: 'checklist', body: [list, ...more] });
  expect(print([section(paragraphOf(' '), scaleOf({}))], {}, given).html).toBe(DATE);
  const chosen = print([section({ ...scaleOf({}), value: 2 })], {}, given).html;
  expect(chosen).toContain('2 of 10');
});
