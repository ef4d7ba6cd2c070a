import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '#core/vault/canonical-json.ts';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { fitsDatabase } from '#core/vault/database-key.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { hashesOf, openKeys } from '../vault-inspection.ts';

const NEXT = 'a wholly new passphrase';

/** A closed vault with a backup; the third copy of its keyring lies there. */
async function vaultWithBackup() {
  const app = await createTestApp();
  await app.write('I broke my promise.');
  const { snapshot } = await app.get('snapshots.make');
  await app.close();
  const { folder } = app;
  const third = join(folder, 'snapshots', snapshot.id, 'vault.keys');
  return {
    folder,
    id: snapshot.id,
    first: join(folder, 'vault.keys'),
    second: join(folder, 'vault.keys.2'),
    third,
  };
}

const withAnotherStart = (text: string): string =>
  `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;

const unlock = (folder: string, passphrase = PASSPHRASE) =>
  startTestApp({ folder }).call('vault.unlock', { passphrase });

test.each(['missing', 'empty', 'garbage', 'altered'])(
  'each of the three copies suffices when the two others are %s',
  async how => {
    const vault = await vaultWithBackup();
    const sound = readFileSync(vault.first);
    const paths = [vault.first, vault.second, vault.third];
    for (const kept of paths) {
      const folder = temporaryFolder();
      cpSync(vault.folder, folder, { recursive: true });
      const here = (path: string) => path.replace(vault.folder, folder);
      for (const path of paths.filter(other => other !== kept).map(here)) {
        if (how === 'missing') rmSync(path);
        if (how === 'empty') writeFileSync(path, '');
        if (how === 'garbage') writeFileSync(path, 'x'.repeat(900));
        // Another salt reads well, and makes the right passphrase look wrong.
        if (how === 'altered')
          writeFileSync(
            path,
            sound
              .toString()
              .replace(/"salt":"(.)/g, '"salt":"$1')
              .replace(/"salt":"./g, found => (found.endsWith('A') ? '"salt":"B' : '"salt":"A')),
          );
      }
      expect([kept, await unlock(folder)]).toMatchObject([kept, { ok: true }]);
      for (const path of paths.map(here)) expect(readFileSync(path).equals(sound)).toBe(true);
    }
  },
);

test('when all three copies are altered, only the recovery code tells, and a second place helps', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const { recoveryCode } = await app.get('vault.newRecoveryCode');
  const second = temporaryFolder();
  await app.get('snapshots.setSecondLocation', { folder: second });
  await app.close();
  const names = readdirSync(app.folder, { recursive: true, encoding: 'utf8' });
  const copies = names.filter(name => /vault\.keys(\.2)?$/.test(name));
  expect(copies).toHaveLength(3);
  for (const path of copies.map(name => join(app.folder, name))) {
    const keyring = JSON.parse(readFileSync(path, 'utf8')) as {
      slots: { type: string; commit: string }[];
    };
    const slots = keyring.slots.map(slot =>
      slot.type === 'passphrase' ? { ...slot, commit: withAnotherStart(slot.commit) } : slot,
    );
    writeFileSync(path, canonicalJson({ ...keyring, slots }));
  }
  const before = hashesOf(app.folder);
  expect(await unlock(app.folder)).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  const locked = startTestApp({ folder: app.folder });
  expect(await locked.call('vault.unlockWithRecovery', { code: recoveryCode })).toMatchObject({
    error: { code: 'vault.keyringDamaged' },
  });
  rmSync(join(app.folder, 'vault.attempts'));
  expect(hashesOf(app.folder)).toEqual(before);

  const anew = startTestApp();
  const [copy = ''] = readdirSync(second);
  await anew.get('vault.takeInBackup', { path: join(second, copy) });
  await anew.call('vault.unlock', { passphrase: PASSPHRASE });
  const [backup] = (await anew.get('snapshots.list')).snapshots;
  await anew.get('snapshots.replaceDatabase', backup?.id);
  expect((await anew.get('entries.get', entry.id)).document).toEqual(entry.document);
});

test('a copy beside a backup never lets in what belongs to another vault', async () => {
  const [mine, other] = [await vaultWithBackup(), await vaultWithBackup()];
  copyFileSync(other.third, mine.third);
  for (const path of [mine.first, mine.second]) {
    const app = startTestApp({ folder: other.folder });
    await app.get('vault.unlock', { passphrase: PASSPHRASE });
    await app.close();
    expect(readFileSync(path).length).toBeGreaterThan(0);
  }
  const theirs = await createTestApp();
  await theirs.get('vault.changePassphrase', { current: PASSPHRASE, next: NEXT });
  await theirs.close();
  copyFileSync(join(theirs.folder, 'vault.keys'), mine.third);
  const before = hashesOf(mine.folder);
  expect(await unlock(mine.folder, NEXT)).toMatchObject({
    error: { code: 'vault.wrongPassphrase' },
  });
  expect(hashesOf(mine.folder)).toEqual(before);
});

test('after a change the old passphrase opens no file of the folder, backups and strays included', async () => {
  const vault = await vaultWithBackup();
  const app = startTestApp({ folder: vault.folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  copyFileSync(vault.first, join(vault.folder, 'keys copied by hand'));
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: NEXT });
  await app.close();
  const keyFiles = readdirSync(vault.folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.includes('keys'),
  );
  expect(keyFiles.length).toBeGreaterThanOrEqual(4);
  for (const name of keyFiles) {
    const attempt = startTestApp();
    copyFileSync(join(vault.folder, 'vault.db'), join(attempt.folder, 'vault.db'));
    copyFileSync(join(vault.folder, name), join(attempt.folder, 'vault.keys'));
    expect([name, await unlock(attempt.folder)]).toMatchObject([
      name,
      { error: { code: 'vault.wrongPassphrase' } },
    ]);
    expect([name, await unlock(attempt.folder, NEXT)]).toMatchObject([name, { ok: true }]);
  }
});

test('a backup whose copy was left behind by a power cut gets the newest one', async () => {
  const vault = await vaultWithBackup();
  const old = readFileSync(vault.third);
  const app = startTestApp({ folder: vault.folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: NEXT });
  await app.close();
  writeFileSync(vault.third, old);
  expect(await unlock(vault.folder)).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  expect(await unlock(vault.folder, NEXT)).toMatchObject({ ok: true });
  expect(readFileSync(vault.third).equals(readFileSync(vault.first))).toBe(true);
});

test('a folder of backups is all that a passphrase needs', async () => {
  const vault = await vaultWithBackup();
  const clean = temporaryFolder();
  cpSync(join(vault.folder, 'snapshots'), join(clean, 'snapshots'), { recursive: true });
  const app = startTestApp({ folder: clean });
  expect(await app.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.databaseMissing' },
  });
  await app.get('snapshots.replaceDatabase', vault.id);
  expect(await app.get('entries.list')).toHaveLength(1);
});

test('the key of a database is known from its first page', async () => {
  const { folder } = await vaultWithBackup();
  const { root } = await openKeys(folder);
  const [key, path] = [databaseKey(root), join(folder, 'vault.db')];
  expect(fitsDatabase(key, path)).toBe(true);
  expect(fitsDatabase(databaseKey(Buffer.alloc(32, 1)), path)).toBe(false);
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(fitsDatabase(key, path)).toBe(false);
  expect(fitsDatabase(key, join(folder, 'no such file'))).toBe(false);
});
