import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntryId } from '#shared/domain/ids.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
  type TestApp,
} from '../../support/test-app.ts';

const folderOf = (app: TestApp, id: string): string => join(app.folder, 'snapshots', id);

/** Makes a backup some time after the one before, and says where it lies. */
async function backUp(app: TestApp): Promise<string> {
  app.ports.advance(5000);
  return folderOf(app, (await app.get('snapshots.make')).snapshot.id);
}

async function letGo(app: TestApp, id: EntryId): Promise<void> {
  await app.get('entries.trash', [id]);
  await app.get('entries.erase', [id]);
}

const backupsOf = async (app: TestApp): Promise<readonly string[]> =>
  (await app.get('snapshots.list')).snapshots.map(({ id }) => folderOf(app, id));

test('the copies that hold a letter are those with it inside, whenever they were made', async () => {
  const app = await createTestApp();
  const before = await backUp(app);
  const entry = await app.write('words');
  const first = await backUp(app);
  await app.get('entries.trash', [entry.id]);
  const second = await backUp(app);
  await app.get('entries.erase', [entry.id]);
  const after = await backUp(app);
  const { copies, unreachable } = await app.get('snapshots.thatHold', [entry.id]);
  expect(copies).toMatchObject([
    { path: second, kind: 'backup', holds: 'surely' },
    { path: first, kind: 'backup', holds: 'surely' },
  ]);
  expect(unreachable).toBeNull();
  expect(await backupsOf(app)).toEqual([after, second, first, before]);
});

test('of several letters, the copies are those that hold any of them', async () => {
  const app = await createTestApp();
  const one = await app.write('words');
  const first = await backUp(app);
  await letGo(app, one.id);
  const other = await app.write('other words');
  const second = await backUp(app);
  await app.get('entries.trash', [other.id]);
  await app.get('entries.erase', [other.id]);
  const { copies } = await app.get('snapshots.thatHold', [one.id, other.id]);
  expect(copies.map(({ path }) => path)).toEqual([second, first]);
  const still = await app.get('snapshots.removeThoseThatHold', [one.id, other.id]);
  expect(still.copies).toEqual([]);
  expect((await app.get('snapshots.list')).snapshots.map(({ reason }) => reason)).toEqual([
    'after-erasing',
  ]);
});

test('databases that were put aside are opened to know, and stay, for nobody knows what else is in them', async () => {
  const app = await createTestApp();
  const without = await backUp(app);
  const entry = await app.write('words');
  const backup = await backUp(app);
  const aside = (name: string) => join(app.folder, name);
  cpSync(join(backup, 'data.db'), aside('vault.backup-v1.db'));
  cpSync(join(backup, 'data.db'), aside('vault.damaged-20260517.db'));
  cpSync(join(backup, 'data.db'), aside('recovered-20260518-090000.db'));
  cpSync(join(without, 'data.db'), aside('recovered-20260519-090000.db'));
  writeFileSync(aside('vault.backup-v2.db'), 'not a database at all');
  writeFileSync(aside('vault.backup-v2.db.part'), 'no copy');
  writeFileSync(join(without, 'manifest'), 'torn');
  rmSync(join(without, 'data.db'));
  const { copies } = await app.get('snapshots.thatHold', [entry.id]);
  const held = copies.map(({ path, kind, holds }) => [path, kind, holds]);
  const stays = [
    [aside('vault.backup-v1.db'), 'migration', 'more'],
    [aside('vault.damaged-20260517.db'), 'damaged', 'more'],
    [aside('recovered-20260518-090000.db'), 'recovered', 'more'],
    [aside('vault.backup-v2.db'), 'migration', 'perhaps'],
    [join(without, 'data.db'), 'backup', 'perhaps'],
  ];
  expect(held).toHaveLength(6);
  expect(held).toEqual(expect.arrayContaining([[backup, 'backup', 'surely'], ...stays]));
  await letGo(app, entry.id);
  const left = await app.get('snapshots.removeThoseThatHold', [entry.id]);
  expect(left.copies).toHaveLength(5);
  for (const [path = ''] of stays.slice(0, 4)) expect(existsSync(path)).toBe(true);
});

test('of a backup that lost what it says of itself, the database stays', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const backup = await backUp(app);
  writeFileSync(join(backup, 'manifest'), 'torn');
  await letGo(app, entry.id);
  const left = await app.get('snapshots.removeThoseThatHold', [entry.id]);
  expect(left.copies).toMatchObject([{ path: join(backup, 'data.db'), holds: 'more' }]);
  expect(existsSync(join(backup, 'data.db'))).toBe(true);
});

test('removing leaves one sound backup of everything else, and none with the letter', async () => {
  const app = await createTestApp();
  const second = temporaryFolder();
  const without = await backUp(app);
  const kept = await app.write('these words stay');
  const entry = await app.write('these words go');
  await app.get('snapshots.setSecondLocation', { folder: second });
  await backUp(app);
  await letGo(app, entry.id);
  expect((await app.get('snapshots.thatHold', [entry.id])).copies.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['backup', 'second-place']),
  );
  app.ports.advance(5000);
  expect(await app.get('snapshots.removeThoseThatHold', [entry.id])).toEqual({
    copies: [],
    unreachable: null,
  });
  expect(readdirSync(second)).toEqual(['data-20260517.bin']);
  const { snapshots } = await app.get('snapshots.list');
  expect(snapshots).toMatchObject([
    { reason: 'after-erasing', sound: true, counts: { entries: 1 } },
    { counts: { entries: 0 } },
  ]);
  expect(await backupsOf(app)).toContain(without);
  const [newest] = snapshots;
  if (newest === undefined) throw new Error('no backup was made');
  expect((await app.get('snapshots.verify', newest.id)).sound).toBe(true);
  expect((await app.get('entries.get', kept.id)).document).toEqual(kept.document);
});

test('while it is in the vault, deleted or not, none of its backups goes', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await backUp(app);
  const backups = await backupsOf(app);
  const refused = { ok: false, error: { code: 'snapshot.notErased', id: entry.id } };
  expect(await app.call('snapshots.removeThoseThatHold', [entry.id])).toEqual(refused);
  await app.get('entries.trash', [entry.id]);
  expect(await app.call('snapshots.removeThoseThatHold', [entry.id])).toEqual(refused);
  expect(await backupsOf(app)).toEqual(backups);
});

test('when no new backup can be made the old ones stay, and asking again removes them', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const backup = await backUp(app);
  await letGo(app, entry.id);
  const snapshots = join(app.folder, 'snapshots');
  // A file in the place of the folder stops everyone, even who may write everywhere.
  renameSync(snapshots, `${snapshots}-away`);
  writeFileSync(snapshots, '');
  const failed = await app.call('snapshots.removeThoseThatHold', [entry.id]);
  expect(failed.ok).toBe(false);
  rmSync(snapshots);
  renameSync(`${snapshots}-away`, snapshots);
  expect(existsSync(backup)).toBe(true);
  expect((await app.get('snapshots.removeThoseThatHold', [entry.id])).copies).toEqual([]);
  expect(existsSync(backup)).toBe(false);
});

/** A vault with four letters that only a backup has: its database was replaced by an older one. */
async function putBack(): Promise<{ folder: string; entry: EntryId; newer: string }> {
  const app = await createTestApp({ ports: { newId: randomUUID } });
  const entry = await app.write('words');
  const older = await backUp(app);
  for (const text of ['one', 'two', 'three', 'four']) await app.write(text);
  const newer = await backUp(app);
  await app.close();
  cpSync(join(older, 'data.db'), join(app.folder, 'vault.db'));
  return { folder: app.folder, entry: entry.id, newer };
}

async function later(folder: string): Promise<TestApp> {
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  // Later than all that was made before.
  app.ports.advance(60_000);
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  return app;
}

const writeMore = async (app: TestApp): Promise<void> => {
  for (let count = 0; count < 12; count += 1) await app.write(`more ${count}`);
};

test('while something older is in its place, no backup goes, however much is written since', async () => {
  const { folder, entry, newer } = await putBack();
  const app = await later(folder);
  expect((await app.get('vault.status')).rollback).toBe(true);
  await writeMore(app);
  // One file a day in the second place all the while.
  const second = temporaryFolder();
  await app.get('snapshots.setSecondLocation', { folder: second });
  await app.get('snapshots.make');
  await app.get('snapshots.make');
  expect(readdirSync(second)).toHaveLength(1);
  await letGo(app, entry);
  const left = await app.get('snapshots.removeThoseThatHold', [entry]);
  expect(left.copies.filter(({ holds }) => holds !== 'more')).toEqual([]);
  expect(existsSync(newer)).toBe(true);
  await app.close();
  // The vault has passed its newer self by now, and nothing seems older any more.
  const again = await later(folder);
  expect((await again.get('vault.status')).rollback).toBe(false);
  await again.get('snapshots.removeThoseThatHold', [entry]);
  expect(existsSync(newer)).toBe(true);
});

test.each([
  ['was accepted', (app: TestApp) => app.get('vault.acceptOlder')],
  [
    'was accepted after more was written',
    async (app: TestApp) => {
      await writeMore(app);
      await app.get('vault.acceptOlder');
    },
  ],
])('once the older one %s, the backup of what came after it still stays', async (_how, accept) => {
  const { folder, entry, newer } = await putBack();
  const app = await later(folder);
  await accept(app);
  expect((await app.get('vault.status')).rollback).toBe(false);
  await writeMore(app);
  await letGo(app, entry);
  const left = await app.get('snapshots.removeThoseThatHold', [entry]);
  expect(left.copies).toMatchObject([{ path: newer, holds: 'more' }]);
  expect(existsSync(newer)).toBe(true);
});

test('when an older backup took the place of a damaged database, the newer ones stay', async () => {
  const { folder, entry, newer } = await putBack();
  writeFileSync(join(folder, 'vault.db'), 'damaged');
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  app.ports.advance(60_000);
  expect((await app.call('vault.unlock', { passphrase: PASSPHRASE })).ok).toBe(false);
  const [, older] = (await app.get('snapshots.list')).snapshots;
  if (older === undefined) throw new Error('there are two backups');
  await app.get('snapshots.replaceDatabase', older.id);
  await letGo(app, entry);
  const left = await app.get('snapshots.removeThoseThatHold', [entry]);
  expect(left.copies).toEqual(
    expect.arrayContaining([expect.objectContaining({ path: newer, holds: 'more' })]),
  );
  expect(existsSync(newer)).toBe(true);
});

test('when the new backup does not get to the second place, all that is there stays', async () => {
  const app = await createTestApp();
  const second = temporaryFolder();
  const entry = await app.write('words');
  await app.get('snapshots.setSecondLocation', { folder: second });
  await letGo(app, entry.id);
  app.ports.advance(5000);
  // Something lies where the new copy would be written.
  mkdirSync(join(second, 'new-data-20260517.bin'));
  const left = await app.get('snapshots.removeThoseThatHold', [entry.id]);
  expect(left.copies).toMatchObject([{ kind: 'second-place', holds: 'surely' }]);
  expect(existsSync(join(second, 'data-20260517.bin'))).toBe(true);
});

test('a copy in the second place that came further is not written over, and not removed', async () => {
  const app = await createTestApp({ ports: { newId: randomUUID } });
  const second = temporaryFolder();
  const entry = await app.write('words');
  await app.get('snapshots.setSecondLocation', { folder: second });
  await app.close();
  const kept = join(temporaryFolder(), 'kept');
  cpSync(app.folder, kept, { recursive: true });
  const further = await later(app.folder);
  for (const text of ['one', 'two', 'three', 'four']) await further.write(text);
  await further.get('snapshots.make');
  await further.close();
  // A sync program puts the whole folder back: nothing in it says that it is older.
  rmSync(app.folder, { recursive: true });
  cpSync(kept, app.folder, { recursive: true });
  const back = await later(app.folder);
  expect((await back.get('vault.status')).rollback).toBe(false);
  back.ports.advance(5000);
  await back.get('snapshots.make');
  expect(readdirSync(second)).toHaveLength(2);
  await writeMore(back);
  await letGo(back, entry.id);
  back.ports.advance(5000);
  const left = await back.get('snapshots.removeThoseThatHold', [entry.id]);
  expect(left.copies).toContainEqual(
    expect.objectContaining({ path: join(second, 'data-20260517.bin'), holds: 'more' }),
  );
  expect(existsSync(join(second, 'data-20260517.bin'))).toBe(true);
});

test('a second place that can not be reached is named, and stops nothing', async () => {
  const app = await createTestApp();
  const second = join(temporaryFolder(), 'stick');
  mkdirSync(second);
  const entry = await app.write('words');
  await app.get('snapshots.setSecondLocation', { folder: second });
  await letGo(app, entry.id);
  renameSync(second, `${second}-unplugged`);
  app.ports.advance(5000);
  expect(await app.get('snapshots.removeThoseThatHold', [entry.id])).toEqual({
    copies: [],
    unreachable: second,
  });
  renameSync(`${second}-unplugged`, second);
  expect((await app.get('snapshots.thatHold', [entry.id])).copies).toMatchObject([
    { kind: 'second-place', holds: 'surely' },
  ]);
  expect((await app.get('snapshots.removeThoseThatHold', [entry.id])).copies).toEqual([]);
});
