import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, draftOf } from '../../support/builders.ts';
import { canMount, smallDisk } from '../../support/small-disk.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const DRAFT = '99999999-9999-4999-8999-999999999999.draft';

test('a vault is copied to another folder with all it has, and the old one stays', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const { snapshot } = await app.get('snapshots.make');
  const before = hashesOf(app.folder);
  const folder = join(temporaryFolder(), 'deeper', 'home');
  expect(await app.get('vault.move', { folder })).toEqual({ folder });
  // Closing it brought its own search index up to date.
  expect({ ...hashesOf(app.folder), 'vault.db': '' }).toEqual({ ...before, 'vault.db': '' });
  // It is closed there: what were written into it now would be missed in the new place.
  const later = { ...draftOf(entry), document: documentOf('later') };
  expect(await app.call('entries.saveDraft', later)).toMatchObject({
    error: { code: 'vault.locked' },
  });
  const told = app.events.flatMap(event => (event.type === 'progress' ? [event] : []));
  expect(told.map(({ done }) => done)).toEqual(
    told.map(({ done }) => done).toSorted((a, b) => a - b),
  );
  expect(told[0]).toMatchObject({ done: 0 });
  expect(told.at(-1)?.total).toBeGreaterThan(told.at(-1)?.done ?? 0);

  const moved = startTestApp({ folder });
  const opening = await moved.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(opening).toEqual({ rollback: false, keysUnfinished: false });
  expect(await moved.get('entries.get', entry.id)).toEqual(entry);
  expect((await moved.get('snapshots.verify', snapshot.id)).sound).toBe(true);
  expect((await moved.get('vault.lastTime')).lastUnlockAt).not.toBeNull();
});

test('a draft that the old disk did not take comes along, and words written meanwhile', async () => {
  const app = await createTestApp();
  const entry = await app.write('first');
  await app.get('snapshots.make');
  // As after a time when the disk was full: what waits beside the database is not looked into.
  const spool = join(app.folder, 'spool');
  mkdirSync(spool);
  writeFileSync(join(spool, DRAFT), 'of another vault, and left alone');
  const folder = join(temporaryFolder(), 'home');
  const moving = app.call('vault.move', { folder });
  const meanwhile = { ...draftOf(entry), document: documentOf('meanwhile') };
  expect(await app.call('entries.saveDraft', meanwhile)).toMatchObject({ ok: true });
  expect(await moving).toEqual({ ok: true, value: { folder } });
  expect(readFileSync(join(folder, 'spool', DRAFT), 'utf8')).toContain('left alone');
  const moved = startTestApp({ folder });
  await moved.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await moved.get('entries.get', entry.id)).document).toEqual(documentOf('meanwhile'));
  // The old one still opens, as it was.
  const old = startTestApp({ folder: app.folder });
  await old.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await old.get('entries.get', entry.id)).document).toEqual(documentOf('meanwhile'));
});

test('a lock that comes in the middle leaves nothing of the copy behind', async () => {
  const app = await createTestApp();
  await app.write('first');
  await app.get('snapshots.make');
  const parent = temporaryFolder();
  const moving = app.call('vault.move', { folder: join(parent, 'home') });
  await app.close();
  expect(await moving).toEqual({ ok: false, error: { code: 'vault.locked' } });
  expect(readdirSync(parent)).toEqual([]);
});

test.skipIf(!canMount)('a disk that is too small is said to be full, and cleared', async () => {
  const app = await createTestApp();
  await app.write('I broke my promise. '.repeat(50_000));
  await app.get('snapshots.make');
  const folder = join(smallDisk(1), 'home');
  const full = { ok: false, error: { code: 'disk.full', path: folder } };
  expect(await app.call('vault.move', { folder })).toEqual(full);
  expect(existsSync(folder)).toBe(false);
  // It is still open where it was.
  expect(await app.get('entries.list')).toHaveLength(1);
});

test('a vault does not move into a folder that is used, or into itself', async () => {
  const app = await createTestApp();
  const used = temporaryFolder();
  writeFileSync(join(used, 'something'), 'else');
  const inside = join(app.folder, 'inside');
  mkdirSync(inside);
  const refusals = [
    [used, 'notEmpty'],
    [inside, 'insideVault'],
    [app.folder, 'insideVault'],
    ['relative', 'missing'],
  ] as const;
  for (const [folder, reason] of refusals) {
    const error = { code: 'folder.unusable', path: folder, reason };
    expect(await app.call('vault.move', { folder })).toEqual({ ok: false, error });
  }
  expect(readdirSync(used)).toEqual(['something']);
});
