import { chmodSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canMount, fillDisk, smallDisk } from '../../support/small-disk.ts';
import { createTestApp, temporaryFolder, type TestApp } from '../../support/test-app.ts';
import { filesIn, goOn, newFolder, REQUEST, runExport } from './exporting.ts';

const BUNDLES = ['folder', 'zip'] as const;

async function begun(app: TestApp, path: string) {
  const { id } = await app.get('exports.prepare', { request: REQUEST, passphrase: null });
  return { id, begun: await app.call('exports.begin', { id, path }) };
}

test('a place that is not there, or that something else has, is named, and nothing is written', async () => {
  const app = await createTestApp();
  await app.write('I lied.');
  const folder = temporaryFolder();
  const missing = join(folder, 'no', 'letter.md');
  expect((await begun(app, missing)).begun).toEqual({
    ok: false,
    error: { code: 'export.notWritten', path: missing, reason: 'gone', left: null },
  });

  const taken = join(folder, 'letter.md');
  mkdirSync(taken);
  const { id } = await begun(app, taken);
  expect(await goOn(app, id)).toEqual({
    ok: false,
    error: { code: 'export.notWritten', path: taken, reason: 'taken', left: null },
  });
  expect(filesIn(folder)).toEqual({});
  expect(await app.get('exports.progress', id)).toMatchObject({ state: 'failed' });
  expect(await app.get('exports.receipts')).toEqual([]);
});

test('a file that is replaced is the old one until the new one is whole', async () => {
  const app = await createTestApp();
  await app.write('I lied.');
  const path = join(temporaryFolder(), 'letter.md');
  writeFileSync(path, 'old');
  writeFileSync(`${path}.0123456789ab.part`, 'left when the computer died');
  const { id } = await begun(app, path);
  expect(String(filesIn(join(path, '..'))['letter.md'])).toBe('old');
  await goOn(app, id);
  const files = filesIn(join(path, '..'));
  expect(Object.keys(files)).toEqual(['letter.md']);
  expect(String(files['letter.md'])).toContain('I lied.');
});

test('a folder never takes the place of another', async () => {
  const app = await createTestApp();
  await app.write('I lied.');
  await app.write('Again.');
  const folder = temporaryFolder();
  await runExport(app, { format: 'text' }, null, folder);
  const { reply } = await runExport(app, { format: 'text' }, null, folder);
  expect(reply).toMatchObject({ value: { path: join(folder, 'letters-20260517-2') } });
  expect(Object.keys(filesIn(folder))).toHaveLength(4);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written to is named (not as root)',
  async () => {
    const app = await createTestApp();
    await app.write('I lied.');
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const { reply } = await runExport(app, {}, null, folder);
    expect(reply).toMatchObject({ error: { code: 'export.notWritten', reason: 'readOnly' } });
  },
);

test.skipIf(!canMount).each(BUNDLES)(
  'a disk that is full keeps nothing of it, as a %s',
  async bundle => {
    const app = await createTestApp();
    for (let count = 0; count < 4; count += 1) await app.write('word');
    const disk = smallDisk(1);
    const giveBack = fillDisk(disk);
    // Room for one of the four.
    truncateSync(join(disk, 'filler'), statSync(join(disk, 'filler')).size - 12 * 1024);
    const { reply } = await runExport(app, { bundle, format: 'docx' }, null, disk);
    expect(reply).toMatchObject({
      error: { code: 'export.notWritten', reason: 'full', left: null },
    });
    expect(Object.keys(filesIn(disk))).toEqual(['filler']);
    giveBack();
    const again = await runExport(app, { bundle }, null, disk);
    expect(again.reply.ok).toBe(true);
  },
);

test.skipIf(!canMount).each(BUNDLES)(
  'a vault that has no room for the receipt does not make a written %s a failure',
  async bundle => {
    const app = await createTestApp({ folder: smallDisk(3) });
    await app.write('I lied.');
    await app.write('Again.');
    const giveBack = fillDisk(app.folder);
    const { reply, folder } = await runExport(app, { bundle });
    expect(reply).toMatchObject({ ok: true, value: { entries: 2, hasReceipt: false } });
    expect(Object.keys(filesIn(folder))).toHaveLength(bundle === 'zip' ? 1 : 2);
    giveBack();
    expect(await app.get('exports.receipts')).toEqual([]);
    expect((await runExport(app, { bundle })).reply).toMatchObject({ value: { hasReceipt: true } });
  },
);

// A drop box: files may be put into it, and it can not be read, nor synced. It does not bind root.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32').each(BUNDLES)(
  'a %s that is out stays out, though its folder can not be synced',
  async bundle => {
    const app = await createTestApp();
    await app.write('I lied.');
    await app.write('Again.');
    const folder = newFolder();
    chmodSync(folder, 0o300);
    onTestFinished(() => chmodSync(folder, 0o700));
    const { reply } = await runExport(app, { bundle }, null, folder);
    chmodSync(folder, 0o700);
    expect(reply).toMatchObject({ ok: true, value: { entries: 2, hasReceipt: true } });
    expect(Object.keys(filesIn(folder))).toHaveLength(bundle === 'zip' ? 1 : 2);
    expect(await app.get('exports.receipts')).toHaveLength(1);
  },
);
