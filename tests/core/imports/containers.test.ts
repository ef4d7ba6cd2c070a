import { Encrypter } from 'age-encryption';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_MAX_DEPTH, type DocumentNode } from '#shared/domain/document.ts';
import type { ImportedEntry } from '#shared/domain/import.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { createTestApp } from '../../support/test-app.ts';
import { filesIn, runExport } from '../export/exporting.ts';
import { outline, read } from './reading.ts';
import { wordFile, wordParagraph as paragraph } from './word-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('Word', () => {
  test('keeps the words and their emphasis, and the day on which it was begun', async () => {
    const { entries, problems } = await read(
      'To Sam.docx',
      wordFile(
        paragraph('Dear Sam') +
          paragraph('bold', '<w:b/>') +
          paragraph('under', '<w:u w:val="single"/>') +
          paragraph('gone', '<w:strike/>'),
      ),
    );
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject({ title: 'To Sam', writtenOn: '2017-08-09' });
    expect(outline(entries[0] as ImportedEntry)).toEqual([
      'paragraph: Dear Sam',
      'paragraph: {b bold}',
      'paragraph: {u under}',
      'paragraph: {s gone}',
    ]);
  });

  test('reads what we wrote ourselves', async () => {
    const app = await createTestApp();
    await app.compose([
      {
        type: 'heading',
        version: 1,
        tag: 'h2',
        children: [{ type: 'text', version: 1, text: 'What happened', format: 0 }],
      },
      {
        type: 'paragraph',
        version: 1,
        children: [{ type: 'text', version: 1, text: 'I am sorry.', format: 1 }],
      },
    ]);
    const { folder } = await runExport(app, { format: 'docx' });
    const [bytes] = Object.values(filesIn(folder));
    const { entries, problems } = await read('letter.docx', new Uint8Array(bytes ?? []));
    expect(problems).toEqual([]);
    const text = outline(entries[0] as ImportedEntry).join('\n');
    expect(text).toContain('What happened');
    expect(text).toContain('{b I am sorry.}');
  });

  test('nested too deeply, or with entities that grow, is damage and no crash', async () => {
    const deep = '<w:p>'.repeat(50_000);
    expect((await read('a.docx', wordFile(deep))).problems).toHaveLength(1);
    const laughs = wordFile(paragraph('&lol9;'), {
      'word/document.xml': utf8(
        `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol9 "${'&lol;'.repeat(1000)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('&lol9;')}</w:body></w:document>`,
      ),
    });
    const { items } = await read('a.docx', laughs);
    expect(JSON.stringify(items).length).toBeLessThan(2000);
  });
});

describe('zip files', () => {
  test('give what is in them, whatever their members are called', async () => {
    const zip = zipSync({
      '../../etc/2020-01-01 up.md': utf8('Up.'),
      'C:\\windows\\down.txt': utf8('Down.'),
      'photos/a.jpeg': utf8('x'),
      '__MACOSX/._up.md': utf8('x'),
      'inner.docx': wordFile(paragraph('Inside.')),
      'broken.json': utf8('{"entries":[{"title":"kept","body":"","date":"2020-01-02"},'),
    });
    const { entries, problems, losses } = await read('journal.zip', zip);
    expect(entries.map(({ title }) => title)).toEqual(['up', 'down', 'inner', 'kept']);
    expect(problems).toMatchObject([{ reason: 'damaged', member: 'broken.json', line: 1 }]);
    expect(losses).toEqual({ picture: 1 });
  });

  test('that are bombs are refused before they are unpacked', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(50 * 1024 * 1024) }, { level: 9 });
    expect((await read('a.zip', bomb)).problems).toMatchObject([{ reason: 'zipTooLarge' }]);
    const liar = Buffer.from(zipSync({ 'a.txt': new Uint8Array(5 * 1024 * 1024) }, { level: 9 }));
    const header = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    liar.writeUInt32LE(10, header + 24);
    expect((await read('a.zip', liar)).problems).toMatchObject([{ reason: 'damaged' }]);
    const many: Zippable = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${index}.txt`, utf8('x')] as const),
    );
    expect((await read('a.zip', zipSync(many, { level: 0 }))).problems).toMatchObject([
      { reason: 'zipTooMany' },
    ]);
  });

  test('with one member that is a bomb, or lies, keep no other back', async () => {
    const bytes = zipSync({
      'a.md': utf8('a'),
      'b.txt': [new Uint8Array(50 * 1024 * 1024), { level: 9 }],
      'c.md': utf8('c'),
      'd.md': utf8('d'),
    });
    const lying = Buffer.from(bytes);
    const directory = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const header = lying.indexOf('c.md', directory) - 46;
    lying.writeUInt32LE(0xffffff, header + 20);
    const { entries, problems } = await read('a.zip', lying);
    expect(entries.map(({ title }) => title)).toEqual(['a', 'd']);
    expect(problems).toMatchObject([
      { reason: 'zipTooLarge', member: 'b.txt' },
      { reason: 'zipTooLarge', member: 'c.md' },
    ]);
  });

  test('with links, locks, or members over each other give nothing of these', async () => {
    const linked = zipSync({
      'a.md': [utf8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
      'b.md': utf8('b'),
    });
    expect((await read('a.zip', linked)).entries.map(({ title }) => title)).toEqual(['b']);
    const locked = Buffer.from(zipSync({ 'a.md': utf8('x') }));
    const header = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked.writeUInt16LE(1, header + 8);
    expect((await read('a.zip', locked)).problems[0]).toMatchObject({
      reason: 'encrypted',
      member: 'a.md',
    });
    const over = Buffer.from(zipSync({ 'a.md': utf8('x') }));
    over.writeUInt32LE(0xffff, over.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 20);
    expect((await read('a.zip', over)).problems).toMatchObject([{ reason: 'zipTooLarge' }]);
  });
});

describe('JSON', () => {
  const jrnl = (rest: string) =>
    `{"entries":[{"title":"a","body":"b","date":"2020-01-01"},${rest}]}`;

  test('that is nested too deeply is refused with its line, after what came before', async () => {
    const { entries, problems } = await read('a.json', jrnl(`\n${'['.repeat(1_000_000)}`));
    expect(entries).toHaveLength(1);
    expect(problems).toEqual([{ reason: 'tooDeep', member: '', line: 2, entry: null }]);
  });

  test('that is nested too deeply in one entry keeps no other back', async () => {
    const deep = `{"title":"deep","body":${'['.repeat(500)}${']'.repeat(500)}}`;
    const after = '{"title":"after","body":"","date":"2020-01-02"}';
    const { entries, problems } = await read('a.json', jrnl(`${deep},\n${after}`));
    expect(entries.map(({ title }) => title)).toEqual(['a', 'after']);
    expect(problems).toEqual([{ reason: 'tooDeep', member: '', line: 1, entry: 2 }]);
  });

  test('of ours is read as deep as a letter of ours can be, and no deeper', async () => {
    const nested = (levels: number): DocumentNode =>
      levels === 1
        ? { type: 'text', text: 'Down here.', $: { audience: ['x'] } }
        : { type: 'quote', children: [nested(levels - 1)] };
    const entry = (title: string, levels: number) => {
      const root = { type: 'root', children: [nested(levels - 1)] };
      return { title, writtenOn: null, document: { version: 1, root } };
    };
    const head = { format: 'amends', version: 1, exportedOn: '2024-01-01', audience: 'counsellor' };
    const file = {
      entries: [
        entry('deep', DOCUMENT_MAX_DEPTH),
        entry('deeper', 65),
        entry('x', 500),
        entry('flat', 2),
      ],
      ...head,
    };
    const { entries, problems } = await read('a.json', JSON.stringify(file));
    expect(entries.map(({ title }) => title)).toEqual(['deep', 'flat']);
    expect(projectDocument((entries[0] as ImportedEntry).document).plainText).toContain(
      'Down here.',
    );
    expect(problems).toMatchObject([
      { reason: 'tooDeep', entry: 2 },
      { reason: 'tooDeep', entry: 3 },
    ]);
  });

  test('with a text that is too long keeps the others', async () => {
    const long = JSON.stringify({
      title: 'long',
      body: 'x'.repeat(5 * 1024 * 1024),
      date: '2020-01-01',
    });
    const { entries, problems } = await read('a.json', jrnl(long));
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: 'letterTooLong', entry: 2 }]);
  });

  test('gives no half characters, no names of the prototype, no numbers without end', async () => {
    const { entries, problems } = await read(
      'a.json',
      jrnl(
        '{"title":"\\ud800x","body":"\\u0000\\udc00y","date":"2020-01-01","__proto__":{"polluted":1},"n":1e999}',
      ),
    );
    expect(problems).toEqual([]);
    expect(entries[1]?.title).toBe('\ufffdx');
    expect(outline(entries[1] as ImportedEntry)).toEqual(['paragraph: \ufffdy']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('in UTF-16, with its mark, is read', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(jrnl('{"title":"ü","body":"","date":"2020-01-01"}'), 'utf16le'),
    ]);
    expect((await read('a.json', bytes)).entries.map(({ title }) => title)).toEqual(['a', 'ü']);
  });

  test('of ours from a newer version, or of an app that nobody knows, is named', async () => {
    const newer = '{"format":"amends","version":2,"entries":[]}';
    expect((await read('a.json', newer)).problems).toMatchObject([{ reason: 'newerVersion' }]);
    expect((await read('a.json', '{"a":1}')).problems).toMatchObject([{ reason: 'unknownKind' }]);
    expect((await read('a.json', '[1]')).problems).toMatchObject([{ reason: 'damaged' }]);
  });

  test('of ours with a link, a picture or a node that lies is cleaned or named', async () => {
    const link = {
      type: 'link',
      version: 1,
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'w' }],
    };
    const document = {
      version: 1,
      root: { type: 'root', children: [{ type: 'paragraph', children: [link] }] },
    };
    const file = {
      format: 'amends',
      version: 1,
      exportedOn: '2024-01-01',
      audience: 'counsellor',
      entries: [
        { title: 't', writtenOn: null, document },
        { title: 't', writtenOn: null, document: { version: 2 } },
      ],
      pictures: [
        { id: 'a'.repeat(64), mediaType: 'image/png', width: 1, height: 1, base64: 'AAAA' },
      ],
    };
    const { entries, problems, losses } = await read('a.json', JSON.stringify(file));
    expect(outline(entries[0] as ImportedEntry)).toEqual(['paragraph: w']);
    expect(losses).toEqual({ link: 1 });
    expect(problems).toMatchObject([{ reason: 'damaged', entry: 2 }, { reason: 'damaged' }]);
  });
});

describe('sealed files', () => {
  const sealed = async (text: string, passphrase: string) => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(utf8(text));
  };

  test('open with their passphrase, and ask again for another', async () => {
    const bytes = await sealed('# T\n\nWords.', 'right');
    const { entries, problems } = await read('t.md.age', bytes, ['wrong', 'right']);
    expect(problems).toEqual([]);
    expect(entries[0]?.title).toBe('T');
  });

  test('that nobody opens, that are cut short, or that ask for too much are named', async () => {
    const bytes = await sealed('Words.', 'right');
    expect((await read('t.md.age', bytes, [null])).problems).toMatchObject([{ reason: 'sealed' }]);
    expect((await read('t.md.age', bytes.slice(0, -3), ['right'])).problems).toMatchObject([
      { reason: 'damaged' },
    ]);
    const header = Buffer.from(bytes)
      .toString('latin1')
      .replace(/(-> scrypt \S+) 10/, '$1 63');
    expect(
      (await read('t.md.age', Buffer.from(header, 'latin1'), ['right'])).problems,
    ).toMatchObject([{ reason: 'damaged' }]);
  });
});
