import { expect, test } from 'vitest';
import { emptyDocument, type DocumentNode } from '#shared/domain/document.ts';
import type { ImportItem, ImportPlace } from '#shared/domain/import.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { aPng } from '../../support/picture-files.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { filesIn, runExport } from '../export/exporting.ts';
import { read } from './reading.ts';

/** Says to the vault what reading these files gave, as the process that reads them does. */
async function bring(app: TestApp, files: Record<string, readonly ImportItem[]>) {
  const { id } = await app.get('imports.begin', { names: Object.keys(files) });
  for (const [file, items] of Object.values(files).entries()) {
    await app.get('imports.receive', { id, message: { type: 'items', file, items: [...items] } });
    await app.get('imports.receive', { id, message: { type: 'end', file } });
  }
  return id;
}

const markdown = async (name: string, text: string) => (await read(name, text)).items;
const take = (id: string, place: ImportPlace = { into: 'none' }, skipHere = true) => ({
  id,
  place,
  skipHere,
});

async function everything(app: TestApp) {
  const list = await app.get('entries.list');
  return Promise.all(list.map(({ id }) => app.get('entries.get', id)));
}

test('shows what is in the files before anything is taken in', async () => {
  const app = await createTestApp();
  const mine = await app.write('The same words.', 'A');
  const id = await bring(app, {
    'a.md': await markdown(`${mine.writtenOn}.md`, '# A\n\nThe same words.'),
    'b.md': await markdown('b.md', '# B\n\nNew words [x](javascript:1).'),
    'c.png': (await read('c.png', 'x')).items,
  });
  expect(await app.get('imports.progress', id)).toEqual({
    state: 'read',
    done: 3,
    total: 3,
    entries: 2,
    sealed: null,
  });
  const preview = await app.get('imports.preview', id);
  expect(preview.counts).toEqual({
    entries: 2,
    words: 6,
    here: 1,
    files: 3,
    pictures: 0,
    inJourneys: 0,
    journeys: 0,
  });
  expect(preview.entries).toMatchObject([
    { title: 'A', excerpt: 'The same words.', file: 'a.md', isHere: true },
    { title: 'B', excerpt: 'New words x.', file: 'b.md', isHere: false },
  ]);
  expect(preview.losses).toEqual([{ what: 'link', count: 1 }]);
  expect(preview.problems).toMatchObject([{ file: 'c.png', reason: 'unknownKind' }]);
  expect(await app.get('entries.list')).toHaveLength(1);
});

test('takes in as new, after a backup, without touching what is there; one undo takes it out', async () => {
  const app = await createTestApp();
  await app.write('Mine.');
  const before = await everything(app);
  const journey = await app.get('journeys.create', {
    personName: 'Sam',
    relationship: 'partner',
    role: 'caused-harm',
  });
  const id = await bring(app, {
    'a.md': await markdown('2020-02-02 a.md', 'One.'),
    'b.md': await markdown('2020-02-03 b.md', 'Two.'),
  });
  expect(
    await app.get('imports.take', take(id, { into: 'journey', journeyId: journey.id })),
  ).toEqual({
    entries: 2,
    pictures: 0,
    skipped: 0,
  });
  const [newest] = (await app.get('snapshots.list')).snapshots;
  expect(newest).toMatchObject({ reason: 'before-import', sound: true, counts: { entries: 1 } });
  const after = await everything(app);
  expect(after).toHaveLength(3);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(
    after.filter(({ journeyId }) => journeyId === journey.id).map(({ title }) => title),
  ).toEqual(['b', 'a']);
  expect(await app.get('search.find', { text: 'two' })).toHaveLength(1);

  expect(await app.get('history.undo')).toMatchObject({ redo: 'Import writing' });
  expect(await everything(app)).toEqual(before);
  expect(await app.get('trash.list')).toHaveLength(2);
  await app.get('history.redo');
  expect(await everything(app)).toHaveLength(3);
});

test('what is here already is left out, unless it is wanted twice', async () => {
  const app = await createTestApp();
  const files = {
    'a.txt': await markdown('a.txt', 'Same.'),
    'b.txt': await markdown('b.txt', 'Other.'),
  };
  const first = { 'a.txt': files['a.txt'] };
  expect(await app.get('imports.take', take(await bring(app, first)))).toMatchObject({
    entries: 1,
    skipped: 0,
  });
  expect(await app.get('imports.take', take(await bring(app, files)))).toMatchObject({
    entries: 1,
    skipped: 1,
  });
  expect(await app.call('imports.take', take(await bring(app, files)))).toEqual({
    ok: false,
    error: { code: 'import.nothing' },
  });
  expect(
    await app.get('imports.take', take(await bring(app, files), { into: 'none' }, false)),
  ).toMatchObject({
    entries: 2,
  });
});

test('our own JSON comes back whole, with pictures, steps and journeys', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'Sam',
    relationship: 'partner',
    role: 'both',
  });
  const bytes = new Uint8Array(aPng('a.png', 2, 2).buffer);
  const picture = await app.get('pictures.add', {
    bytes,
    mediaType: 'image/png',
    width: 2,
    height: 2,
  });
  const blocks: DocumentNode[] = [
    {
      type: 'picture',
      version: 1,
      picture,
      description: 'the sea',
      width: 50,
      naturalWidth: 2,
      naturalHeight: 2,
      children: [],
    },
    { type: 'from-a-newer-version', version: 3, kept: { deep: [1, 2] } },
  ];
  await app.compose(blocks, { journeyId: journey.id });
  await app.get('entries.create', { templateId: 'acknowledgment-letter', journeyId: journey.id });
  const { folder } = await runExport(app, { format: 'json' });
  const [json] = Object.values(filesIn(folder));

  const other = await createTestApp();
  const { items, problems } = await read('letters.json', new Uint8Array(json ?? []));
  expect(problems).toEqual([]);
  const id = await bring(other, { 'letters.json': items });
  expect((await other.get('imports.preview', id)).counts).toMatchObject({
    pictures: 1,
    inJourneys: 2,
    journeys: 1,
  });
  expect(await other.get('imports.take', take(id, { into: 'as-it-was' }, false))).toEqual({
    entries: 2,
    pictures: 1,
    skipped: 0,
  });
  const [begun] = await other.get('journeys.list');
  expect(begun).toEqual({ ...journey, id: begun?.id });
  const known = (entries: Awaited<ReturnType<typeof everything>>) =>
    entries
      .map(({ id: _id, journeyId: _journey, version: _version, ...rest }) => rest)
      .toSorted((a, b) => a.title.localeCompare(b.title));
  expect(known(await everything(other))).toEqual(known(await everything(app)));
  expect((await everything(other)).map(({ journeyId }) => journeyId)).toEqual([
    begun?.id,
    begun?.id,
  ]);
  expect((await other.get('pictures.get', picture)).bytes).toEqual(bytes);

  await other.get('history.undo');
  expect(await other.get('entries.list')).toEqual([]);
  expect((await other.get('journeys.list'))[0]?.archivedAt).not.toBeNull();
});

test('a sealed file waits for its passphrase, and only its reader hears it', async () => {
  const app = await createTestApp();
  const { id } = await app.get('imports.begin', { names: ['a.json.age'] });
  const asked = app.get('imports.receive', {
    id,
    message: { type: 'sealed', file: 0, wrong: false },
  });
  expect((await app.get('imports.progress', id)).sealed).toEqual({
    name: 'a.json.age',
    wrong: false,
  });
  await app.get('imports.openSealed', { id, passphrase: 'four quiet words here' });
  expect(await asked).toEqual({ passphrase: 'four quiet words here' });
  const again = app.get('imports.receive', {
    id,
    message: { type: 'sealed', file: 0, wrong: true },
  });
  expect((await app.get('imports.progress', id)).sealed?.wrong).toBe(true);
  await app.get('imports.openSealed', { id, passphrase: null });
  expect(await again).toEqual({ passphrase: null });
});

test('a reader that dies leaves what it had said, and its file is named', async () => {
  const app = await createTestApp();
  const { id } = await app.get('imports.begin', { names: ['a.json', 'b.txt'] });
  const items = await markdown('a.txt', 'Came through.');
  await app.get('imports.receive', { id, message: { type: 'items', file: 0, items: [...items] } });
  await app.get('imports.failed', { id, file: 0, reason: 'tooSlow' });
  expect(
    await app.call('imports.receive', { id, message: { type: 'end', file: 0 } }),
  ).toMatchObject({
    error: { code: 'import.cancelled' },
  });
  expect(await app.call('imports.take', take(id))).toMatchObject({
    error: { code: 'import.notFound' },
  });
  await app.get('imports.receive', { id, message: { type: 'end', file: 1 } });
  expect((await app.get('imports.preview', id)).problems).toMatchObject([
    { file: 'a.json', reason: 'tooSlow' },
  ]);
  expect(await app.get('imports.take', take(id))).toMatchObject({ entries: 1 });
});

test('a cancelled import leaves nothing, and ends who waits in it', async () => {
  const app = await createTestApp();
  const { id } = await app.get('imports.begin', { names: ['a.age'] });
  const asked = app.call('imports.receive', {
    id,
    message: { type: 'sealed', file: 0, wrong: false },
  });
  await app.get('imports.cancel', id);
  expect(await asked).toMatchObject({ error: { code: 'import.cancelled' } });
  expect(await app.call('imports.preview', id)).toMatchObject({
    error: { code: 'import.notFound' },
  });
  expect(await app.get('entries.list')).toEqual([]);
  expect((await app.get('snapshots.list')).snapshots.map(({ reason }) => reason)).not.toContain(
    'before-import',
  );
});

test('what does not fit the contract is refused, whoever says it', async () => {
  const app = await createTestApp();
  const { id } = await app.get('imports.begin', { names: ['a'] });
  const entry = { title: '', writtenOn: '2020-01-01', document: emptyDocument(), own: null };
  const said = (item: unknown, file = 0) =>
    app.call('imports.receive', { id, message: { type: 'items', file, items: [item] } });
  for (const bad of [
    { kind: 'entry', entry: { ...entry, title: 'x'.repeat(501) } },
    { kind: 'entry', entry: { ...entry, writtenOn: 'yesterday' } },
    {
      kind: 'entry',
      entry: { ...entry, document: { version: 1, root: { type: 'root', children: 5 } } },
    },
    { kind: 'entry', entry: { ...entry, id: '00000000-0000-4000-8000-000000000001' } },
    { kind: 'run', code: 'x' },
  ]) {
    expect(await said(bad)).toMatchObject({ error: { code: 'ipc.invalidInput' } });
  }
  expect(await said({ kind: 'entry', entry }, 7)).toMatchObject({
    error: { code: 'import.cancelled' },
  });
  expect(projectDocument(entry.document).wordCount).toBe(0);
});
