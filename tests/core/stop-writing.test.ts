import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { documentOf, draftOf } from '../support/builders.ts';
import { createTestApp, PASSPHRASE, startTestApp } from '../support/test-app.ts';
import { openTestSession } from '../support/test-session.ts';
import { hashesOf } from './vault-inspection.ts';

test.each([
  ['SQLITE_IOERR_FSYNC', 'disk.failed'],
  ['SQLITE_IOERR_DIR_FSYNC', 'disk.failed'],
  ['SQLITE_CORRUPT', 'vault.databaseDamaged'],
  ['SQLITE_CORRUPT_VTAB', 'vault.databaseDamaged'],
])('after %s the file is closed, and nothing is tried again', (code, answered) => {
  const { session } = openTestSession();
  const fail = () =>
    session.write([], () => {
      throw new Database.SqliteError('the disk', code);
    });
  expect(fail).toThrow('the disk');
  expect(session.db.open).toBe(false);
  expect(session.failure()).toMatchObject({ code: answered });
  let worked = false;
  const again = session.write([], () => {
    worked = true;
    return { ok: true, value: undefined };
  });
  expect(again).toMatchObject({ ok: false, error: { code: answered } });
  expect(worked).toBe(false);
  session.close();
});

test('a full disk does not stop what is written when there is room again', () => {
  const { session, get } = openTestSession();
  expect(() =>
    session.write([], () => {
      throw new Database.SqliteError('full', 'SQLITE_FULL');
    }),
  ).toThrow('full');
  expect(session.failure()).toBeNull();
  get('entries.create', { templateId: null, journeyId: null });
});

test('a file damaged while it is open stops all writing; the words wait outside of it', async () => {
  const first = await createTestApp();
  for (let i = 0; i < 30; i += 1) await first.write(`many words ${i} `.repeat(200));
  const entry = await first.write('the last one');
  await first.close();
  const app = startTestApp({ folder: first.folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });

  const path = join(app.folder, 'vault.db');
  const file = openSync(path, 'r+');
  const pages = fstatSync(file).size / 4096;
  for (let page = 1; page < pages; page += 1) writeSync(file, 'damage', page * 4096 + 500);
  closeSync(file);

  const draft = { ...draftOf(entry), document: documentOf('words that find no place') };
  const damaged = { ok: false, error: { code: 'vault.databaseDamaged', path } };
  expect(await app.call('entries.saveDraft', draft)).toEqual(damaged);
  const after = hashesOf(join(app.folder, 'spool'));
  expect(Object.keys(after)).toEqual([`${entry.id}.draft`]);
  expect(await app.call('entries.saveDraft', { ...draft, title: 'later' })).toEqual(damaged);
  expect(await app.call('entries.list')).toEqual(damaged);
  expect(await app.call('settings.update', {})).toEqual(damaged);
  expect(hashesOf(join(app.folder, 'spool'))).not.toEqual(after);
});
