import type { Migration } from '../migrate.ts';

/**
 * A receipt says that something left the app, and never a word of it. Entries are named by id only,
 * without a reference: one that is erased takes its rows along, and the number of them stays.
 */
export const receipts: Migration = {
  version: 4,
  name: 'receipts',
  up(db) {
    db.exec(`
      CREATE TABLE receipt (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        audience TEXT NOT NULL CHECK (audience IN ('for-partner', 'for-counsellor', 'for-me')),
        format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'markdown', 'html', 'text', 'json',
          'paper')),
        is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
        entry_count INTEGER NOT NULL CHECK (entry_count > 0)
      ) STRICT;

      CREATE TABLE receipt_entry (
        receipt_seq INTEGER NOT NULL REFERENCES receipt (seq),
        position INTEGER NOT NULL,
        entry_id TEXT NOT NULL,
        PRIMARY KEY (receipt_seq, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX receipt_of_entry ON receipt_entry (entry_id);
    `);
  },
};
