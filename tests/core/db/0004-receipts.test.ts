import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { temporaryFolder } from '../../support/test-app.ts';

test('an older vault has no receipts, and takes them', () => {
  const place = { path: join(temporaryFolder(), 'vault.db'), key: randomBytes(32) };
  const open = (known: typeof migrations) => {
    const connection = openDatabase({ ...place, migrations: known });
    if (!connection.ok) throw new Error(connection.error.code);
    return connection.value.db;
  };
  createDatabase({ ...place, migrations: migrations.slice(0, 3) });
  const before = open(migrations.slice(0, 3));
  before.exec(`
    INSERT INTO entry (seq, id, kind, title, written_on, excerpt, word_count, text_length, version,
        created_at, updated_at)
      VALUES (4, 'e4', 'letter', 'A letter', '2026-05-01', 'I lied.', 2, 7, 3, 8, 9);
  `);
  before.close();

  const after = open(migrations.slice(0, 4));
  expect(after.prepare('SELECT * FROM receipt').all()).toEqual([]);
  expect(after.prepare('SELECT id FROM entry').pluck().all()).toEqual(['e4']);
  after.exec(`
    INSERT INTO receipt (seq, id, at, audience, format, is_sealed, entry_count)
      VALUES (1, 'r1', 5, 'for-me', 'paper', 0, 1);
    INSERT INTO receipt_entry (receipt_seq, position, entry_id) VALUES (1, 0, 'e4');
  `);
  const refused = (column: string, value: string) => () =>
    after.exec(`UPDATE receipt SET ${column} = ${value}`);
  expect(refused('audience', "'for-anyone'")).toThrow(/CHECK/);
  expect(refused('format', "'fax'")).toThrow(/CHECK/);
  expect(refused('entry_count', '0')).toThrow(/CHECK/);
  expect(after.pragma('foreign_key_check')).toEqual([]);
  after.close();
});
