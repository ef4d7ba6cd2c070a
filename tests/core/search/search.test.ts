import { expect, test } from 'vitest';
import { paragraphOf } from '#shared/domain/document.ts';
import {
  aCheckList,
  aNode,
  aPicture,
  aSection,
  documentOf,
  draftOf,
} from '../../support/builders.ts';
import { createTestApp, reopenTestApp, type TestApp } from '../../support/test-app.ts';

/** The titles that a search finds, in its order. */
const titlesFor = async (app: TestApp, text: string): Promise<readonly string[]> =>
  (await app.get('search.find', { text })).map(hit => hit.entry.title);

test.each([
  ['a word', 'promise', 'I broke my promise.'],
  ['the beginning of a word', 'pro', 'I broke my promise.'],
  ['other case', 'PROMISE', 'I broke my promise.'],
  ['a word written with accents, without them', 'ete', 'Tout un été.'],
  ['a word written without accents, with them', 'été', 'Tout un ete.'],
  ['composed and decomposed accents', 'été'.normalize('NFD'), 'Un été.'],
  ['words in any order', 'promise broke', 'I broke my promise.'],
  ['an apostrophe', 'don’t know', 'I don’t know.'],
  ['a part of a Chinese sentence', '道歉', '我想向你道歉，真的。'],
  ['a part of a Japanese sentence', 'ごめん', '本当にごめんなさい'],
  ['Hebrew', 'סליחה', 'אני מבקש סליחה ממך'],
  ['Arabic without its vowel signs', 'آسف', 'أنا آسِف جدا'],
  ['Hebrew without its points', 'שלום', 'שָׁלוֹם'],
  ['Hindi', 'क्षमा', 'मुझे क्षमा करो'],
  ['Korean by the beginning of a word', '미안', '정말 미안해요'],
  ['Russian', 'прости', 'Прости меня, пожалуйста'],
  ['a number', '2026', 'It was in May 2026.'],
])('%s is found', async (_name, query, text) => {
  const app = await createTestApp();
  await app.write(text, 'this one');
  await app.write('something else altogether', 'not this one');
  expect(await titlesFor(app, query)).toEqual(['this one']);
});

test.each(['', '   ', '"', '***', '()', '— … !', '\u0000'])(
  'a search without a word finds nothing: %j',
  async text => {
    const app = await createTestApp();
    await app.write('"***" () — … !');
    expect(await app.get('search.find', { text })).toEqual([]);
  },
);

test('all words must be there', async () => {
  const app = await createTestApp();
  await app.write('I broke my promise.', 'both');
  await app.write('I broke a plate.', 'one');
  expect(await titlesFor(app, 'broke promise')).toEqual(['both']);
});

test('a title counts more than the text, and of equals the later day comes first', async () => {
  const app = await createTestApp();
  const write = async (title: string, writtenOn: string, text: string) => {
    const entry = await app.get('entries.create', { templateId: null, journeyId: null });
    const document = documentOf(text);
    await app.get('entries.saveDraft', { ...draftOf(entry), title, writtenOn, document });
  };
  await write('Earlier', '2026-01-01', 'about trust between us');
  await write('Later', '2026-02-01', 'about trust between us');
  await write('Trust', '2025-01-01', 'about something between us');
  expect(await titlesFor(app, 'trust')).toEqual(['Trust', 'Later', 'Earlier']);
});

test('a snippet shows the place, with the found words marked', async () => {
  const app = await createTestApp();
  const padding = 'word '.repeat(60);
  await app.write(`${padding}I broke my promise to you ${padding}`);
  const [hit] = await app.get('search.find', { text: 'prom' });
  const marked = hit?.snippet.map(({ text, hit: isHit }) => (isHit ? `[${text}]` : text)).join('');
  expect(marked).toMatch(/^….*I broke my \[promise\] to you.*…$/);
});

test('a hit in the title alone shows how the text begins', async () => {
  const app = await createTestApp();
  await app.write('It was my choice.', 'About trust');
  const [hit] = await app.get('search.find', { text: 'trust' });
  expect(hit?.snippet).toEqual([{ text: 'It was my choice.', hit: false }]);
});

test('snippets of scripts without spaces read as they were written', async () => {
  const app = await createTestApp();
  await app.write('我想向你道歉');
  const [hit] = await app.get('search.find', { text: '道歉' });
  expect(hit?.snippet.map(part => part.text).join('')).toBe('我想向你道歉');
});

test('text that looks like the marks of a snippet is not taken for them', async () => {
  const app = await createTestApp();
  await app.write('a \uE000false\uE001 mark beside a promise');
  const [hit] = await app.get('search.find', { text: 'promise' });
  expect(hit?.snippet.filter(part => part.hit)).toEqual([{ text: 'promise', hit: true }]);
});

test('words that were removed are no longer found', async () => {
  const app = await createTestApp();
  const entry = await app.write('the old word');
  expect(await titlesFor(app, 'old')).toHaveLength(1);
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('the new word') });
  expect(await titlesFor(app, 'old')).toEqual([]);
  expect(await titlesFor(app, 'new')).toHaveLength(1);
});

test('section headings are found, prompts and hints are not', async () => {
  const app = await createTestApp();
  await app.get('entries.create', { templateId: 'short-acknowledgment', journeyId: null });
  const entry = await app.get('entries.create', {
    templateId: 'acknowledgment-letter',
    journeyId: null,
  });
  expect(await titlesFor(app, 'what is mine to own')).toEqual([entry.title]);
  expect(await titlesFor(app, 'leave the reasons out')).toEqual([]);
});

test('what was never settled before the vault closed is found after it opens', async () => {
  const app = await createTestApp();
  await app.write('I broke my promise.', 'unsettled');
  await app.close();
  expect(await titlesFor(await reopenTestApp(app.folder), 'promise')).toEqual(['unsettled']);
});

test('no more than a hundred entries are found', async () => {
  const app = await createTestApp();
  for (let letter = 0; letter < 105; letter += 1) await app.write('trust');
  expect(await app.get('search.find', { text: 'trust' })).toHaveLength(100);
});

const shown = async (app: TestApp, text: string): Promise<string> => {
  const [hit] = await app.get('search.find', { text });
  return hit?.snippet.map(part => (part.hit ? `[${part.text}]` : part.text)).join('') ?? '';
};

test('a snippet begins with the writer’s words, never with a heading', async () => {
  const app = await createTestApp();
  const body = [paragraphOf('I told you a lie.')];
  await app.compose([
    aNode('salutation', ['Dear M.,']),
    aSection({ heading: 'What I did', body }),
    aSection({
      heading: 'Where it reached',
      sectionType: 'checklist',
      body: [aCheckList(['My sleep'])],
    }),
    aPicture('a', { description: 'A red door' }),
  ]);
  expect(await shown(app, 'lie')).toBe('I told you a [lie].');
  for (const text of ['what did', 'sleep', 'red door', 'dear']) {
    expect([text, await shown(app, text)]).toEqual([text, 'I told you a lie.']);
  }
});

test('a word in the text counts more than the same word in a heading', async () => {
  const app = await createTestApp();
  const filler = paragraphOf('other words that are written here, about as many as there');
  await app.compose([paragraphOf('there is no trust, and I did that, I wrote it here')]);
  const body = [filler];
  await app.compose([aSection({ heading: 'Trust', body }), aSection({ heading: 'Trust', body })]);
  expect(await shown(app, 'trust')).toMatch(/no \[trust\]/);
  expect(await app.get('search.find', { text: 'trust' })).toHaveLength(2);
});
