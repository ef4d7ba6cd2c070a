import { expect, test } from 'vitest';
import { migratedTo } from './older-vault.ts';

test('an older vault has no receipts, and takes them', () => {
  const after = migratedTo(4);
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
