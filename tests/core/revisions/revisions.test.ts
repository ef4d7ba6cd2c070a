import { expect, test } from 'vitest';
import type { RevisionSummary } from '#shared/domain/revision.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createFakePorts } from '../../support/fake-ports.ts';
import { createTestApp, PASSPHRASE, startTestApp, type TestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const MISSING = '0'.repeat(32);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Saves a text over the one that is stored. */
async function overwrite(app: TestApp, id: string, text: string, title?: string): Promise<void> {
  const entry = await app.get('entries.get', id);
  const draft = { ...draftOf(entry), document: documentOf(text) };
  await app.get('entries.saveDraft', { ...draft, title: title ?? entry.title });
}

const reasons = (list: readonly RevisionSummary[]) => list.map(({ reason }) => reason);

async function newestOf(app: TestApp, id: string): Promise<RevisionSummary> {
  const [newest] = await app.get('revisions.list', id);
  if (newest === undefined) throw new Error('nothing was kept');
  return newest;
}

test('kept texts are listed with the newest first, and each can be read whole', async () => {
  const app = await createTestApp();
  const entry = await app.write('the first words', 'Before');
  app.ports.advance(2 * MINUTE);
  await overwrite(app, entry.id, 'the second words here', 'After');
  const first = { entryId: entry.id, title: 'Before', wordCount: 3, keptAt: expect.any(Number) };
  expect(await app.get('revisions.list', entry.id)).toEqual([
    { ...first, id: expect.any(String), reason: 'interval', keptAt: app.ports.clock.now() },
  ]);
  app.ports.advance(MINUTE);
  await overwrite(app, entry.id, 'x');
  expect(reasons(await app.get('revisions.list', entry.id))).toEqual(['shrink', 'interval']);
  const oldest = (await app.get('revisions.list', entry.id)).at(-1);
  expect(await app.get('revisions.get', oldest?.id)).toEqual({
    ...oldest,
    document: documentOf('the first words'),
  });
  expect(await app.get('revisions.list', '99999999-9999-4999-8999-999999999999')).toEqual([]);
});

test('going on with a letter on another day keeps it as it was before', async () => {
  const app = await createTestApp();
  const entry = await app.write('written yesterday');
  app.ports.advance(DAY);
  await overwrite(app, entry.id, 'written yesterday, and today');
  expect(reasons(await app.get('revisions.list', entry.id))).toEqual(['day']);
});

test('a letter that is left is kept as it is, once, and only after something was written', async () => {
  const app = await createTestApp();
  const entry = await app.write('the words as they were left');
  await app.get('revisions.keep', entry.id);
  await app.get('revisions.keep', entry.id);
  const [kept, ...more] = await app.get('revisions.list', entry.id);
  expect([kept?.reason, more]).toEqual(['close', []]);
  app.ports.advance(2 * MINUTE);
  await overwrite(app, entry.id, 'the words as they were left, and more');
  expect(await app.get('revisions.list', entry.id)).toEqual([kept]);
  const blank = await app.get('entries.create', { templateId: null, journeyId: null });
  await app.get('entries.saveDraft', { ...draftOf(blank), title: 'Only a title' });
  await app.get('revisions.keep', blank.id);
  expect(await app.get('revisions.list', blank.id)).toEqual([]);
});

test('locking keeps what was written and not left before', async () => {
  const app = await createTestApp();
  const entry = await app.write('the words at the lock');
  await app.close();
  const kept = await withDatabase(app.folder, db =>
    db.prepare('SELECT reason, document FROM revision').all(),
  );
  expect(kept).toEqual([{ reason: 'close', document: JSON.stringify(entry.document) }]);
});

test('a text that was kept already is protected when most of it is removed', async () => {
  const app = await createTestApp();
  const entry = await app.write('a long letter '.repeat(20));
  await app.get('revisions.keep', entry.id);
  await overwrite(app, entry.id, 'gone');
  expect(reasons(await app.get('revisions.list', entry.id))).toEqual(['shrink']);
});

test('a version that is brought back takes the place of the text, which is kept; undo and redo', async () => {
  const app = await createTestApp();
  const entry = await app.write('the first words', 'Before');
  app.ports.advance(2 * MINUTE);
  await overwrite(app, entry.id, 'the second words', 'After');
  const { id } = await newestOf(app, entry.id);
  const text = async () => {
    const { title, document } = await app.get('entries.get', entry.id);
    return { title, document };
  };
  const first = { title: 'Before', document: documentOf('the first words') };
  const second = { title: 'After', document: documentOf('the second words') };

  app.ports.advance(1000);
  expect(await app.get('revisions.restore', id)).toEqual({
    undo: 'Bring version back',
    redo: null,
  });
  expect(await text()).toEqual(first);
  expect(await app.get('revisions.get', (await newestOf(app, entry.id)).id)).toMatchObject({
    reason: 'restore',
    ...second,
  });
  expect(await app.get('search.find', { text: 'first' })).toHaveLength(1);
  await app.get('history.undo');
  expect(await text()).toEqual(second);
  await app.get('history.redo');
  expect(await text()).toEqual(first);
  expect((await app.get('entries.get', entry.id)).version).toBe(6);
});

test('what was written after a version was brought back is not undone with it', async () => {
  const app = await createTestApp();
  const entry = await app.write('the first words');
  app.ports.advance(2 * MINUTE);
  await overwrite(app, entry.id, 'the second words');
  await app.get('revisions.restore', (await newestOf(app, entry.id)).id);
  await overwrite(app, entry.id, 'the first words, and new ones');
  const conflict = { code: 'entry.conflict', latestVersion: 5 };
  expect(await app.call('history.undo')).toEqual({ ok: false, error: conflict });
  expect((await app.get('entries.get', entry.id)).document).toEqual(
    documentOf('the first words, and new ones'),
  );
});

test('a text from another copy can be opened as a new letter beside the first', async () => {
  const app = await createTestApp();
  const entry = await app.write('the newer text');
  const stale = { ...draftOf(entry), baseVersion: 1, document: documentOf('the other text') };
  await app.call('entries.saveDraft', { ...stale, title: 'Other' });
  const other = await newestOf(app, entry.id);
  expect(other).toMatchObject({ reason: 'conflict', title: 'Other', wordCount: 3 });
  const made = await app.get('revisions.openAsNew', other.id);
  expect(made).toMatchObject({ title: 'Other', version: 1, document: stale.document });
  expect(await app.get('entries.get', made.id)).toEqual(made);
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  expect(await app.get('search.find', { text: 'other' })).toHaveLength(1);
});

test('a version that is not there is not found, nor is one of a letter in the trash', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await app.get('revisions.keep', entry.id);
  const { id } = await newestOf(app, entry.id);
  await app.get('entries.trash', [entry.id]);
  for (const wanted of [id, MISSING]) {
    const error = { code: 'revision.notFound', id: wanted };
    for (const procedure of [
      'revisions.get',
      'revisions.restore',
      'revisions.openAsNew',
    ] as const) {
      expect(await app.call(procedure, wanted)).toEqual({ ok: false, error });
    }
  }
});

test('opening the vault thins what was kept long ago', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  for (let i = 0; i < 100; i += 1) {
    app.ports.advance(2 * MINUTE);
    await overwrite(app, entry.id, `words ${i}`);
  }
  await app.close();
  const ports = createFakePorts(app.folder);
  ports.advance(100 * DAY);
  const later = startTestApp({ folder: app.folder, ports });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  await expect
    .poll(async () => (await later.get('revisions.list', entry.id)).length)
    .toBeLessThan(3);
  expect((await newestOf(later, entry.id)).reason).toBe('close');
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('words 99'));
});
