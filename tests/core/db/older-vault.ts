import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import type { WriteDb } from '#core/db/statements.ts';
import { temporaryFolder } from '../../support/test-app.ts';

/** One letter, as every version of the schema has taken it. */
const LETTER = `
  INSERT INTO entry (seq, id, kind, title, written_on, excerpt, word_count, text_length, version,
      created_at, updated_at)
    VALUES (4, 'e4', 'letter', 'A letter', '2026-05-01', 'I lied.', 2, 7, 3, 8, 9);`;

/** A vault of the version before `version`, with a letter and what `more` puts into it, then migrated to it. */
export function migratedTo(version: number, more = ''): WriteDb {
  const place = { path: join(temporaryFolder(), 'vault.db'), key: randomBytes(32) };
  const open = (known: typeof migrations): WriteDb => {
    const connection = openDatabase({ ...place, migrations: known });
    if (!connection.ok) throw new Error(connection.error.code);
    return connection.value.db;
  };
  createDatabase({ ...place, migrations: migrations.slice(0, version - 1) });
  const before = open(migrations.slice(0, version - 1));
  before.exec(LETTER + more);
  before.close();
  return open(migrations.slice(0, version));
}
