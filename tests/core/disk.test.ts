import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { documentOf, draftOf } from '../support/builders.ts';
import { canMount, fillDisk, smallDisk } from '../support/small-disk.ts';
import { createTestApp, PASSPHRASE, reopenTestApp, startTestApp } from '../support/test-app.ts';
import { hashesOf } from './vault-inspection.ts';

test.skipIf(!canMount)(
  'on a full disk nothing is acknowledged, all stays readable, and saving goes on when there is room',
  async () => {
    const app = await createTestApp({ folder: smallDisk(3) });
    const entry = await app.write('before the disk was full');
    const makeRoom = fillDisk(app.folder);

    const path = join(app.folder, 'vault.db');
    const full = { ok: false, error: { code: 'disk.full', path } };
    const draft = { ...draftOf(entry), document: documentOf('much more text '.repeat(9000)) };
    expect(await app.call('entries.saveDraft', draft)).toEqual(full);
    expect(await app.get('entries.get', entry.id)).toEqual(entry);

    makeRoom();
    const saved = await app.get('entries.saveDraft', draft);
    expect(saved.version).toBe(entry.version + 1);
    await app.close();
    const later = await reopenTestApp(app.folder);
    expect((await later.get('entries.get', entry.id)).document).toEqual(draft.document);
  },
);

test.skipIf(!canMount)('a vault that does not fit on the disk leaves nothing behind', async () => {
  const folder = smallDisk(1);
  const makeRoom = fillDisk(folder);
  const app = startTestApp({ folder });
  const reply = await app.call('vault.create', { passphrase: PASSPHRASE });
  expect(reply).toMatchObject({ ok: false, error: { code: 'disk.full' } });
  makeRoom();
  expect((await app.get('vault.status')).state).toBe('absent');
  await app.get('vault.create', { passphrase: PASSPHRASE });
});

test.skipIf(!canMount)(
  'a passphrase that cannot be changed on a full disk stays the old one',
  async () => {
    const app = await createTestApp({ folder: smallDisk(1) });
    fillDisk(app.folder);
    const change = { current: PASSPHRASE, next: 'another passphrase' };
    expect(await app.call('vault.changePassphrase', change)).toMatchObject({
      ok: false,
      error: { code: 'disk.full' },
    });
    await app.close();
    await reopenTestApp(app.folder);
  },
);

test.skipIf(!canMount)('a vault on a read-only disk is refused and nothing changes', async () => {
  const app = await createTestApp({ folder: smallDisk(3) });
  await app.write('something');
  await app.close();
  execFileSync('mount', ['-o', 'remount,ro', app.folder]);
  const before = hashesOf(app.folder);
  const reply = await startTestApp({ folder: app.folder }).call('vault.unlock', {
    passphrase: PASSPHRASE,
  });
  const path = join(app.folder, 'vault.db');
  expect(reply).toEqual({ ok: false, error: { code: 'disk.readOnly', path } });
  expect(hashesOf(app.folder)).toEqual(before);
});

// The permissions of a file do not bind root.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a vault in a read-only folder is refused and nothing changes',
  async () => {
    const app = await createTestApp();
    await app.close();
    chmodSync(app.folder, 0o500);
    onTestFinished(() => {
      chmodSync(app.folder, 0o700);
    });
    const before = hashesOf(app.folder);
    const reply = await startTestApp({ folder: app.folder }).call('vault.unlock', {
      passphrase: PASSPHRASE,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'disk.readOnly' } });
    expect(hashesOf(app.folder)).toEqual(before);
  },
);
