import { randomInt, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
  type TestApp,
} from '../../support/test-app.ts';
import { createFakePorts } from '../../support/fake-ports.ts';

const DAY_MS = 86_400_000;
/** How many bytes are damaged, one after the other. */
const DAMAGES = process.env['AMENDS_LONG'] === undefined ? 40 : 4096;

/** Core over a vault some days later, unlocked. */
async function onDay(folder: string, day: number): Promise<TestApp> {
  const { clock } = createFakePorts(folder);
  const now = () => clock.now() + day * DAY_MS;
  const today = () => Day.parse(new Date(now()).toISOString().slice(0, 10));
  const ports = { newId: randomUUID, clock: { ...clock, now, today } };
  const app = startTestApp({ folder, ports });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  return app;
}

const listOf = async (app: TestApp) => (await app.get('snapshots.list')).snapshots;

test('a backup is made, checked, and described', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  app.ports.advance(61_000);
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('twice') });
  const { snapshot, secondCopy } = await app.get('snapshots.make');
  expect(snapshot).toMatchObject({
    madeAt: app.ports.clock.now(),
    checkedAt: app.ports.clock.now(),
    sound: true,
    reason: 'asked',
    counts: { entries: 1, revisions: 1, days: 1 },
  });
  expect(secondCopy).toBe('none');
  expect(await app.get('snapshots.list')).toEqual({
    snapshots: [snapshot],
    shortOfRoom: false,
    secondLocation: null,
    drilledAt: null,
    problem: null,
  });
  const folder = join(app.folder, 'snapshots', snapshot.id);
  expect(readdirSync(folder).toSorted()).toEqual(['data.db', 'manifest', 'vault.keys']);
  const header = readFileSync(join(folder, 'data.db')).subarray(0, 15).toString('latin1');
  expect(header).not.toBe('SQLite format 3');
});

test.skipIf(process.platform === 'win32')('only its owner can look into a backup', async () => {
  const app = await createTestApp();
  await app.write('something');
  await app.get('snapshots.make');
  const root = join(app.folder, 'snapshots');
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(modeOf(root)).toBe('700');
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const expected = entry.isDirectory() ? '700' : '600';
    expect([entry.name, modeOf(join(entry.parentPath, entry.name))]).toEqual([
      entry.name,
      expected,
    ]);
  }
});

test('the first unlock of a day makes one, of what was there before', async () => {
  const first = await createTestApp();
  await first.write('day one');
  await first.close();
  const { folder } = first;

  const sameDay = await onDay(folder, 0);
  expect(await listOf(sameDay)).toMatchObject([{ reason: 'daily', counts: { entries: 1 } }]);
  await sameDay.write('more on day one');
  await sameDay.close();
  const again = await onDay(folder, 0);
  expect(await listOf(again)).toHaveLength(1);
  await again.close();
  const next = await onDay(folder, 1);
  expect((await listOf(next)).map(({ counts }) => counts?.entries)).toEqual([2, 1]);
  await next.close();
  // Nothing was written on that day: the next one has nothing to add.
  expect(await listOf(await onDay(folder, 2))).toHaveLength(2);
});

test('a session of more than fifty saves leaves one when it ends', async () => {
  const app = await createTestApp();
  let entry = await app.write('count');
  for (let save = 0; save < 50; save += 1) {
    await app.get('entries.saveDraft', { ...draftOf(entry), title: `count ${save}` });
    entry = await app.get('entries.get', entry.id);
  }
  await app.close();
  const later = await onDay(app.folder, 0);
  expect(await listOf(later)).toMatchObject([{ reason: 'session' }]);
});

test('one is made before the passphrase changes', async () => {
  const app = await createTestApp();
  await app.write('something');
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: 'another passphrase' });
  expect(await listOf(app)).toMatchObject([{ reason: 'before-passphrase' }]);
});

test('the oldest go when there are many', { timeout: 60_000 }, async () => {
  const created = await createTestApp();
  await created.write('something');
  await created.close();
  for (let day = 0; day < 15; day += 1) {
    const app = await onDay(created.folder, day);
    await app.write(`day ${day}`);
    await app.close();
  }
  const days = (await listOf(await onDay(created.folder, 15))).map(({ madeAt }) =>
    new Date(madeAt).toISOString().slice(0, 10),
  );
  // Seven days, the Sundays before them that end a week, and none that stands for a month alone.
  expect(days.slice(0, 7)).toEqual(
    [1, 31, 30, 29, 28, 27, 26].map(day => (day === 1 ? '2026-06-01' : `2026-05-${day}`)),
  );
  expect(days.length).toBeLessThan(12);
});

test('what a crash left of one is no backup, and goes with the next', async () => {
  const app = await createTestApp();
  await app.write('something');
  const left = join(app.folder, 'snapshots', 'new-20260517-090000-abcd');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'data.db'), 'half');
  expect(await listOf(app)).toEqual([]);
  await app.get('snapshots.make');
  expect(existsSync(left)).toBe(false);
});

test(`each of ${DAMAGES} damaged bytes is found by checking`, { timeout: 600_000 }, async () => {
  const app = await createTestApp();
  for (let letter = 0; letter < 5; letter += 1) await app.write('I broke my promise.\n'.repeat(50));
  const { snapshot } = await app.get('snapshots.make');
  const folder = join(app.folder, 'snapshots', snapshot.id);
  const files = readdirSync(folder).map(name => ({
    path: join(folder, name),
    bytes: readFileSync(join(folder, name)),
  }));
  for (let damage = 0; damage < DAMAGES; damage += 1) {
    const file = files[damage % files.length];
    if (file === undefined) throw new Error('a backup has files');
    const at = randomInt(file.bytes.length);
    const bytes = Buffer.from(file.bytes);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
    writeFileSync(file.path, bytes);
    const { sound } = await app.get('snapshots.verify', snapshot.id);
    expect([file.path, at, sound]).toEqual([file.path, at, false]);
    writeFileSync(file.path, file.bytes);
  }
  expect((await app.get('snapshots.verify', snapshot.id)).sound).toBe(true);
});

test('a backup that is gone or lacks a part is said to be so', async () => {
  const app = await createTestApp();
  const id = '20260517-090000-abcd';
  const missing = { ok: false, error: { code: 'snapshot.notFound', id } };
  expect(await app.call('snapshots.verify', id)).toEqual(missing);
  expect(await app.call('snapshots.preview', id)).toEqual(missing);
  expect(await app.call('snapshots.restore', { id, differing: 'entry' })).toEqual(missing);
  expect(await app.call('snapshots.replaceDatabase', id)).toEqual(missing);
  expect(await app.get('entries.list')).toEqual([]);
  expect(await app.call('snapshots.drill')).toEqual({
    ok: false,
    error: { code: 'snapshot.none' },
  });
  mkdirSync(join(app.folder, 'snapshots', id), { recursive: true });
  expect(await listOf(app)).toMatchObject([{ id, sound: false, reason: null, counts: null }]);
  expect((await app.get('snapshots.verify', id)).sound).toBe(false);
});

test('the drill brings the newest one back for trial and leaves nothing behind', async () => {
  const app = await createTestApp();
  await app.write('I broke my promise.');
  const { snapshot } = await app.get('snapshots.make');
  app.ports.advance(5000);
  expect((await app.get('snapshots.drill')).checkedAt).toBe(app.ports.clock.now());
  expect((await app.get('snapshots.list')).drilledAt).toBe(app.ports.clock.now());
  expect(readdirSync(join(app.folder, 'snapshots'))).toEqual([snapshot.id]);

  const path = join(app.folder, 'snapshots', snapshot.id, 'data.db');
  writeFileSync(path, readFileSync(path).fill(7, 5000, 5010));
  const { id } = snapshot;
  const damaged = { ok: false, error: { code: 'snapshot.damaged', id } };
  const at = app.ports.clock.now();
  app.ports.advance(5000);
  expect(await app.call('snapshots.drill')).toEqual(damaged);
  expect(await app.get('snapshots.list')).toMatchObject({
    drilledAt: at,
    snapshots: [{ sound: false }],
  });
  expect(readdirSync(join(app.folder, 'snapshots'))).toEqual([id]);
});

test('of a damaged database no backup is made, and none goes', async () => {
  const app = await createTestApp();
  for (let letter = 0; letter < 20; letter += 1)
    await app.write('I broke my promise.\n'.repeat(99));
  for (let count = 0; count < 6; count += 1) await app.get('snapshots.make');
  await app.close();
  const path = join(app.folder, 'vault.db');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(7, bytes.length - 3 * 4096, bytes.length - 2 * 4096));
  const later = await onDay(app.folder, 1);
  const before = await listOf(later);
  expect(await later.call('snapshots.make')).toMatchObject({
    error: { code: 'vault.databaseDamaged' },
  });
  expect(await listOf(later)).toEqual(before);
});

test('a copy goes to the second place under a name that says nothing', async () => {
  const app = await createTestApp();
  const second = temporaryFolder();
  await app.write('I broke my promise.');
  const chosen = await app.get('snapshots.setSecondLocation', { folder: second });
  expect(chosen.secondLocation).toBe(second);
  expect(readdirSync(second)).toEqual(['data-20260517.bin']);
  await app.write('and more');
  expect((await app.get('snapshots.make')).secondCopy).toBe('made');
  expect(readdirSync(second)).toEqual(['data-20260517.bin']);

  // Another vault in the same place does not touch it.
  const other = await createTestApp();
  await other.write('quite another');
  await other.get('snapshots.setSecondLocation', { folder: second });
  expect(readdirSync(second).toSorted()).toEqual(['data-20260517-2.bin', 'data-20260517.bin']);
});

test('a second place that is not there any more does not stop a backup', async () => {
  const app = await createTestApp();
  const second = join(temporaryFolder(), 'stick');
  mkdirSync(second);
  await app.write('something');
  await app.get('snapshots.setSecondLocation', { folder: second });
  rmSync(second, { recursive: true });
  expect(await app.get('snapshots.make')).toMatchObject({
    snapshot: { sound: true },
    secondCopy: 'unreachable',
  });
  expect(
    (await app.get('snapshots.setSecondLocation', { folder: null })).secondLocation,
  ).toBeNull();
  expect((await app.get('snapshots.make')).secondCopy).toBe('none');
});

test('a second place inside the vault, or none at all, is refused', async () => {
  const app = await createTestApp();
  const choose = (folder: string) => app.call('snapshots.setSecondLocation', { folder });
  const refused = (path: string, reason: string) => ({
    ok: false,
    error: { code: 'folder.unusable', path, reason },
  });
  const missing = join(temporaryFolder(), 'missing');
  expect(await choose(missing)).toEqual(refused(missing, 'missing'));
  expect(await choose('relative')).toEqual(refused('relative', 'missing'));
  expect(await choose(app.folder)).toEqual(refused(app.folder, 'insideVault'));
});

test('on a disk with little room the oldest backups go sooner, and that is said', async () => {
  let free = Infinity;
  const app = await createTestApp({ ports: { freeBytes: () => free } });
  const second = temporaryFolder();
  await app.write('I broke my promise.');
  await app.get('snapshots.setSecondLocation', { folder: second });
  const make = () => {
    app.ports.advance(5000);
    return app.get('snapshots.make');
  };
  for (let count = 0; count < 3; count += 1) await make();
  const [newest] = await listOf(app);
  if (newest === undefined) throw new Error('no backup was made');
  expect(await app.get('snapshots.list')).toMatchObject({ shortOfRoom: false });
  expect(await listOf(app)).toHaveLength(4);

  // Five backups are there when there is room for two and a half of them.
  free = newest.bytes * (2.5 / 0.2 - 2.5);
  await make();
  expect(await app.get('snapshots.list')).toMatchObject({ shortOfRoom: true });
  expect(await listOf(app)).toHaveLength(2);
  free = 0;
  const { snapshot } = await make();
  expect(await listOf(app)).toEqual([snapshot]);
  expect((await app.get('snapshots.verify', snapshot.id)).sound).toBe(true);
  expect(readdirSync(second)).toEqual(['data-20260517.bin']);
});
