CREATE TABLE journey (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person_name TEXT NOT NULL,
        relationship TEXT NOT NULL CHECK (relationship IN ('partner', 'family', 'friend', 'other')),
        role TEXT NOT NULL CHECK (role IN ('caused-harm', 'was-hurt', 'both')),
        created_at INTEGER NOT NULL
      ) STRICT;

CREATE TABLE entry (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('letter', 'statement', 'agreement', 'plan', 'check-in',
          'reflection', 'checklist', 'journal')),
        journey_id TEXT REFERENCES journey (id),
        template_id TEXT,
        title TEXT NOT NULL,
        written_on TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        word_count INTEGER NOT NULL CHECK (word_count >= 0),
        text_length INTEGER NOT NULL CHECK (text_length >= 0),
        version INTEGER NOT NULL CHECK (version > 0),
        indexed_version INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        deleted_at INTEGER
      ) STRICT;

CREATE INDEX entry_to_index ON entry (seq) WHERE indexed_version <> version;

CREATE TABLE entry_text (
        seq INTEGER PRIMARY KEY REFERENCES entry (seq),
        document TEXT NOT NULL
      ) STRICT;

CREATE TABLE revision (
        seq INTEGER PRIMARY KEY,
        entry_seq INTEGER NOT NULL REFERENCES entry (seq),
        version INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('interval', 'shrink', 'conflict')),
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        kept_at INTEGER NOT NULL
      ) STRICT;

CREATE INDEX revision_of_entry ON revision (entry_seq, kept_at);

CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

CREATE TABLE search_text (
        seq INTEGER PRIMARY KEY REFERENCES entry (seq),
        title TEXT NOT NULL,
        plain_text TEXT NOT NULL
      ) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
        title,
        plain_text,
        content = 'search_text',
        content_rowid = 'seq',
        tokenize = 'unicode61 remove_diacritics 2'
      );

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
        INSERT INTO search_index (rowid, title, plain_text)
          VALUES (new.seq, new.title, new.plain_text);
      END;

CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
        INSERT INTO search_index (search_index, rowid, title, plain_text)
          VALUES ('delete', old.seq, old.title, old.plain_text);
      END;

CREATE TRIGGER search_text_updated AFTER UPDATE OF title, plain_text ON search_text BEGIN
        INSERT INTO search_index (search_index, rowid, title, plain_text)
          VALUES ('delete', old.seq, old.title, old.plain_text);
        INSERT INTO search_index (rowid, title, plain_text)
          VALUES (new.seq, new.title, new.plain_text);
      END;
