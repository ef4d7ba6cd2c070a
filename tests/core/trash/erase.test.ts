import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { PARTS } from '#shared/domain/blocks.ts';
import {
  aCommitment,
  aNode,
  aPicture,
  aSection,
  documentOf,
  documentWith,
  draftOf,
  pictureBytes,
} from '../../support/builders.ts';
import { createFakePorts } from '../../support/fake-ports.ts';
import {
  createTestApp,
  PASSPHRASE,
  reopenTestApp,
  startTestApp,
  type TestApp,
} from '../../support/test-app.ts';
import { paragraphOf } from '#shared/domain/document.ts';
import { decryptedPages } from '../decrypted-pages.ts';
import { openKeys, withDatabase } from '../vault-inspection.ts';

const MISSING = '99999999-9999-4999-8999-999999999999';
const DAY = 24 * 60 * 60_000;

/** Words that stand nowhere else, each found again by its first letters. */
const wordsFrom = (start: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `zq${(start + i).toString(36)}x`).join(' ');

/** What of these words the files still hold, once no app has them open. */
async function remainsOf(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const { root } = await openKeys(folder);
  const pages = decryptedPages(join(folder, 'vault.db'), databaseKey(root)).toString('latin1');
  const tables = await withDatabase(folder, db =>
    (
      db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    ).map(name => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all())),
  );
  return [...`${pages}${tables.join('')}`.matchAll(pattern)].map(([found]) => found);
}

/** Letters of very different lengths, edited and indexed in turn, so that rows move between pages. */
async function writeMuch(app: TestApp, mark: string, rounds: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    const entry = await app.write(`${mark} ${wordsFrom(i * 100, 20 + i * 37)}`, `${mark} ${i}`);
    ids.push(entry.id);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, id] of ids.entries()) {
      app.ports.advance(61_000);
      const entry = await app.get('entries.get', id);
      const text = `${mark} ${wordsFrom(i * 50 + round * 1000, 10 + ((i * 61 + round * 97) % 400))}`;
      await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf(text) });
      if ((i + round) % 3 === 0) await app.get('entries.settle', id);
    }
  }
  return ids;
}

test('an erased letter is in no row, no index and no page of the file, in any state it ever had', async () => {
  const app = await createTestApp();
  const kept = await app.write('These words stay where they are. stays', 'A title that stays');
  const ids = await writeMuch(app, 'qqwords', 3);
  await app.get('search.find', { text: 'qqwords' });
  for (const id of ids) await app.get('entries.trash', [id]);
  for (const id of ids) await app.get('entries.erase', [id]);
  expect(await app.get('trash.list')).toEqual([]);
  await app.close();
  expect(await remainsOf(app.folder, /qqwor|zq\w{1,4}x/g)).toEqual([]);
  const later = await reopenTestApp(app.folder);
  expect((await later.get('entries.get', kept.id)).document).toEqual(kept.document);
  expect(await later.get('search.find', { text: 'stays' })).toHaveLength(1);
}, 30_000);

test('the search for what is left finds what was only deleted', async () => {
  const app = await createTestApp();
  const entry = await app.write('qqwords here');
  await app.get('entries.trash', [entry.id]);
  await app.close();
  expect((await remainsOf(app.folder, /qqwor/g)).length).toBeGreaterThan(2);
});

test('what a letter said, promised, felt and showed goes with it; what others use stays', async () => {
  const app = await createTestApp();
  const bytes = pictureBytes('image/png', 'qqpixels');
  const shared = pictureBytes('image/png', 'shared pixels');
  const picture = { mediaType: 'image/png', width: 4, height: 3 } as const;
  const own = await app.get('pictures.add', { ...picture, bytes });
  const both = await app.get('pictures.add', { ...picture, bytes: shared });
  const showing = (id: string) => ({ ...aPicture('0'), picture: id });
  const statement = aNode(
    'statement',
    PARTS.statement.map(part => aNode('part', ['qqfeel'], { part })),
  );
  const entry = await app.compose([
    showing(own),
    showing(both),
    aSection({ heading: 'qqheading', body: [paragraphOf('qqbody'), statement] }),
    aCommitment({ who: 'qqwho', what: 'qqwhat', by: '17 May 2026' }),
  ]);
  const other = await app.compose([showing(both)]);
  app.ports.advance(61_000);
  // The picture is now shown by an earlier text only.
  const document = documentWith([paragraphOf('qqlater')]);
  await app.get('entries.saveDraft', { ...draftOf(entry), document });
  await app.get('entries.trash', [entry.id]);
  await app.get('entries.erase', [entry.id]);
  expect(await app.call('pictures.get', own)).toMatchObject({ ok: false });
  expect((await app.get('pictures.get', both)).bytes).toEqual(shared);
  expect(await app.get('commitments.list', { journeyId: null })).toEqual([]);
  await app.close();
  expect(await remainsOf(app.folder, /qq\w+/g)).toEqual([]);
  const later = await reopenTestApp(app.folder);
  expect((await later.get('entries.get', other.id)).document).toEqual(other.document);
});

test('a template that was deleted goes like a letter, with all its words, after as many days', async () => {
  const app = await createTestApp();
  const section = {
    id: 'one',
    type: 'text',
    private: false,
    min: 0,
    max: 10,
    minLabel: '',
    maxLabel: '',
    heading: 'qqheading',
    prompt: 'qqprompt',
    hint: 'qqhint',
    starter: 'qqstarter',
    items: ['qqitem'],
  };
  const draft = { title: 'qqtitle', step: null, kind: 'letter', purpose: 'qqpurpose' };
  const template = await app.get('templates.create', { ...draft, sections: [section] });
  const kept = await app.get('templates.create', {
    ...draft,
    title: 'stays',
    purpose: '',
    sections: [],
  });
  const entry = await app.get('entries.create', { templateId: kept.id, journeyId: null });
  await app.get('templates.trash', template.id);
  await app.close();
  const openedAfter = async (days: number) => {
    const ports = createFakePorts(app.folder);
    ports.advance(days * DAY);
    const later = startTestApp({ folder: app.folder, ports });
    await later.get('vault.unlock', { passphrase: PASSPHRASE });
    return later;
  };
  for (const days of [29, 30, 31]) await (await openedAfter(days)).close();
  expect(await remainsOf(app.folder, /qq\w+/g)).not.toEqual([]);
  const later = await openedAfter(61);
  expect(await later.get('templates.list')).toEqual([kept]);
  expect(await later.get('entries.get', entry.id)).toEqual(entry);
  await later.close();
  expect(await remainsOf(app.folder, /qq\w+/g)).toEqual([]);
});

test('only what is in the trash can be erased, and nothing brings it back', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const other = await app.write('other');
  const notFound = (id: string) => ({ ok: false, error: { code: 'entry.notFound', id } });
  expect(await app.call('entries.erase', [entry.id])).toEqual(notFound(entry.id));
  expect(await app.call('entries.erase', [MISSING])).toEqual(notFound(MISSING));
  await app.get('entries.trash', [entry.id]);
  // All of them, or none.
  expect(await app.call('entries.erase', [entry.id, other.id])).toEqual(notFound(other.id));
  expect((await app.get('trash.list')).map(({ id }) => id)).toEqual([entry.id]);
  await app.get('entries.trash', [other.id]);
  await app.get('entries.erase', [entry.id]);
  // The deletion of the other can still be undone; that of the erased one is forgotten.
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: 'Delete free writing' });
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: 'Delete free writing' });
  expect((await app.get('entries.list')).map(({ id }) => id)).toEqual([other.id]);
  expect(await app.call('trash.restore', [entry.id])).toEqual(notFound(entry.id));
  const draft = { ...draftOf(entry), document: documentOf('typed after all') };
  expect(await app.call('entries.saveDraft', draft)).toEqual(notFound(entry.id));
});

test('of several that were deleted together, undo brings back those that were not erased', async () => {
  const app = await createTestApp();
  const [one, two] = [await app.write('one'), await app.write('two')];
  await app.get('entries.trash', [one.id, two.id]);
  await app.get('entries.erase', [one.id]);
  await app.get('history.undo');
  expect((await app.get('entries.list')).map(({ id }) => id)).toEqual([two.id]);
  await app.get('history.redo');
  expect(await app.get('entries.list')).toEqual([]);
  await app.get('entries.erase', [two.id]);
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: null });
});

test('erasing announces entries and history', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await app.get('entries.trash', [entry.id]);
  app.events.length = 0;
  await app.get('entries.erase', [entry.id]);
  expect(app.events).toEqual([{ type: 'data-changed', topics: ['entries', 'history'] }]);
});

test('an erasure that was cut short is finished when the vault is opened next', async () => {
  const app = await createTestApp();
  await app.write('these words stay');
  await app.close();
  await withDatabase(app.folder, db => {
    db.prepare("INSERT INTO setting VALUES ('purgeOwed', 'true')").run();
    db.exec("INSERT INTO search_index (search_index) VALUES ('delete-all')");
  });
  const later = await reopenTestApp(app.folder);
  expect(await later.get('search.find', { text: 'stay' })).toHaveLength(1);
  await later.close();
  const owed = await withDatabase(app.folder, db =>
    db.prepare("SELECT count(*) FROM setting WHERE key = 'purgeOwed'").pluck().get(),
  );
  expect(owed).toBe(0);
});
