import type { Migration } from '../migrate.ts';

/**
 * `commitment`, `rating`, `feeling` and `picture_use` hold what documents say, read from them at
 * every save; they are filled when the vault is opened next, because a migration reads no document.
 * A `position` counts within its entry. `picture_use` may name a picture that is not there: a
 * letter can be pasted from another vault. The search index is made anew with a third column, so
 * that headings rank below the writer's words and never begin a snippet.
 */
export const guidedPath: Migration = {
  version: 2,
  name: 'guided-path',
  up(db) {
    db.exec(`
      ALTER TABLE journey ADD COLUMN breaches TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE journey ADD COLUMN started_on TEXT;
      ALTER TABLE journey ADD COLUMN archived_at INTEGER;

      ALTER TABLE entry ADD COLUMN step INTEGER CHECK (step BETWEEN 1 AND 5);
      UPDATE entry SET step = 1
        WHERE template_id IN ('acknowledgment-letter', 'short-acknowledgment', 'impact-letter');

      CREATE TABLE template (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        step INTEGER CHECK (step BETWEEN 1 AND 5),
        kind TEXT NOT NULL CHECK (kind IN ('letter', 'statement', 'agreement', 'plan', 'check-in',
          'reflection', 'checklist', 'journal')),
        purpose TEXT NOT NULL,
        sections TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        deleted_at INTEGER
      ) STRICT;

      CREATE TABLE commitment (
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        position INTEGER NOT NULL,
        who TEXT NOT NULL,
        what TEXT NOT NULL,
        by_when TEXT NOT NULL,
        due TEXT,
        notice TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'missed', 'repaired')),
        PRIMARY KEY (entry_seq, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE rating (
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        value INTEGER NOT NULL,
        min INTEGER NOT NULL,
        max INTEGER NOT NULL,
        min_label TEXT NOT NULL,
        max_label TEXT NOT NULL,
        PRIMARY KEY (entry_seq, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE feeling (
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        position INTEGER NOT NULL,
        word TEXT NOT NULL,
        strength TEXT CHECK (strength IN ('a little', 'quite', 'very')),
        PRIMARY KEY (entry_seq, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE picture (
        id TEXT NOT NULL PRIMARY KEY,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE picture_use (
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        picture_id TEXT NOT NULL,
        PRIMARY KEY (entry_seq, picture_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX use_of_picture ON picture_use (picture_id);

      DROP TABLE search_index;
      DROP TABLE search_text;
      CREATE TABLE search_text (
        seq INTEGER PRIMARY KEY REFERENCES entry (seq),
        title TEXT NOT NULL,
        plain_text TEXT NOT NULL,
        aside_text TEXT NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE search_index USING fts5 (
        title,
        plain_text,
        aside_text,
        content = 'search_text',
        content_rowid = 'seq',
        tokenize = 'unicode61 remove_diacritics 2'
      );
      INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
      CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
        INSERT INTO search_index (rowid, title, plain_text, aside_text)
          VALUES (new.seq, new.title, new.plain_text, new.aside_text);
      END;
      CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
        INSERT INTO search_index (search_index, rowid, title, plain_text, aside_text)
          VALUES ('delete', old.seq, old.title, old.plain_text, old.aside_text);
      END;
      CREATE TRIGGER search_text_updated AFTER UPDATE OF title, plain_text, aside_text
        ON search_text
      BEGIN
        INSERT INTO search_index (search_index, rowid, title, plain_text, aside_text)
          VALUES ('delete', old.seq, old.title, old.plain_text, old.aside_text);
        INSERT INTO search_index (rowid, title, plain_text, aside_text)
          VALUES (new.seq, new.title, new.plain_text, new.aside_text);
      END;
      UPDATE entry SET indexed_version = 0;
    `);
  },
};
