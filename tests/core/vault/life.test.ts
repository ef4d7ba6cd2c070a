import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSession } from '#core/session.ts';
import { createVault } from '#core/vault/vault.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createFakePorts } from '../../support/fake-ports.ts';

test('a vault is created, written in, closed, opened again and reads the same', async () => {
  const app = startTestApp();
  const calm = { folder: app.folder, rollback: false, keysUnfinished: false };
  const absent = { state: 'absent', keysInHand: false };
  expect(await app.get('vault.status')).toEqual({ ...absent, ...calm });
  await app.get('vault.create', { passphrase: PASSPHRASE });
  const unlocked = { state: 'unlocked', keysInHand: true };
  expect(await app.get('vault.status')).toEqual({ ...unlocked, ...calm });
  const written = await app.write('I broke my promise.', 'To M.');
  await app.close();

  const later = startTestApp({ folder: app.folder });
  expect((await later.get('vault.status')).state).toBe('locked');
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(await later.get('entries.get', written.id)).toEqual(written);
});

test('while a vault is absent or locked, only vault procedures answer', async () => {
  const app = startTestApp();
  const locked = { ok: false, error: { code: 'vault.locked' } };
  expect(await app.call('entries.list')).toEqual(locked);
  expect(
    await app.call('vault.changePassphrase', { current: PASSPHRASE, next: 'another passphrase' }),
  ).toEqual(locked);
  await app.get('vault.create', { passphrase: PASSPHRASE });
  await app.close();
  expect(await app.call('search.find', { text: 'promise' })).toEqual(locked);
});

test('unlocking where there is no vault says so', async () => {
  const reply = await startTestApp().call('vault.unlock', { passphrase: PASSPHRASE });
  expect(reply).toEqual({ ok: false, error: { code: 'vault.absent' } });
});

test('unlocking twice is harmless, and still asks for the right passphrase', async () => {
  const app = await createTestApp();
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  const wrong = await app.call('vault.unlock', { passphrase: 'not this one at all' });
  expect(wrong).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  expect(await app.get('entries.list')).toEqual([]);
});

test('passphrases that are tried at once are tried one after the other', async () => {
  const { folder, close } = await createTestApp();
  await close();
  const app = startTestApp({ folder });
  const guesses = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  const replies = await Promise.all(
    guesses.map(guess => app.call('vault.unlock', { passphrase: `the ${guess} guess` })),
  );
  const wrong = 'vault.wrongPassphrase';
  // The wait that the fourth failure brings holds for those who stood in line behind it.
  expect(replies.map(reply => (reply.ok ? 'open' : reply.error.code))).toEqual([
    wrong,
    wrong,
    wrong,
    wrong,
    'vault.tooSoon',
    'vault.tooSoon',
  ]);
});

test('a passphrase shorter than ten characters is refused and nothing is created', async () => {
  const app = startTestApp();
  const reply = await app.call('vault.create', { passphrase: 'ninechars' });
  expect(reply).toEqual({ ok: false, error: { code: 'vault.passphraseTooShort', minimum: 10 } });
  expect(readdirSync(app.folder)).toEqual([]);
});

test('a passphrase opens the vault however its accents were composed', async () => {
  const app = startTestApp();
  await app.get('vault.create', { passphrase: 'un été brûlant 한글'.normalize('NFD') });
  await app.close();
  const later = startTestApp({ folder: app.folder });
  await later.get('vault.unlock', { passphrase: 'un été brûlant 한글'.normalize('NFC') });
});

test('a space at the end of a passphrase counts', async () => {
  const app = startTestApp();
  await app.get('vault.create', { passphrase: `${PASSPHRASE} ` });
  await app.close();
  const reply = await startTestApp({ folder: app.folder }).call('vault.unlock', {
    passphrase: PASSPHRASE,
  });
  expect(reply).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
});

test('two vaults stand side by side and do not know of each other', async () => {
  const parent = temporaryFolder();
  const mine = startTestApp({ folder: join(parent, 'mine') });
  const yours = startTestApp({ folder: join(parent, 'yours') });
  await mine.get('vault.create', { passphrase: 'my own passphrase' });
  await yours.get('vault.create', { passphrase: 'your own passphrase' });
  await mine.write('only mine');
  expect(await yours.get('entries.list')).toEqual([]);
  await mine.close();
  const wrong = await startTestApp({ folder: join(parent, 'mine') }).call('vault.unlock', {
    passphrase: 'your own passphrase',
  });
  expect(wrong).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
});

test.skipIf(process.platform === 'win32')('only its owner can look into a vault', async () => {
  const app = await createTestApp();
  await app.write('something');
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(modeOf(app.folder)).toBe('700');
  for (const name of readdirSync(app.folder)) {
    expect([name, modeOf(join(app.folder, name))]).toEqual([name, '600']);
  }
});

test('the vault holds its database, two key files and what it remembers, and nothing else', async () => {
  const app = await createTestApp();
  const entry = await app.write('something');
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('else') });
  await app.close();
  expect(readdirSync(app.folder).toSorted()).toEqual([
    'state.json',
    'vault.db',
    'vault.db-journal',
    'vault.keys',
    'vault.keys.2',
  ]);
});

test('a vault whose opening fails half way is locked, and opens the next time', async () => {
  const app = await createTestApp();
  await app.close();
  let tries = 0;
  const ports = createFakePorts(app.folder);
  const vault = createVault(ports, {
    open(connection) {
      const session = openSession(connection, ports, () => undefined);
      onTestFinished(() => {
        session.db.close();
      });
      tries += 1;
      if (tries > 1) return session;
      session.close();
      throw new Error('half way');
    },
    shut: () => undefined,
    progress: () => undefined,
  });
  await expect(vault.unlock(PASSPHRASE)).rejects.toThrow('half way');
  expect(vault.state()).toBe('locked');
  expect(await vault.unlock(PASSPHRASE)).toMatchObject({ ok: true });
  expect([vault.state(), tries]).toEqual(['unlocked', 2]);
});
