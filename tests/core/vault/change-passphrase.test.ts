import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, PASSPHRASE, startTestApp } from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const NEXT = 'a wholly new passphrase';

test('after a change only the new passphrase opens, and the database was not touched', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const before = hashesOf(app.folder);
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: NEXT });
  expect(hashesOf(app.folder)['vault.db']).toBe(before['vault.db']);
  await app.close();

  const later = startTestApp({ folder: app.folder });
  const old = await later.call('vault.unlock', { passphrase: PASSPHRASE });
  expect(old).toMatchObject({ ok: false, error: { code: 'vault.wrongPassphrase' } });
  await later.get('vault.unlock', { passphrase: NEXT });
  expect(await later.get('entries.get', entry.id)).toEqual(entry);
});

test('the old passphrase opens no file that is left in the folder', async () => {
  const app = await createTestApp();
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: NEXT });
  await app.close();
  const names = readdirSync(app.folder);
  for (const name of names.filter(file => file.includes('keys'))) {
    const attempt = startTestApp();
    copyFileSync(join(app.folder, 'vault.db'), join(attempt.folder, 'vault.db'));
    copyFileSync(join(app.folder, name), join(attempt.folder, 'vault.keys'));
    const reply = await attempt.call('vault.unlock', { passphrase: PASSPHRASE });
    expect([name, reply]).toMatchObject([name, { error: { code: 'vault.wrongPassphrase' } }]);
  }
  expect(names.filter(file => file.includes('keys'))).toHaveLength(2);
});

test('a change with a wrong or a short passphrase changes nothing', async () => {
  const app = await createTestApp();
  const keys = () => readFileSync(join(app.folder, 'vault.keys'), 'utf8');
  const before = keys();
  const wrong = await app.call('vault.changePassphrase', { current: NEXT, next: NEXT });
  expect(wrong).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  const short = await app.call('vault.changePassphrase', { current: PASSPHRASE, next: 'short' });
  expect(short).toMatchObject({ error: { code: 'vault.passphraseTooShort' } });
  expect(keys()).toBe(before);
});

test('every change takes a new salt, even back to the same passphrase', async () => {
  const app = await createTestApp();
  const salt = () =>
    /"salt":"([^"]+)"/.exec(readFileSync(join(app.folder, 'vault.keys'), 'utf8'))?.[1];
  const salts = [salt()];
  for (let change = 0; change < 2; change += 1) {
    await app.get('vault.changePassphrase', { current: PASSPHRASE, next: PASSPHRASE });
    salts.push(salt());
  }
  expect(new Set(salts).size).toBe(3);
});
