import { describe, expect, test } from 'vitest';
import type { ImportedEntry } from '#shared/domain/import.ts';
import { outline, read } from './reading.ts';

describe('plain text', () => {
  test('becomes a letter with the title and the day of its name', async () => {
    const { entries, problems } = await read(
      '2024-05-17 What I should have said.txt',
      'Dear Sam,\r\nI am sorry.\r\n\r\nThe second paragraph.',
    );
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      title: 'What I should have said',
      writtenOn: '2024-05-17',
      own: null,
    });
    expect(outline(entries[0] as ImportedEntry)).toEqual([
      'paragraph: Dear Sam,\nI am sorry.',
      'paragraph: The second paragraph.',
    ]);
  });

  test('is read in the encodings that people have', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße 🌿', 'utf16le')]);
    const latin = Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65]);
    const [first] = (await read('a.txt', utf16)).entries;
    const [second] = (await read('b.txt', latin)).entries;
    const [third] = (await read('c.txt', '\uFEFFhi')).entries;
    expect([first, second, third].map(entry => outline(entry as ImportedEntry)[0])).toEqual([
      'paragraph: Grüße 🌿',
      'paragraph: Grüße',
      'paragraph: hi',
    ]);
  });

  test('without a name that says something has no title, and the day of its file', async () => {
    const { entries } = await read('letter-20230102-2.txt', 'x');
    expect(entries[0]).toMatchObject({ title: '', writtenOn: '2023-01-02' });
    const other = await read('Untitled 3.txt', 'x');
    expect(other.entries[0]).toMatchObject({ title: '', writtenOn: '2020-01-31' });
  });

  test('that is empty, or no text, is named and not taken', async () => {
    expect((await read('a.txt', ' \n ')).problems).toMatchObject([{ reason: 'empty' }]);
    expect((await read('a.txt', new Uint8Array())).problems).toMatchObject([{ reason: 'empty' }]);
    const binary = Uint8Array.from([0x25, 0x50, 0, 1, 2]);
    expect((await read('a.txt', binary)).problems).toMatchObject([{ reason: 'unknownKind' }]);
    expect((await read('a.exe', 'MZ')).problems).toMatchObject([{ reason: 'unknownKind' }]);
    expect((await read('a.docx', 'no zip')).problems).toMatchObject([{ reason: 'damaged' }]);
  });
});

describe('Markdown', () => {
  test('keeps structure, lists, emphasis and safe links', async () => {
    const { entries, losses, problems } = await read(
      'x.md',
      [
        '# For Sam',
        '',
        'One *two* **three** ~~four~~ <u>five</u> [six](https://a.example/x) [seven](javascript:alert(1)).',
        '',
        '## What happened',
        '',
        '- a\n  - b\n- c',
        '',
        '3. three\n4. four',
        '',
        '- [ ] open\n- [x] done',
        '',
        '> quoted',
        '',
        '| a | b |\n|---|---|\n| 1 | 2 |',
        '',
        '![the sea](sea.jpg)',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(entries[0]?.title).toBe('For Sam');
    expect(outline(entries[0] as ImportedEntry)).toEqual([
      'paragraph: One {i two} {b three} {s four} {u five} <six|https://a.example/x> seven.',
      'h2: What happened',
      '- a',
      '  - b',
      '- c',
      '3. three',
      '3. four',
      '[ ] open',
      '[x] done',
      'quote: quoted',
      'paragraph: {b a}\t{b b}',
      'paragraph: 1\t2',
      'paragraph: the sea',
    ]);
    expect(losses).toEqual({ link: 1, table: 1, picture: 1 });
  });

  test('takes title and day from the front matter', async () => {
    const text =
      '---\ntitle: "It\'s: \\"ours\\""\ndate: 2021-02-03T10:00:00+02:00\ntags:\n  - one\n  - two\nmood: low\n---\n\nText.';
    const { entries, losses } = await read('2022-01-01.md', text);
    expect(entries[0]).toMatchObject({ title: 'It\'s: "ours"', writtenOn: '2021-02-03' });
    expect(losses).toEqual({ tag: 2, detail: 1 });
  });

  test.each([
    ['an anchor and an alias', '---\na: &a [x]\ntitle: *a\n---\nText.', ''],
    ['a block text', '---\ntitle: |\n  lines\n---\nText.', ''],
    ['a tag that would run code elsewhere', "---\ntitle: !!js/function 'x'\n---\nText.", ''],
    ['no end', '---\ntitle: x\n\nText.', ''],
    ['a name of the prototype', '---\n__proto__: x\nconstructor: y\ntitle: z\n---\nText.', 'z'],
    ['a quote without end', '---\ntitle: "x\n---\nText.', ''],
  ])('front matter with %s harms nothing', async (_what, text, title) => {
    const { entries, problems } = await read('note.md', text);
    expect(problems).toEqual([]);
    expect(entries[0]?.title).toBe(title);
    expect(outline(entries[0] as ImportedEntry).at(-1)).toContain('Text.');
  });

  test.each([
    [
      'a text that begins with a rule',
      '---\nDear Anna, I am sorry for what I did.\n\n---\n\nMore text.',
      ['paragraph: Dear Anna, I am sorry for what I did.', 'paragraph: More text.'],
    ],
    ['a text between two rules', '---\nAll of it.\n\n---\n', ['paragraph: All of it.']],
    [
      'a greeting between two rules',
      '---\nDear Anna:\n\n---\nMore.',
      ['paragraph: Dear Anna:', 'paragraph: More.'],
    ],
    [
      'a list between two rules',
      '---\n- I lied\n- I left\n\n---\nMore.',
      ['- I lied', '- I left', 'paragraph: More.'],
    ],
    [
      'a heading and a paragraph between two rules',
      '---\n## Anna\n\ntoday: I saw you.\nYou were gone.\n\n---\nMore.',
      ['h2: Anna', 'paragraph: today: I saw you. You were gone.', 'paragraph: More.'],
    ],
  ])('does not take %s for front matter', async (_what, text, lines) => {
    const { entries, losses, problems } = await read('note.md', text);
    expect({ losses, problems }).toEqual({ losses: {}, problems: [] });
    expect(outline(entries[0] as ImportedEntry)).toEqual(lines);
  });

  test('counts what front matter says and a letter does not', async () => {
    const { entries, losses } = await read(
      'note.md',
      '---\n# by a program\ntitle: |\n  two\n  lines\ndate: when it rained\nmood: low\n---\nText.',
    );
    expect(entries[0]?.title).toBe('');
    expect(losses).toEqual({ detail: 4 });
  });

  test('with raw HTML gives words, and nothing that runs', async () => {
    const { entries } = await read(
      'x.md',
      'A <img src=x onerror=alert(1)> b <script>alert(1)</script> c <svg><a href="javascript:1">d</a></svg> &lt;e&gt; &amp;copy;',
    );
    const json = JSON.stringify(entries[0]);
    expect(json).not.toMatch(/onerror|script|javascript|svg/);
    expect(outline(entries[0] as ImportedEntry)).toEqual(['paragraph: A b c <e> &copy;']);
  });
});

describe('HTML', () => {
  test('keeps words, structure and emphasis', async () => {
    const { entries, losses } = await read(
      'letter.html',
      `<!doctype html><html><head><title>To my brother</title><style>p{color:red}</style></head><body>
       <p>Dear <b>Tom</b>,<br>it is <span style="font-style:italic">late</span>.</p>
       <ul><li>one</li><li>two<ol start="4"><li>deep</li></ol></li></ul>
       <blockquote><p>You said that.</p></blockquote><pre>  kept
   spaces</pre><table><tr><td>a</td><td>b</td></tr></table><iframe src="x">no</iframe></body></html>`,
    );
    expect(entries[0]?.title).toBe('To my brother');
    expect(outline(entries[0] as ImportedEntry)).toEqual([
      'paragraph: Dear {b Tom},\nit is {i late}.',
      '- one',
      '- two',
      '  4. deep',
      'quote: You said that.',
      'paragraph: kept\n   spaces',
      'paragraph: a\tb',
    ]);
    expect(losses).toEqual({ table: 1, attachment: 1 });
  });

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'app://amends/',
    '//no.scheme',
    '&#106;avascript:alert(1)',
  ])('holds no link to %s', async url => {
    const { entries, losses } = await read('x.html', `<p><a href="${url}">words</a></p>`);
    expect(outline(entries[0] as ImportedEntry)).toEqual(['paragraph: words']);
    expect(losses).toEqual({ link: 1 });
  });

  test('holds a link as it will be read, without what hides in it', async () => {
    const { entries } = await read('x.html', '<p><a href=" htt\n\tps://a.example/b ">w</a></p>');
    expect(outline(entries[0] as ImportedEntry)).toEqual(['paragraph: <w|https://a.example/b>']);
  });

  test('nested deeper than any page is refused at once', async () => {
    const { entries, problems } = await read('x.html', '<div><b>'.repeat(200_000));
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'tooDeep' }]);
  });
});

describe('journal apps', () => {
  test('Day One', async () => {
    const { entries, losses, problems } = await read(
      'Journal.json',
      JSON.stringify({
        metadata: { version: '1.0' },
        entries: [
          {
            uuid: 'A',
            creationDate: '2020-03-04T23:30:00Z',
            timeZone: 'Asia/Tokyo',
            text: '# A walk\n\n![](dayone-moment://ABC)\n\nIt was cold\\. Very\\.\nAnd *bright*.',
            photos: [{ identifier: 'ABC' }],
            tags: ['outside'],
            location: { latitude: 1 },
            weather: { temperature: 2 },
          },
        ],
      }),
    );
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject({ title: 'A walk', writtenOn: '2020-03-05' });
    expect(outline(entries[0] as ImportedEntry)).toEqual([
      'paragraph: It was cold. Very.\nAnd {i bright}.',
    ]);
    expect(losses).toEqual({ tag: 1, place: 1, weather: 1, picture: 1 });
  });

  test('Mini Diary', async () => {
    const { entries } = await read(
      'mini-diary.json',
      JSON.stringify({
        metadata: { application: 'Mini Diary', version: '3.3.0' },
        entries: {
          '2019-12-31': {
            dateUpdated: '…',
            title: 'Last day',
            text: '<p>So <em>long</em>.</p><ul><li>a</li></ul>',
          },
          '2020-01-01': { dateUpdated: '…', title: '', text: 'plain **bold**' },
        },
      }),
    );
    expect(entries.map(({ title, writtenOn }) => [title, writtenOn])).toEqual([
      ['Last day', '2019-12-31'],
      ['', '2020-01-01'],
    ]);
    expect(entries.map(outline)).toEqual([
      ['paragraph: So {i long}.', '- a'],
      ['paragraph: plain {b bold}'],
    ]);
  });

  test('jrnl', async () => {
    const { entries, losses } = await read(
      'jrnl.json',
      JSON.stringify({
        tags: { '@sam': 1 },
        entries: [
          {
            title: 'Called @sam.',
            body: 'We talked.\nFor long.',
            date: '2018-06-07',
            time: '09:00',
            tags: ['@sam'],
            starred: false,
          },
        ],
      }),
    );
    expect(entries[0]).toMatchObject({ title: 'Called @sam.', writtenOn: '2018-06-07' });
    expect(outline(entries[0] as ImportedEntry)).toEqual(['paragraph: We talked.\nFor long.']);
    expect(losses).toEqual({ tag: 1 });
  });

  test('one damaged entry keeps no other back, and is named with its place', async () => {
    const { entries, problems } = await read(
      'jrnl.json',
      '{"entries":[\n{"title":"a","body":"b","date":"2018-06-07"},\n{"title":bad},\n5,\n{"title":"c","body":"","date":"x"}\n]}',
    );
    expect(entries.map(({ title }) => title)).toEqual(['a', 'c']);
    expect(problems).toEqual([
      { reason: 'damaged', member: '', line: 3, entry: 2 },
      { reason: 'damaged', member: '', line: 4, entry: 3 },
    ]);
  });
});
