import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { expect, test } from 'vitest';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { tell } from '../../proofs/support/scale.ts';
import { createTestApp, temporaryFolder } from '../../support/test-app.ts';
import { openKeys } from '../vault-inspection.ts';

test('an independent SQLCipher opens the database with the raw key, and finds it whole', async () => {
  const app = await createTestApp();
  await app.write('Žluťoučký kůň, 漢字, and plain words.', 'To M.');
  await app.write('A second letter.', 'To me');
  await app.close();
  // A copy: whatever the other program does, the vault stays as it was.
  const copy = join(temporaryFolder(), 'copy.db');
  copyFileSync(join(app.folder, 'vault.db'), copy);
  const { root } = await openKeys(app.folder);
  const key = databaseKey(root).toString('hex');

  const db = new SqlCipher(copy);
  try {
    db.pragma(`key = "x'${key}'"`);
    expect(db.pragma('cipher_integrity_check')).toEqual([]);
    expect(db.prepare('SELECT title FROM entry ORDER BY seq').all()).toEqual([
      { title: 'To M.' },
      { title: 'To me' },
    ]);
    const found = db
      .prepare("SELECT rowid AS seq FROM search_index WHERE search_index MATCH 'zlutoucky'")
      .all();
    expect(found).toEqual([{ seq: 1 }]);
    tell('interop: an independent SQLCipher opens the database and finds each page whole');
  } finally {
    db.close();
  }
});

test('without the key it opens nothing', async () => {
  const app = await createTestApp();
  await app.close();
  const db = new SqlCipher(join(app.folder, 'vault.db'));
  db.pragma(`key = "x'${'00'.repeat(32)}'"`);
  expect(() => db.prepare('SELECT title FROM entry').all()).toThrow();
  db.close();
});
