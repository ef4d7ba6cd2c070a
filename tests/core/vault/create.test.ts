import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, PASSPHRASE, startTestApp } from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const create = (folder: string) =>
  startTestApp({ folder }).call('vault.create', { passphrase: PASSPHRASE });

test.each(['vault.db', 'vault.db-journal', 'vault.keys', 'vault.keys.2', 'vault.db (copy)'])(
  'no vault is created where %s lies',
  async name => {
    const { folder } = startTestApp();
    writeFileSync(join(folder, name), 'whatever it is');
    const before = hashesOf(folder);
    expect(await create(folder)).toEqual({ ok: false, error: { code: 'vault.exists', folder } });
    expect(hashesOf(folder)).toEqual(before);
  },
);

test('no vault is created where snapshots lie', async () => {
  const { folder } = startTestApp();
  mkdirSync(join(folder, 'snapshots', '20260517-101500-abcd'), { recursive: true });
  expect(await create(folder)).toEqual({ ok: false, error: { code: 'vault.exists', folder } });
});

test('the folder of a vault is made if it is not there', async () => {
  const folder = join(startTestApp().folder, 'deeper', 'still');
  expect(await create(folder)).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toContain('vault.db');
});

/** A vault as a crash leaves it in the middle of being created. */
async function interrupted(remove: readonly string[]): Promise<string> {
  const app = await createTestApp();
  await app.close();
  writeFileSync(join(app.folder, 'vault.creating'), '');
  for (const name of remove) rmSync(join(app.folder, name));
  return app.folder;
}

test.each([
  ['before the second key file', ['vault.keys.2', 'vault.db', 'vault.db-journal']],
  ['before the database', ['vault.db', 'vault.db-journal']],
  ['after the database', []],
])('a creation cut short %s is finished by the first unlock', async (_name, missing) => {
  const folder = await interrupted(missing);
  const app = startTestApp({ folder });
  expect((await app.get('vault.status')).state).toBe('locked');
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.write('the first letter');
  expect(readdirSync(folder)).not.toContain('vault.creating');
});

test('a creation cut short in an empty database file is finished by the first unlock', async () => {
  const folder = await interrupted(['vault.db', 'vault.db-journal']);
  writeFileSync(join(folder, 'vault.db'), '');
  await startTestApp({ folder }).get('vault.unlock', { passphrase: PASSPHRASE });
});

test('a creation cut short before its first key file can simply be done again', async () => {
  const folder = await interrupted(['vault.keys', 'vault.keys.2', 'vault.db', 'vault.db-journal']);
  writeFileSync(join(folder, 'new-vault.keys'), '{"half":');
  const app = startTestApp({ folder });
  expect((await app.get('vault.status')).state).toBe('absent');
  await app.get('vault.create', { passphrase: 'quite another one' });
  await app.write('the first letter');
});

test('what looks like a cut-short creation but holds a damaged database is left as it is', async () => {
  const folder = await interrupted([]);
  const path = join(folder, 'vault.db');
  const bytes = readFileSync(path).fill(7, 100, 200);
  writeFileSync(path, bytes);
  const reply = await startTestApp({ folder }).call('vault.unlock', { passphrase: PASSPHRASE });
  expect(reply).toEqual({ ok: false, error: { code: 'vault.databaseDamaged', path } });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('a creation that fails leaves nothing behind and can be tried again', async () => {
  const app = startTestApp({
    ports: { chooseKdfCost: () => Promise.resolve({ m: 1, t: 1, p: 1 }) },
  });
  const reply = await app.call('vault.create', { passphrase: PASSPHRASE });
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(existsSync(join(app.folder, 'vault.keys'))).toBe(false);
  expect(await create(app.folder)).toMatchObject({ ok: true });
});
