import type { Migration } from '../migrate.ts';

/**
 * A kept text gets an id that is never given again, more reasons to be kept, and the number of its
 * words, which nobody counted before. The table is made anew, because SQLite changes no constraint
 * of one that is there.
 */
export const keptTexts: Migration = {
  version: 3,
  name: 'kept-texts',
  up(db) {
    db.exec(`
      ALTER TABLE revision RENAME TO revision_before;
      CREATE TABLE revision (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        version INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('interval', 'shrink', 'conflict', 'day', 'close',
          'restore')),
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        word_count INTEGER CHECK (word_count >= 0),
        kept_at INTEGER NOT NULL
      ) STRICT;
      INSERT INTO revision (seq, entry_seq, version, reason, title, document, kept_at)
        SELECT seq, entry_seq, version, reason, title, document, kept_at FROM revision_before;
      DROP TABLE revision_before;
      CREATE INDEX revision_of_entry ON revision (entry_seq, kept_at);
    `);
  },
};
