import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { fitsDatabase } from '#core/vault/database-key.ts';
import { temporaryFolder } from '../../support/test-app.ts';

const KEY = randomBytes(32);
const OTHER = randomBytes(32);

/** A database as a power cut leaves it in the middle of a transaction that was longer than memory. */
function interruptedDatabase(): string {
  const folder = temporaryFolder();
  const path = join(folder, 'vault.db');
  createDatabase({ path, key: KEY, migrations });
  const opened = openDatabase({ path, key: KEY, migrations });
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  const cut = join(folder, 'cut.db');
  db.pragma('cache_size=10');
  db.exec('BEGIN; CREATE TABLE long (text)');
  const insert = db.prepare('INSERT INTO long VALUES (?)');
  for (let row = 0; row < 300; row += 1) insert.run('words '.repeat(500));
  for (const part of ['', '-journal']) copyFileSync(`${path}${part}`, `${cut}${part}`);
  db.exec('ROLLBACK');
  db.close();
  return cut;
}

test('a database is known by its key alone', () => {
  const path = interruptedDatabase();
  expect(fitsDatabase(KEY, path)).toBe(true);
  expect(fitsDatabase(OTHER, path)).toBe(false);
});

test('and by its journal, when the power went while its first page was written', () => {
  const path = interruptedDatabase();
  const torn = readFileSync(path);
  torn.fill(0, 512, 1024);
  writeFileSync(path, torn);
  expect(fitsDatabase(KEY, path)).toBe(true);
  expect(fitsDatabase(OTHER, path)).toBe(false);
  rmSync(`${path}-journal`);
  expect(fitsDatabase(KEY, path)).toBe(false);
});
