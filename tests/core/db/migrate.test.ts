import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Migration } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase, type Connection } from '#core/db/open.ts';
import { temporaryFolder } from '../../support/test-app.ts';

const addNote: Migration = {
  version: migrations.length + 1,
  name: 'add-note',
  up: db => db.exec('ALTER TABLE journey ADD COLUMN note TEXT'),
};

function vaultPlace() {
  const folder = temporaryFolder();
  return { folder, path: join(folder, 'vault.db'), key: randomBytes(32) };
}

function opened(place: Parameters<typeof openDatabase>[0]): Connection {
  const connection = openDatabase(place);
  if (!connection.ok) throw new Error(connection.error.code);
  return connection.value;
}

const insertJourney = ({ db }: Connection) =>
  db
    .prepare(
      `INSERT INTO journey (id, person_name, relationship, role, created_at)
       VALUES ('j1', 'M.', 'partner', 'caused-harm', 1)`,
    )
    .run();

test('the schema is the one that is written down in schema.sql', () => {
  const place = { ...vaultPlace(), migrations };
  createDatabase(place);
  const { db } = opened(place);
  const schema = db
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .join(';\n\n');
  db.close();
  const written = join(import.meta.dirname, '../../../electron/core/db/schema.sql');
  // A changed schema is a new migration; then this file is written anew, on purpose.
  expect(`${schema};\n`).toBe(readFileSync(written, 'utf8'));
});

test('an older database keeps its rows, and a copy of it is kept', () => {
  const place = vaultPlace();
  createDatabase({ ...place, migrations });
  const before = opened({ ...place, migrations });
  insertJourney(before);
  before.db.close();

  const after = opened({ ...place, migrations: [...migrations, addNote] });
  expect(after.db.prepare('SELECT person_name, note FROM journey').all()).toEqual([
    { person_name: 'M.', note: null },
  ]);
  after.db.close();

  const copy = { ...place, path: join(place.folder, `vault.backup-v${migrations.length}.db`) };
  if (process.platform !== 'win32') expect(statSync(copy.path).mode & 0o777).toBe(0o600);
  const kept = opened({ ...copy, migrations });
  expect(kept.db.prepare('SELECT person_name FROM journey').pluck().all()).toEqual(['M.']);
  kept.db.close();
  expect(readdirSync(place.folder).filter(name => name.endsWith('.part'))).toEqual([]);
});

test('a migration that fails leaves the old version whole', () => {
  const place = vaultPlace();
  createDatabase({ ...place, migrations });
  const before = opened({ ...place, migrations });
  insertJourney(before);
  before.db.close();

  const broken: Migration = { ...addNote, version: addNote.version + 1, up: db => db.exec('oops') };
  expect(() => openDatabase({ ...place, migrations: [...migrations, addNote, broken] })).toThrow(
    'syntax error',
  );
  const again = opened({ ...place, migrations });
  const columns = again.db.prepare("SELECT name FROM pragma_table_info('journey')").pluck().all();
  expect(columns).not.toContain('note');
  again.db.close();
});

test('migrations must be numbered without gaps', () => {
  const place = vaultPlace();
  expect(() => {
    createDatabase({ ...place, migrations: [{ ...addNote, version: 7 }] });
  }).toThrow('without gaps');
});
