import { expect, test } from 'vitest';
import { createFakePorts } from '../../support/fake-ports.ts';
import { createTestApp, PASSPHRASE, startTestApp, type TestApp } from '../../support/test-app.ts';

const MISSING = '99999999-9999-4999-8999-999999999999';
const DAY = 24 * 60 * 60_000;

/** The same vault, opened again so many days after it was made. */
async function openedLater(app: TestApp, days: number): Promise<TestApp> {
  await app.close();
  const ports = createFakePorts(app.folder);
  ports.advance(days * DAY);
  const later = startTestApp({ folder: app.folder, ports });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  return later;
}

test('the trash lists what was deleted, the newest first, with the day each goes', async () => {
  const app = await createTestApp();
  expect(await app.get('trash.list')).toEqual([]);
  const first = await app.write('first words', 'First');
  const second = await app.write('second words', 'Second');
  const [summary] = (await app.get('entries.list')).filter(({ id }) => id === first.id);
  await app.get('entries.trash', [second.id]);
  app.ports.advance(3 * DAY);
  await app.get('entries.trash', [first.id]);
  const list = await app.get('trash.list');
  expect(list[0]).toEqual({
    ...summary,
    deletedAt: app.ports.clock.now(),
    goesOn: '2026-06-19',
  });
  expect(list.map(({ title, goesOn }) => [title, goesOn])).toEqual([
    ['First', '2026-06-19'],
    ['Second', '2026-06-16'],
  ]);
});

test('what is brought back is there as before, and undo puts it back into the trash', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const [summary] = await app.get('entries.list');
  await app.get('entries.trash', [entry.id]);
  const [trashed] = await app.get('trash.list');
  app.ports.advance(5 * DAY);
  expect(await app.get('trash.restore', [entry.id])).toEqual({
    undo: 'Bring back free writing',
    redo: null,
  });
  expect(await app.get('entries.list')).toEqual([summary]);
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  expect(await app.get('search.find', { text: 'promise' })).toHaveLength(1);
  await app.get('history.undo');
  expect(await app.get('trash.list')).toEqual([trashed]);
});

test('several are deleted and brought back together, each in one step to undo', async () => {
  const app = await createTestApp();
  const [one, two, three] = [await app.write('one'), await app.write('two'), await app.write('3')];
  const before = await app.get('entries.list');
  await app.get('entries.trash', [three.id]);
  app.ports.advance(DAY);
  app.events.length = 0;
  expect(await app.get('entries.trash', [one.id, two.id, one.id])).toEqual({
    undo: 'Delete 2 pieces of writing',
    redo: null,
  });
  expect(app.events).toEqual([{ type: 'data-changed', topics: ['entries', 'history'] }]);
  expect(await app.get('entries.list')).toEqual([]);
  const trashed = await app.get('trash.list');

  const restored = await app.get('trash.restore', [three.id, one.id]);
  expect(restored.undo).toBe('Bring back 2 pieces of writing');
  expect((await app.get('trash.list')).map(({ id }) => id)).toEqual([two.id]);
  // Back where they were, each with the day on which it was deleted.
  await app.get('history.undo');
  expect(await app.get('trash.list')).toEqual(trashed);
  await app.get('history.undo');
  expect((await app.get('trash.list')).map(({ id }) => id)).toEqual([three.id]);
  await app.get('history.undo');
  expect(await app.get('entries.list')).toEqual(before);
});

test('of several all are deleted or brought back, or none', async () => {
  const app = await createTestApp();
  const here = await app.write('words');
  const gone = await app.write('other words');
  await app.get('entries.trash', [gone.id]);
  const notFound = ({ id }: { id: string }) => ({
    ok: false,
    error: { code: 'entry.notFound', id },
  });
  expect(await app.call('entries.trash', [here.id, gone.id])).toEqual(notFound(gone));
  expect(await app.call('trash.restore', [gone.id, here.id])).toEqual(notFound(here));
  expect((await app.get('trash.list')).map(({ id }) => id)).toEqual([gone.id]);
  for (const ids of [[], Array.from({ length: 10_001 }, () => here.id), here.id]) {
    const refused = { error: { code: 'ipc.invalidInput' } };
    expect(await app.call('entries.trash', ids)).toMatchObject(refused);
    expect(await app.call('trash.restore', ids)).toMatchObject(refused);
  }
});

test('what is deleted is called by its kind', async () => {
  const app = await createTestApp();
  const kinds = ['daily-check-in', 'short-acknowledgment', null];
  const labels: unknown[] = [];
  for (const templateId of kinds) {
    const { id } = await app.get('entries.create', { templateId, journeyId: null });
    labels.push((await app.get('entries.trash', [id])).undo);
  }
  expect(labels).toEqual(['Delete check-in', 'Delete letter', 'Delete free writing']);
});

test('what is not in the trash cannot be brought back', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  for (const id of [entry.id, MISSING]) {
    const error = { code: 'entry.notFound', id };
    expect(await app.call('trash.restore', [id])).toEqual({ ok: false, error });
  }
});

test('after 30 days in the trash a letter is erased on the third day the vault is opened', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const kept = await app.write('words that stay');
  await app.get('entries.trash', [entry.id]);
  let open = await openedLater(app, 29.9);
  for (const day of [30.1, 30.2, 31.1, 31.2]) {
    open = await openedLater(open, day);
    expect(await open.get('trash.list')).toHaveLength(1);
  }
  open = await openedLater(open, 40);
  expect(await open.get('trash.list')).toEqual([]);
  expect((await open.get('entries.list')).map(({ id }) => id)).toEqual([kept.id]);
});

test('a clock that is set forward and back again erases nothing before its time', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await app.get('entries.trash', [entry.id]);
  let open: TestApp = app;
  for (const day of [1, 400, 2, 401, 3, 402, 29]) {
    open = await openedLater(open, day);
    expect(await open.get('trash.list')).toHaveLength(1);
  }
  // Two days of a clock that stayed wrong, and then the right one again.
  for (const day of [500, 501, 28]) open = await openedLater(open, day);
  expect(await open.get('trash.list')).toHaveLength(1);
  expect(await open.get('trash.restore', [entry.id])).toMatchObject({
    undo: 'Bring back free writing',
  });
});

test('the days on which one letter was due do not count for another', async () => {
  const app = await createTestApp();
  const first = await app.write('first words');
  const second = await app.write('second words');
  await app.get('entries.trash', [first.id]);
  app.ports.advance(2 * DAY);
  await app.get('entries.trash', [second.id]);
  let open: TestApp = app;
  for (const day of [30.1, 31.1, 32.1]) open = await openedLater(open, day);
  expect((await open.get('trash.list')).map(({ id }) => id)).toEqual([second.id]);
  for (const day of [33.1, 34.1]) open = await openedLater(open, day);
  expect(await open.get('trash.list')).toEqual([]);
});
