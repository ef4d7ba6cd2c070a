import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notWritten } from '#core/export/not-written.ts';
import { createPacking } from '#core/export/packing.ts';
import { createZipLimit, ZIP_BYTES, ZIP_FILES, ZipFull } from '#core/export/zip-limit.ts';
import { aPicture } from '../../support/builders.ts';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';
import { filesIn, newFolder, REQUEST } from './exporting.ts';

const TOO_MUCH = { ok: false, error: { code: 'export.tooMuchForZip' } };

test('more files than a zip can name are refused before a place is asked for, and go into a folder', async () => {
  const before = await createTestApp();
  const side = Math.sqrt(ZIP_FILES + 1);
  const pictures = Array.from({ length: side }, (_, n) =>
    aPicture('', { picture: n.toString(16).padStart(64, '0') }),
  );
  const { id } = await before.compose(pictures);
  await before.close();
  // So many letters, each with so many pictures beside it.
  await withDatabase(before.folder, db => {
    db.exec(`CREATE TEMP TABLE number AS WITH RECURSIVE counted (n) AS
      (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ${side - 1}) SELECT n FROM counted`);
    db.exec(`INSERT INTO picture
      SELECT printf('%064x', n), 'image/png', 1, 1, x'00' FROM number`);
    db.prepare(
      `INSERT INTO entry (seq, id, kind, title, written_on, excerpt, word_count, text_length,
         version, indexed_version, created_at, updated_at)
       SELECT 1000 + n, printf('%08x', n) || substr(id, 9), kind, title, written_on, excerpt,
         word_count, text_length, version, version, created_at, updated_at
       FROM entry, number WHERE id = ? AND n > 0`,
    ).run(id);
    db.prepare(
      `INSERT INTO entry_text SELECT 1000 + n, document FROM entry_text, number
       WHERE seq = (SELECT seq FROM entry WHERE id = ?) AND n > 0`,
    ).run(id);
  });

  const app = await reopenTestApp(before.folder);
  const prepare = (bundle: 'zip' | 'folder', passphrase: string | null = null) =>
    app.call('exports.prepare', { request: { ...REQUEST, bundle }, passphrase });
  const { counts } = await app.get('exports.preview', REQUEST);
  expect(counts.files).toBeGreaterThan(ZIP_FILES);
  expect(await prepare('zip')).toEqual(TOO_MUCH);
  // What is sealed is one file in any case.
  expect(await prepare('folder', 'four words are enough')).toEqual(TOO_MUCH);
  expect(await prepare('folder')).toMatchObject({ ok: true });
});

test('what grew beyond a zip while it was written leaves nothing', async () => {
  const folder = newFolder();
  const path = join(folder, 'letters.zip');
  const parcel = {
    target: 'zip',
    path,
    name: '',
    passphrase: null,
    day: new Date(2026, 4, 17),
  } as const;
  const packing = await createPacking(parcel);
  const nothing = new Uint8Array();
  for (let count = 0; count < ZIP_FILES; count += 1) await packing.add(`${count}.png`, nothing);
  const refused: unknown = await packing.add('more.png', nothing).catch((error: unknown) => error);
  expect(notWritten(refused, path, packing.abandon())).toEqual(TOO_MUCH.error);
  expect(filesIn(folder)).toEqual({});
});

test('a zip takes as many files and bytes as its fields can say, and not one more', () => {
  const files = createZipLimit();
  for (let count = 0; count < ZIP_FILES; count += 1) files.addFile();
  expect(() => files.addFile()).toThrow(ZipFull);

  const bytes = createZipLimit();
  bytes.addBytes(ZIP_BYTES - 1);
  bytes.addBytes(1);
  expect(() => bytes.addBytes(1)).toThrow(ZipFull);
});
