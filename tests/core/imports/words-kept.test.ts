import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportedEntry } from '#shared/domain/import.ts';
import { outline, read } from './reading.ts';
import { wordFile, wordParagraph } from './word-file.ts';

/** What a file says, and what is said to be missing of it. */
async function readOne(name: string, text: string | Uint8Array) {
  const { entries, losses, problems } = await read(name, text);
  expect(problems).toEqual([]);
  expect(entries).toHaveLength(1);
  const [entry] = entries as readonly [ImportedEntry];
  return { title: entry.title, lines: outline(entry), losses };
}

const jrnl = (entry: unknown) => JSON.stringify({ entries: [entry] });

describe('a title that is longer than a title can be', () => {
  const long = `I am sorry. ${'And again. '.repeat(100)}That is all.`;

  test('stays a heading of its text', async () => {
    expect(await readOne('a.md', `# ${long}\n\nText.`)).toEqual({
      title: 'a',
      lines: [`h1: ${long}`, 'paragraph: Text.'],
      losses: {},
    });
    expect((await readOne('a.html', `<h1>${long}</h1><p>Text.</p>`)).lines[0]).toBe(`h1: ${long}`);
  });

  test('stands before its text', async () => {
    const lines = [`paragraph: ${long}`, 'paragraph: Text.'];
    const inJrnl = { title: long, body: 'Text.', date: '2020-01-01' };
    expect(await readOne('a.json', jrnl(inJrnl))).toMatchObject({ title: '', lines });
    expect((await readOne('a.json', jrnl({ ...inJrnl, body: '' }))).lines[0]).toBe(lines[0]);
    expect((await readOne('a.md', `---\ntitle: ${long}\n---\nText.`)).lines).toEqual(lines);
    const diary = JSON.stringify({
      entries: { '2020-01-01': { title: long, text: '<p>Text.</p>' } },
    });
    expect((await readOne('a.json', diary)).lines).toEqual(lines);
  });
});

describe('Markdown hides no word', () => {
  test.each([
    ['A <title> of it.\n\nMore *words*.', ['A <title> of it.', 'More {i words}.']],
    ['<style>\n\nMore *words*.', ['<style>', 'More {i words}.']],
    ['<script>alert\n\nMore.', ['<script>alert', 'More.']],
    ['<div>\nIn <title> it\n</div>\n\nMore.', ['In <title> it', 'More.']],
    ['I <script> it.\n\nYou `</script>` it.', ['I <script> it.', 'You </script> it.']],
    ['To <Anna> and <my brother>.\n\n<Tom>\nhere', ['To <Anna> and <my brother>.', '<Tom> here']],
    ['<details of what I did are here\n\nMore.', ['<details of what I did are here', 'More.']],
    ['A <b of mine> here.', ['A <b of mine> here.']],
    ['<? why ?> and <!WHY>', ['<? why ?> and <!WHY>']],
    [
      '[Anna]: hello\n\n[Me]: sorry\n\n[Me]: really',
      ['[Anna]: hello', '[Me]: sorry', '[Me]: really'],
    ],
    [
      '[Anna](https://a.example) said\n\n[Anna]: hello',
      ['<Anna|https://a.example> said', '[Anna]: hello'],
    ],
    ['`[Anna]` said\n\n- [Anna]: hello', ['[Anna] said', '- [Anna]: hello']],
    ['<!-- no *end*\n\nMore.', ['<!-- no {i end}', 'More.']],
  ])('%j', async (text, expected) => {
    const { lines, losses } = await readOne('a.md', text);
    expect(lines.map(line => line.replace(/^paragraph: /, ''))).toEqual(expected);
    expect(losses).toEqual({});
    const dayOne = jrnl({ creationDate: '2020-01-01T00:00:00Z', text });
    const inJournal = await readOne('a.json', dayOne);
    expect(inJournal.lines.join(' ').replaceAll(/\s+/g, ' ')).toBe(lines.join(' '));
  });

  test('and still follows the links that are made of two parts', async () => {
    const { lines, losses } = await readOne(
      'a.md',
      '[one][Site], [site], [Two  words][] ![pic]\n\n[SITE]: https://a.example\n[two words]: https://b.example\n[pic]: sea.jpg',
    );
    expect(lines).toEqual([
      'paragraph: <one|https://a.example>, <site|https://a.example>, <Two words|https://b.example> pic',
    ]);
    expect(losses).toEqual({ picture: 1 });
  });

  test('and counts what it leaves out', async () => {
    const { lines, losses } = await readOne(
      'a.md',
      'A <!-- not this --> b <script>run()</script> c\n\n<!--\nnor this\n-->\n\n<style>p { color: red }</style>\n\n<iframe src="x"></iframe>',
    );
    expect(lines).toEqual(['paragraph: A b c']);
    expect(losses).toEqual({ comment: 2, detail: 2, attachment: 1 });
  });
});

test('a page counts its comments, but for those of programs', async () => {
  const page = '<!--[if mso]>x<![endif]--><p>Words.</p><!-- mine -->';
  expect((await readOne('a.html', page)).losses).toEqual({ comment: 1 });
});

test('a Word document counts comments, and headers and footers that say something', async () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const part = (text: string) =>
    utf8(`<w:x xmlns:w="w"><w:t xml:space="preserve">${text}</w:t></w:x>`);
  const { losses } = await readOne(
    'a.docx',
    wordFile(wordParagraph('Words.'), {
      'word/comments.xml': utf8(
        '<w:comments xmlns:w="w"><w:comment w:id="1"/><w:comment w:id="2"><w:t>Why?</w:t></w:comment></w:comments>',
      ),
      'word/header1.xml': part('To be kept private'),
      'word/footer1.xml': part('1'),
      'word/footer2.xml': part('Page 1'),
    }),
  );
  expect(losses).toEqual({ comment: 2, margin: 2 });
});

test('endless beginnings cost no more than the text is long', async () => {
  const text = '<!-- a\n\n<script>\n\n<svg> <title>\n\n[a]: b\n\n'.repeat(2000);
  const { entries, problems } = await read(
    'a.zip',
    zipSync({ 'a.md': new TextEncoder().encode(text) }),
  );
  expect(problems).toEqual([]);
  expect(outline(entries[0] as ImportedEntry)).toHaveLength(8000);
});
