import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createTestApp, PASSPHRASE, reopenTestApp, startTestApp } from '../../support/test-app.ts';
import { hashesOf, withDatabase } from '../vault-inspection.ts';

/** A closed vault with one letter in it. */
async function closedVault(): Promise<{ readonly folder: string; readonly path: string }> {
  const app = await createTestApp();
  await app.write('I broke my promise.');
  await app.close();
  return { folder: app.folder, path: join(app.folder, 'vault.db') };
}

const unlock = (folder: string) =>
  startTestApp({ folder }).call('vault.unlock', { passphrase: PASSPHRASE });

async function expectRefusal(folder: string, code: string): Promise<void> {
  const before = hashesOf(folder);
  const path = join(folder, 'vault.db');
  expect(await unlock(folder)).toMatchObject({ ok: false, error: { code, path } });
  expect(hashesOf(folder)).toEqual(before);
}

test('a missing database is reported as missing, and none is made in its place', async () => {
  const { folder, path } = await closedVault();
  rmSync(path);
  await expectRefusal(folder, 'vault.databaseMissing');
});

test('an empty file is a damaged database, not a new one', async () => {
  const { folder, path } = await closedVault();
  truncateSync(path, 0);
  await expectRefusal(folder, 'vault.databaseDamaged');
});

test('a plaintext database is never opened as a vault', async () => {
  const { folder, path } = await closedVault();
  rmSync(path);
  new Database(path).exec('CREATE TABLE entry (id TEXT)').close();
  await expectRefusal(folder, 'vault.databaseDamaged');
});

test('the database of another vault is not taken for a wrong passphrase', async () => {
  const { folder, path } = await closedVault();
  const other = await closedVault();
  copyFileSync(other.path, path);
  await expectRefusal(folder, 'vault.databaseDamaged');
});

test.each([
  ['in its first bytes', 3],
  ['in its header', 60],
  ['at the end of its first page', 4090],
])('a database with one bit changed %s is damaged', async (_name, index) => {
  const { folder, path } = await closedVault();
  const bytes = readFileSync(path);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  await expectRefusal(folder, 'vault.databaseDamaged');
});

test('whichever page is damaged, it is reported and nothing wrong is ever read', async () => {
  const { folder, path } = await closedVault();
  const sound = readFileSync(path);
  const truth = await readAll(folder);
  const outcomes = new Set<string>();
  for (let page = 1; page < sound.length / 4096; page += 2) {
    const bytes = Buffer.from(sound);
    bytes[page * 4096 + 1000] = (bytes[page * 4096 + 1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    outcomes.add(await readAll(folder));
  }
  // A page may hold nothing that was asked for; then all is read as it was written.
  expect([...outcomes].filter(outcome => outcome !== truth).toSorted()).toEqual([
    'vault.databaseDamaged at entries.list',
    'vault.databaseDamaged at unlock',
  ]);
});

/** Everything there is to read, or the first error and where it came up. */
async function readAll(folder: string): Promise<string> {
  const app = startTestApp({ folder });
  try {
    const unlocked = await app.call('vault.unlock', { passphrase: PASSPHRASE });
    if (!unlocked.ok) return `${unlocked.error.code} at unlock`;
    const entries = await app.call('entries.list');
    if (!entries.ok) return `${entries.error.code} at entries.list`;
    return JSON.stringify(await app.call('entries.get', entries.value[0]?.id));
  } finally {
    await app.close();
  }
}

test('a database of a newer version is refused untouched', async () => {
  const { folder } = await closedVault();
  await withDatabase(folder, db => db.pragma(`user_version=${migrations.length + 1}`));
  await expectRefusal(folder, 'vault.newerVersion');
});

test('a database that is open elsewhere is in use, and both survive', async () => {
  const app = await createTestApp();
  const entry = await app.write('first');
  const path = join(app.folder, 'vault.db');
  expect(await unlock(app.folder)).toEqual({ ok: false, error: { code: 'vault.inUse', path } });
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('second') });
  await app.close();
  const later = await reopenTestApp(app.folder);
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('second'));
});

test('another process is kept out of an open vault', async () => {
  const app = await createTestApp();
  const { id } = await app.write('first');
  const script = join(import.meta.dirname, '../saving-process.ts');
  const other = spawnSync(process.execPath, [script, app.folder, PASSPHRASE, id], {
    encoding: 'utf8',
  });
  expect(other.stdout).toBe('');
  expect(other.stderr).toContain('vault.inUse');
});

// Windows does not let go of a file that is open.
test.skipIf(process.platform === 'win32').each([
  [
    'another file took its place',
    (path: string) => {
      copyFileSync(path, `${path}.copy`);
      renameSync(`${path}.copy`, path);
    },
  ],
  ['it was deleted', (path: string) => rmSync(path)],
  ['it was moved away', (path: string) => renameSync(path, `${path}.moved`)],
])('nothing is acknowledged once %s', async (_name, replace) => {
  const app = await createTestApp();
  const entry = await app.write('first');
  const path = join(app.folder, 'vault.db');
  replace(path);
  const draft = { ...draftOf(entry), document: documentOf('second') };
  const recovered = join(app.folder, 'recovered-20260517-090000.db');
  const replaced = { ok: false, error: { code: 'vault.databaseReplaced', path, recovered } };
  expect(await app.call('entries.saveDraft', draft)).toEqual(replaced);
  expect(await app.call('entries.create', { templateId: null, journeyId: null })).toEqual(replaced);

  // All that was open is in a file of its own, with the key of the vault.
  expect(readdirSync(app.folder).filter(name => name.startsWith('recovered'))).toHaveLength(1);
  await app.close();
  renameSync(recovered, path);
  const later = await reopenTestApp(app.folder);
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('second'));
});
