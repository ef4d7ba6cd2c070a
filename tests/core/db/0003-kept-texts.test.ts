import { expect, test } from 'vitest';
import { migratedTo } from './older-vault.ts';

test('kept texts stay as they were, each with an id of its own', () => {
  const after = migratedTo(
    3,
    `
    INSERT INTO revision (seq, entry_seq, version, reason, title, document, kept_at)
      VALUES (2, 4, 1, 'interval', 'First', '{"a":1}', 10), (5, 4, 2, 'shrink', '', '{"b":2}', 11),
        (6, 4, 2, 'conflict', 'Other', '{"c":3}', 12);
  `,
  );
  const rows = after.prepare('SELECT * FROM revision ORDER BY seq').all() as { id: string }[];
  expect(rows.map(({ id: _id, ...row }) => row)).toEqual(
    [
      { seq: 2, version: 1, reason: 'interval', title: 'First', document: '{"a":1}', kept_at: 10 },
      { seq: 5, version: 2, reason: 'shrink', title: '', document: '{"b":2}', kept_at: 11 },
      { seq: 6, version: 2, reason: 'conflict', title: 'Other', document: '{"c":3}', kept_at: 12 },
    ].map(row => ({ ...row, entry_seq: 4, word_count: null })),
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  for (const { id } of rows) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(after.pragma('foreign_key_check')).toEqual([]);
  expect(
    after
      .prepare("SELECT name FROM sqlite_schema WHERE tbl_name LIKE 'revision%' AND sql NOT NULL")
      .pluck()
      .all(),
  ).toEqual(['revision', 'revision_of_entry']);
  after.close();
});
