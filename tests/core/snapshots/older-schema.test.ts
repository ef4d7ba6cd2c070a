import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { bringBack } from '#core/snapshots/bring-back.ts';
import { comparePast } from '#core/snapshots/preview.ts';
import { Day } from '#shared/domain/day.ts';
import { documentOf } from '../../support/builders.ts';
import { temporaryFolder } from '../../support/test-app.ts';

const today = Day.parse('2026-05-17');
const UNTIL = '2026-05-20';

/** A database of one version of the schema, with a letter of this text. */
function databaseOf(version: number, title: string) {
  const known = migrations.slice(0, version);
  const place = { path: join(temporaryFolder(), 'vault.db'), key: randomBytes(32) };
  createDatabase({ ...place, migrations: known });
  const opened = openDatabase({ ...place, migrations: known });
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  onTestFinished(() => void db.close());
  db.prepare(
    `INSERT INTO entry (seq, id, kind, title, written_on, excerpt, word_count, text_length, version,
       created_at, updated_at)
     VALUES (1, 'e1', 'letter', ?, '2026-05-01', '', 1, 1, 3, 8, 9)`,
  ).run(title);
  db.prepare('INSERT INTO entry_text VALUES (1, ?)').run(JSON.stringify(documentOf(title)));
  return db;
}

test('a backup from before there were seals shows and brings back nothing of a letter that is sealed now', () => {
  const [past, now] = [databaseOf(4, 'zqthen'), databaseOf(migrations.length, 'zqnow')];
  const key = randomBytes(32);
  expect(comparePast(past, now, { key, today }).changed).toMatchObject([
    { title: 'zqnow', sealedUntil: null },
  ]);
  now.exec(`UPDATE entry SET sealed_on = '2026-05-16', sealed_until = '${UNTIL}'`);
  expect(comparePast(past, now, { key, today }).changed).toEqual([
    { id: 'e1', title: '', writtenOn: '2026-05-01', sealedUntil: UNTIL },
  ]);
  const means = { key, now: 10, newId: () => 'e2', differing: 'entry' } as const;
  expect(bringBack(past, now, means)).toEqual({ broughtBack: 0, keptBeside: 1 });
  expect(now.prepare('SELECT id, title, sealed_until FROM entry ORDER BY seq').all()).toEqual([
    { id: 'e1', title: 'zqnow', sealed_until: UNTIL },
    { id: 'e2', title: 'zqthen', sealed_until: UNTIL },
  ]);
});

test('what only that backup has comes back open', () => {
  const [past, now] = [databaseOf(4, 'zqthen'), databaseOf(migrations.length, 'zqnow')];
  now.exec('DELETE FROM entry_text; DELETE FROM entry');
  const key = randomBytes(32);
  expect(comparePast(past, now, { key, today }).missing).toMatchObject([
    { title: 'zqthen', sealedUntil: null },
  ]);
  bringBack(past, now, { key, now: 10, newId: () => 'e2', differing: 'entry' });
  expect(now.prepare('SELECT id, sealed_on, sealed_until FROM entry').all()).toEqual([
    { id: 'e1', sealed_on: null, sealed_until: null },
  ]);
});
