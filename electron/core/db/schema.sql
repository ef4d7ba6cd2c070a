CREATE TABLE journey (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person_name TEXT NOT NULL,
        relationship TEXT NOT NULL CHECK (relationship IN ('partner', 'family', 'friend', 'other')),
        role TEXT NOT NULL CHECK (role IN ('caused-harm', 'was-hurt', 'both')),
        created_at INTEGER NOT NULL
      , breaches TEXT NOT NULL DEFAULT '[]', started_on TEXT, archived_at INTEGER) STRICT;

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
      , step INTEGER CHECK (step BETWEEN 1 AND 5), sealed_on TEXT, sealed_until TEXT
        CHECK ((sealed_on IS NULL) = (sealed_until IS NULL))) STRICT;

CREATE INDEX entry_to_index ON entry (seq) WHERE indexed_version <> version;

CREATE TABLE entry_text (
        seq INTEGER PRIMARY KEY REFERENCES entry (seq),
        document TEXT NOT NULL
      ) STRICT;

CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

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

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

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

CREATE INDEX revision_of_entry ON revision (entry_seq, kept_at);

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
