import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ImportItem } from '#shared/domain/import.ts';
import { createChance, type Chance } from '../../proofs/support/chance.ts';
import { tell, times } from '../../proofs/support/scale.ts';
import { read } from './reading.ts';

/** Each failure names the seed that brings it back. */
const ROUNDS = times(3000, 100_000);

const utf8 = (text: string) => new TextEncoder().encode(text);
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What each mutation begins with: one small valid file of every kind. */
const SEEDS: readonly (readonly [string, Uint8Array])[] = [
  ['a.txt', utf8('Dear Sam,\n\nI am sorry.\r\n\tIndented — “quoted” 🌿.')],
  [
    'a.md',
    utf8(
      '---\ntitle: "T"\ndate: 2020-01-01\ntags: [a, b]\n---\n# H\n\n*a* **b** ~~c~~ [d](https://e.example)\n\n- [x] f\n  1. g\n\n> h\n\n| i | j |\n|-|-|\n| k | l |\n\n```\nm\n```\n<u>n</u>',
    ),
  ],
  [
    'a.html',
    utf8(
      '<!doctype html><title>T</title><h1>H</h1><p style="font-weight:bold">a<br><a href="https://b.example">c</a></p><ul><li><input type=checkbox checked>d<ol start=3><li>e</ol></ul><table><tr><td>f<td>g</table><svg><a xlink:href="javascript:1">h</a></svg><!-- i --><![CDATA[j]]>&lt;&#0;&#xD800;',
    ),
  ],
  [
    'jrnl.json',
    utf8(
      '{"tags":{"@a":1},"entries":[{"title":"a","body":"b\\nc","date":"2020-01-01","tags":["@a"],"starred":true}]}',
    ),
  ],
  [
    'day-one.json',
    utf8(
      '{"metadata":{"version":"1.0"},"entries":[{"creationDate":"2020-01-01T00:00:00Z","timeZone":"Europe/Berlin","text":"# T\\n\\n![](dayone-moment://A)b","photos":[{}],"location":{}}]}',
    ),
  ],
  [
    'mini-diary.json',
    utf8(
      '{"metadata":{},"entries":{"2020-01-01":{"title":"a","text":"<p>b</p>"},"2020-01-02":{"title":"","text":"c"}}}',
    ),
  ],
  [
    'amends.json',
    utf8(
      '{"format":"amends","version":1,"exportedOn":"2024-01-01","audience":"counsellor","entries":[{"title":"a","writtenOn":null,"document":{"version":1,"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"link","url":"https://b.example","children":[{"type":"text","text":"c"}]}]},{"type":"picture","picture":"d","children":[]}]}}}],"pictures":[]}',
    ),
  ],
  [
    'a.zip',
    zipSync({ 'a.md': utf8('# a\n\nb'), 'b/c.json': utf8('{"entries":[]}'), 'd.png': utf8('e') }),
  ],
  [
    'a.docx',
    zipSync(
      {
        '[Content_Types].xml': utf8(`<Types xmlns="${PACKAGE}/content-types"/>`),
        '_rels/.rels': utf8(
          `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
        'word/document.xml': utf8(
          `<w:document xmlns:w="${WORD}"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`,
        ),
      },
      { level: 0 },
    ),
  ],
  [
    'a.md.age',
    utf8(
      'age-encryption.org/v1\n-> scrypt QUJDREVGR0hJSktMTU5PUA 1\nQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY\n--- QUJD\nbody',
    ),
  ],
];

/** Pieces that parsers have stumbled over. */
const NASTY = [
  '\u0000',
  '\uFEFF',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '<script>',
  '</p>',
  '---\n',
  '- ',
  '`'.repeat(50),
  '*'.repeat(60),
  '['.repeat(80),
  '{"a":'.repeat(70),
  '> '.repeat(60),
  '__proto__',
  'constructor',
  '1e999',
  '\\ud800',
  'javascript:alert(1)',
  '<a href="java\tscript:x">',
  'data:text/html,x',
  '&#x110000;',
  '\u202E',
  '٣',
  'null',
  '-0',
  '<div>'.repeat(40),
  '"entries":',
  '\n\n\n',
  '|'.repeat(40),
].map(utf8);

function mutated(bytes: Uint8Array, { whole, oneOf }: Chance): Uint8Array {
  let now = Buffer.from(bytes);
  for (let left = 1 + whole(4); left > 0; left -= 1) {
    const at = whole(now.length + 1);
    const length = whole(24);
    const [before, after] = [now.subarray(0, at), now.subarray(at)];
    const piece = oneOf(NASTY);
    const kinds: readonly (readonly Uint8Array[])[] = [
      [before, piece, after],
      [before, after.subarray(length)],
      [before],
      [before, after.subarray(0, length), after],
      [before, Uint8Array.of(whole(256)), after.subarray(1)],
      [before, piece, piece, piece, after.subarray(length)],
    ];
    now = Buffer.concat(oneOf(kinds));
  }
  return new Uint8Array(now);
}

test(
  'whatever is done to a file, reading it ends, and says only what the contract allows',
  async () => {
    for (let seed = 0; seed < ROUNDS; seed += 1) {
      const [name, bytes] = SEEDS[seed % SEEDS.length] as (typeof SEEDS)[number];
      const { items } = await read(name, mutated(bytes, createChance(seed)), ['guess']);
      for (const item of items) {
        const said = ImportItem.safeParse(item);
        expect(said.success, `seed ${seed}: ${JSON.stringify(said.error?.issues)}`).toBe(true);
      }
      expect(JSON.stringify(items), `seed ${seed}`).not.toMatch(/"url":"(?!https?:|mailto:)/i);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    tell(
      `import: ${ROUNDS} mutated files of ${SEEDS.length} kinds: each was read to an end, and said ` +
        'only what the contract allows',
    );
  },
  ROUNDS * 100,
);

test('a file that ends too early, anywhere, is read as far as it goes', async () => {
  for (const [name, bytes] of SEEDS) {
    for (let percent = 1; percent < 100; percent += 1) {
      const cut = bytes.slice(0, Math.floor((bytes.length * percent) / 100));
      const { items } = await read(name, cut, ['guess']);
      expect(items.length, `${name} at ${percent} %`).toBeGreaterThan(0);
      for (const item of items) expect(ImportItem.safeParse(item).success).toBe(true);
    }
  }
});
