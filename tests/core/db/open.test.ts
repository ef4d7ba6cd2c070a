import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { APPLICATION_ID, assertPragmas } from '#core/db/pragmas.ts';
import { createTestApp, temporaryFolder } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

/** The settings that the safety of the writing rests on, as security.md lists them. */
const PRAGMAS = {
  cipher: 'sqlcipher',
  legacy: '4',
  hmac_check: '1',
  journal_mode: 'truncate',
  synchronous: 2,
  fullfsync: 1,
  temp_store: 2,
  secure_delete: 1,
  locking_mode: 'exclusive',
  mmap_size: 0,
  trusted_schema: 0,
  cell_size_check: 1,
  foreign_keys: 1,
  cache_size: -65536,
  application_id: APPLICATION_ID,
  user_version: migrations.length,
  page_size: 4096,
};

test('every setting reads back as it must, in every connection', async () => {
  const app = await createTestApp();
  await app.close();
  const found = await withDatabase(app.folder, db =>
    Object.fromEntries(Object.keys(PRAGMAS).map(name => [name, db.pragma(name, { simple: true })])),
  );
  expect(found).toEqual(PRAGMAS);
});

test.each([
  ['synchronous=1', 'synchronous'],
  ['temp_store=1', 'temp_store'],
  ['secure_delete=0', 'secure_delete'],
  ['journal_mode=delete', 'journal_mode'],
  ['hmac_check=0', 'hmac_check'],
  ['trusted_schema=1', 'trusted_schema'],
])('a connection with %s is refused by name', async (pragma, name) => {
  const app = await createTestApp();
  await app.close();
  await withDatabase(app.folder, db => {
    db.pragma(pragma);
    expect(() => {
      assertPragmas(db);
    }).toThrow(`pragma ${name} is`);
  });
});

test('the full-text index forgets deleted words for good', async () => {
  const app = await createTestApp();
  await app.close();
  const secure = await withDatabase(app.folder, db =>
    db.prepare("SELECT v FROM search_index_config WHERE k = 'secure-delete'").get(),
  );
  expect(secure).toEqual({ v: 1 });
});

test.each([0, 31, 33])('a key of %i bytes is refused and no vault comes of it', length => {
  const path = join(temporaryFolder(), 'vault.db');
  const place = { path, key: randomBytes(length), migrations };
  expect(() => {
    createDatabase(place);
  }).toThrow('raw key of 32 bytes');
  expect(existsSync(path) && readFileSync(path).length).toBe(0);
});

test('a wrong raw key changes nothing', () => {
  const path = join(temporaryFolder(), 'vault.db');
  createDatabase({ path, key: randomBytes(32), migrations });
  const before = readFileSync(path);
  expect(() => openDatabase({ path, key: randomBytes(32), migrations })).toThrow(
    'file is not a database',
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});
