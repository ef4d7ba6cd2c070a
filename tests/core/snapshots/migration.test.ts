import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { openDatabase } from '#core/db/open.ts';
import { makeSnapshot } from '#core/snapshots/make.ts';
import { isSound } from '#core/snapshots/check.ts';
import { placeOf } from '#core/snapshots/places.ts';
import { deriveKeys } from '#core/vault/key-wrap.ts';
import { createTestApp } from '../../support/test-app.ts';
import { openKeys } from '../vault-inspection.ts';

test('a migration first keeps the old version as a backup, and leaves no copy beside', async () => {
  const app = await createTestApp();
  await app.write('something');
  await app.close();
  const { keyring, root } = await openKeys(app.folder);
  const keys = deriveKeys(root);
  const source = { folder: app.folder, ports: app.ports, keyring, keys, vaultId: keyring.vaultId };
  const next = migrations.length + 1;
  const up = (db: { exec: (sql: string) => unknown }) =>
    db.exec('CREATE TABLE later (a) STRICT'.replace('(a)', '(a TEXT)'));
  const kept: unknown[] = [];
  const opened = openDatabase({
    path: join(app.folder, 'vault.db'),
    key: keys.database,
    migrations: [...migrations, { version: next, name: 'later', up }],
    keepOld: db => kept.push(makeSnapshot(source, db, 'before-migration')),
  });
  if (opened.ok) opened.value.db.close();
  expect(kept).toMatchObject([
    { ok: true, value: { schema: next - 1, reason: 'before-migration' } },
  ]);
  const [id = ''] = readdirSync(join(app.folder, 'snapshots'));
  expect(isSound(placeOf(app.folder, id), source)).toBe(true);
  expect(readdirSync(app.folder).filter(name => name.includes('backup'))).toEqual([]);
});
