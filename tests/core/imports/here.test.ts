import { expect, test } from 'vitest';
import type { DocumentNode } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { read } from './reading.ts';

/** How many of the letters in these files the vault says that it has. */
async function here(app: TestApp, files: Readonly<Record<string, string>>): Promise<number> {
  const { id } = await app.get('imports.begin', { names: Object.keys(files) });
  for (const [file, [name, text]] of Object.entries(files).entries()) {
    const { items, problems } = await read(name, text);
    expect(problems).toEqual([]);
    await app.get('imports.receive', { id, message: { type: 'items', file, items: [...items] } });
    await app.get('imports.receive', { id, message: { type: 'end', file } });
  }
  const { counts } = await app.get('imports.preview', id);
  expect(counts.entries).toBe(Object.keys(files).length);
  return counts.here;
}

/** A file of ours with one letter, for someone else. */
const ours = ({ title, writtenOn }: Entry, children: readonly DocumentNode[]): string =>
  JSON.stringify({
    format: 'amends',
    version: 1,
    exportedOn: '2024-01-01',
    audience: 'counsellor',
    entries: [{ title, writtenOn, document: { version: 1, root: { type: 'root', children } } }],
    pictures: [],
  });

const words = (text: string, more: object = {}): DocumentNode => ({
  type: 'paragraph',
  version: 1,
  children: [{ type: 'text', version: 1, text, format: 0, ...more }],
});

test('the same words of another day, or with another title, are another letter', async () => {
  const app = await createTestApp();
  const { writtenOn } = await app.write('Good day.', 'Morning');
  expect(
    await here(app, {
      [`${writtenOn} Morning.txt`]: 'Good day.',
      '1999-01-02 Morning.txt': 'Good day.',
      [`${writtenOn} Evening.txt`]: 'Good day.',
    }),
  ).toBe(1);
});

test('the same words with other marks, links, pictures or choices are another letter', async () => {
  const app = await createTestApp();
  const picture = (id: string, description: string): DocumentNode => ({
    type: 'picture',
    version: 1,
    picture: id.repeat(64),
    description,
    children: [],
  });
  const link = (url: string): DocumentNode => ({
    type: 'paragraph',
    version: 1,
    children: [{ type: 'link', version: 1, url, children: [{ type: 'text', text: 'there' }] }],
  });
  const blocks = [words('I am sorry.'), link('https://a.example'), picture('a', 'the sea')];
  const mine = await app.compose(blocks);
  expect(await here(app, { 'a.json': ours(mine, blocks) })).toBe(1);
  const [first, second, third] = blocks as [DocumentNode, DocumentNode, DocumentNode];
  for (const others of [
    [words('I am sorry.', { format: 1 }), second, third],
    [{ ...first, $: { audience: 'private' } }, second, third],
    [{ ...first, type: 'quote' }, second, third],
    [first, link('https://b.example'), third],
    [first, second, picture('b', 'the sea')],
    [first, second, picture('a', 'the lake')],
    [second, first, third],
  ]) {
    expect(await here(app, { 'a.json': ours(mine, others) })).toBe(0);
  }
});

test('a letter that came in and was saved by the editor since is the same', async () => {
  const app = await createTestApp();
  const saved = await app.compose([
    {
      ...words('I am sorry.', { detail: 0, mode: 'normal', style: '' }),
      direction: null,
      format: '',
      indent: 0,
      textFormat: 0,
      textStyle: '',
    },
    {
      type: 'list',
      version: 1,
      listType: 'number',
      start: 1,
      tag: 'ol',
      direction: null,
      format: '',
      indent: 0,
      children: ['one', 'two'].map((text, index) => ({
        ...words(text),
        type: 'listitem',
        value: index + 1,
        indent: 0,
      })),
    },
  ]);
  const text = `---\ndate: ${saved.writtenOn}\n---\nI am sorry.\n\n1. one\n2. two`;
  expect(await here(app, { 'note.md': text })).toBe(1);
});
