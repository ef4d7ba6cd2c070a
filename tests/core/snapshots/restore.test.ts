import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '#shared/domain/entry.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
  type TestApp,
} from '../../support/test-app.ts';
import { hashesOf, withDatabase } from '../vault-inspection.ts';

const edit = async (app: TestApp, entry: Entry, text: string) => {
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf(text) });
  return app.get('entries.get', entry.id);
};

/** A vault that changed in every way since its backup. */
async function changedVault() {
  const app = await createTestApp({ ports: { newId: randomUUID } });
  const journeyId = (
    await app.get('journeys.create', { personName: 'M.', relationship: 'partner', role: 'both' })
  ).id;
  const same = await app.write('stays the same', 'Same');
  const changed = await app.write('the old words', 'Changed');
  const trashed = await app.write('in the trash by now', 'Trashed');
  const started = await app.get('entries.create', { templateId: null, journeyId });
  const gone = await edit(app, started, 'erased altogether');
  const { snapshot } = await app.get('snapshots.make');
  await edit(app, changed, 'the new words');
  await app.get('entries.trash', [trashed.id]);
  const newer = await app.write('written since', 'Newer');
  await app.close();
  await withDatabase(app.folder, db => {
    db.exec(`DELETE FROM revision WHERE entry_seq = (SELECT seq FROM entry WHERE id = '${gone.id}');
      DELETE FROM entry_text WHERE seq = (SELECT seq FROM entry WHERE id = '${gone.id}');
      DELETE FROM search_text WHERE seq = (SELECT seq FROM entry WHERE id = '${gone.id}');
      DELETE FROM entry WHERE id = '${gone.id}'; DELETE FROM journey;`);
  });
  const later = startTestApp({ folder: app.folder, ports: { newId: randomUUID } });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  return { app: later, id: snapshot.id, same, changed, trashed, gone, newer };
}

const titles = (entries: readonly { readonly title: string }[]) =>
  entries.map(({ title }) => title).toSorted();

test('the dry run says what would come back, and changes nothing', async () => {
  const { app, id, gone, trashed, changed, newer } = await changedVault();
  const before = hashesOf(app.folder);
  const preview = await app.get('snapshots.preview', id);
  expect(preview.past).toMatchObject({ entries: 4, days: 1 });
  expect(preview.now).toMatchObject({ entries: 3, days: 1 });
  expect(preview.missing.map(entry => entry.id).toSorted()).toEqual(
    [gone.id, trashed.id].toSorted(),
  );
  expect(titles(preview.changed)).toEqual([changed.title]);
  expect(titles(preview.newer)).toEqual([newer.title]);
  expect(hashesOf(app.folder)).toEqual(before);
});

test('what is gone comes back, what is here stays, and the old text is kept among the versions', async () => {
  const { app, id, same, changed, trashed, gone, newer } = await changedVault();
  const restored = await app.get('snapshots.restore', { id, differing: 'version' });
  expect(restored).toMatchObject({ broughtBack: 2, keptBeside: 1 });
  for (const entry of [same, trashed, gone, newer]) {
    expect(await app.get('entries.get', entry.id)).toEqual(entry);
  }
  expect((await app.get('entries.get', changed.id)).document).toEqual(documentOf('the new words'));
  expect(await app.get('journeys.list')).toMatchObject([{ id: gone.journeyId, personName: 'M.' }]);
  // What came back is found, and a backup of the moment before lies there.
  expect((await app.get('search.find', { text: 'altogether' })).map(hit => hit.entry.id)).toEqual([
    gone.id,
  ]);
  const safety = (await app.get('snapshots.list')).snapshots.find(
    ({ id: at }) => at === restored.safety,
  );
  expect(safety).toMatchObject({ reason: 'before-restore', sound: true, counts: { entries: 3 } });
  expect(app.events).toContainEqual({ type: 'data-changed', topics: ['entries', 'journeys'] });

  const again = await app.get('snapshots.restore', { id, differing: 'version' });
  expect(again).toMatchObject({ broughtBack: 0, keptBeside: 0 });
  await app.close();
  const versions = await withDatabase(app.folder, db =>
    db.prepare("SELECT document FROM revision WHERE reason = 'conflict'").pluck().all(),
  );
  expect(versions).toEqual([JSON.stringify(documentOf('the old words'))]);
});

test('the old text can come back beside the new one, and only once', async () => {
  const { app, id, changed } = await changedVault();
  for (const keptBeside of [1, 0]) {
    const restored = await app.get('snapshots.restore', { id, differing: 'entry' });
    expect(restored.keptBeside).toBe(keptBeside);
  }
  const both = (await app.get('entries.list')).filter(({ title }) => title === changed.title);
  const texts = await Promise.all(both.map(entry => app.get('entries.get', entry.id)));
  expect(texts.map(({ document }) => JSON.stringify(document)).toSorted()).toEqual(
    [documentOf('the new words'), documentOf('the old words')].map(text => JSON.stringify(text)),
  );
});

test('versions come back with the entry they belong to', async () => {
  const app = await createTestApp();
  const entry = await app.write('first');
  app.ports.advance(61_000);
  await edit(app, entry, 'second');
  const { snapshot } = await app.get('snapshots.make');
  await app.close();
  const count = (folder: string) =>
    withDatabase(folder, db => db.prepare('SELECT count(*) FROM revision').pluck().get());
  // The backup holds one; closing has kept another since.
  expect(await count(app.folder)).toBe(2);
  await withDatabase(app.folder, db =>
    db.exec(
      'DELETE FROM revision; DELETE FROM search_text; DELETE FROM entry_text; DELETE FROM entry',
    ),
  );
  const later = startTestApp({ folder: app.folder });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  await later.get('snapshots.restore', { id: snapshot.id, differing: 'version' });
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('second'));
  await later.close();
  expect(await count(app.folder)).toBe(1);
});

test('a damaged backup brings nothing back', async () => {
  const { app, id } = await changedVault();
  const path = join(app.folder, 'snapshots', id, 'data.db');
  writeFileSync(path, readFileSync(path).fill(7, 5000, 5010));
  const before = await app.get('entries.list');
  const damaged = { ok: false, error: { code: 'snapshot.damaged', id } };
  expect(await app.call('snapshots.restore', { id, differing: 'entry' })).toEqual(damaged);
  expect(await app.call('snapshots.preview', id)).toEqual(damaged);
  expect(await app.call('snapshots.replaceDatabase', id)).toEqual(damaged);
  expect(await app.get('entries.list')).toEqual(before);
});

/** A closed vault with two letters in its backup and three in its database. */
async function vaultToLose() {
  const app = await createTestApp();
  const { recoveryCode } = await app.get('vault.renewRecovery', { passphrase: PASSPHRASE });
  await app.write('one');
  await app.write('two');
  const { snapshot } = await app.get('snapshots.make');
  await app.write('three');
  await app.close();
  return {
    folder: app.folder,
    id: snapshot.id,
    code: recoveryCode,
    path: join(app.folder, 'vault.db'),
  };
}

test.each([
  [
    'damaged',
    'vault.databaseDamaged',
    (path: string) => writeFileSync(path, readFileSync(path).fill(7, 60, 90)),
  ],
  ['cut off', 'vault.databaseDamaged', (path: string) => writeFileSync(path, '')],
  ['gone', 'vault.databaseMissing', (path: string) => rmSync(path)],
])('a database that is %s is replaced from a backup, and put aside', async (_how, code, lose) => {
  const vault = await vaultToLose();
  lose(vault.path);
  writeFileSync(`${vault.path}-journal`, 'left by a crash');
  const lost = hashesOf(vault.folder)['vault.db'];
  const app = startTestApp({ folder: vault.folder, ports: { newId: randomUUID } });
  expect(await app.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code },
  });
  expect((await app.get('vault.status')).state).toBe('locked');
  expect(await app.call('entries.list')).toEqual({ ok: false, error: { code: 'vault.locked' } });
  expect((await app.get('snapshots.list')).snapshots).toMatchObject([
    { id: vault.id, sound: true },
  ]);

  expect(await app.get('snapshots.replaceDatabase', vault.id)).toEqual({
    rollback: false,
    keysUnfinished: false,
  });
  expect(await app.get('entries.list')).toHaveLength(2);
  await app.write('and on it goes');
  const aside = Object.entries(hashesOf(vault.folder)).filter(([name]) =>
    name.startsWith('vault.damaged-'),
  );
  expect(aside.filter(([name]) => name.endsWith('.db')).map(([, hash]) => hash)).toEqual(
    lost === undefined ? [] : [lost],
  );
  await app.close();
  // Older than what was seen before, but knowingly so.
  const reply = await startTestApp({ folder: vault.folder }).get('vault.unlock', {
    passphrase: PASSPHRASE,
  });
  expect(reply.rollback).toBe(false);
});

test('an open vault can be taken back to a backup as a whole, and nothing is thrown away', async () => {
  const vault = await vaultToLose();
  const app = startTestApp({ folder: vault.folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.get('snapshots.replaceDatabase', vault.id);
  expect(await app.get('entries.list')).toHaveLength(2);
  const aside = readdirSync(vault.folder).filter(name => /^vault\.damaged-.*\.db$/.test(name));
  await app.close();
  const old = temporaryFolder();
  copyFileSync(join(vault.folder, aside[0] ?? ''), join(old, 'vault.db'));
  copyFileSync(join(vault.folder, 'vault.keys'), join(old, 'vault.keys'));
  const before = startTestApp({ folder: old });
  await before.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(await before.get('entries.list')).toHaveLength(3);
});

test('the recovery code and one file of the second place bring everything back on a clean machine', async () => {
  const second = temporaryFolder();
  const vault = await vaultToLose();
  const owner = startTestApp({ folder: vault.folder, ports: { newId: randomUUID } });
  await owner.get('vault.unlock', { passphrase: PASSPHRASE });
  await owner.get('snapshots.setSecondLocation', { folder: second });
  await owner.get('vault.changePassphrase', { current: PASSPHRASE, next: 'a passphrase since' });
  const letters = await owner.get('entries.list');
  await owner.close();

  const path = join(second, readdirSync(second)[0] ?? '');
  const clean = startTestApp();
  await clean.get('vault.takeInBackup', { path });
  expect((await clean.get('vault.status')).state).toBe('locked');
  // The file was given the new keyring with the others.
  expect(await clean.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.wrongPassphrase' },
  });
  expect(await clean.call('vault.unlockWithRecovery', { code: vault.code })).toMatchObject({
    error: { code: 'vault.databaseMissing' },
  });
  // Whoever asks whether it is locked has to know that a backup can be opened without a passphrase.
  expect(await clean.get('vault.status')).toMatchObject({ state: 'locked', keysInHand: true });
  const [backup] = (await clean.get('snapshots.list')).snapshots;
  await clean.get('snapshots.replaceDatabase', backup?.id);
  expect(await clean.get('entries.list')).toEqual(letters);
  await clean.close();
  await startTestApp({ folder: clean.folder }).get('vault.unlockWithRecovery', {
    code: vault.code,
  });
});

test('a backup that was half taken in stands in the way of nothing', async () => {
  const vault = await vaultToLose();
  const path = join(vault.folder, 'snapshots', vault.id);
  const cutShort = () => {
    const app = startTestApp();
    mkdirSync(join(app.folder, 'snapshots', 'new-20260517-101500-abcd'), { recursive: true });
    return app;
  };
  const again = cutShort();
  expect(await again.get('vault.status')).toMatchObject({ state: 'absent', keysInHand: false });
  await again.get('vault.takeInBackup', { path });
  expect((await again.get('vault.status')).state).toBe('locked');
  expect(readdirSync(join(again.folder, 'snapshots'))).toHaveLength(1);
  await cutShort().get('vault.create', { passphrase: PASSPHRASE });

  // One that only lacks its name may be the last copy there is.
  const whole = startTestApp();
  const unnamed = join(whole.folder, 'snapshots', 'new-20260517-101500-abcd');
  cpSync(path, unnamed, { recursive: true });
  expect((await whole.get('vault.status')).state).toBe('locked');
  expect(await whole.call('vault.create', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.exists' },
  });
  expect(readdirSync(unnamed)).toEqual(readdirSync(path));
});

test('what is no backup is not taken in, and nothing is taken in where a vault is', async () => {
  const vault = await vaultToLose();
  const path = join(temporaryFolder(), 'data-20260517.bin');
  const clean = startTestApp();
  const unreadable = { ok: false, error: { code: 'snapshot.unreadable', path } };
  expect(await clean.call('vault.takeInBackup', { path })).toEqual(unreadable);
  for (const content of ['', 'x'.repeat(99), readFileSync(vault.path)]) {
    writeFileSync(path, content);
    expect(await clean.call('vault.takeInBackup', { path })).toEqual(unreadable);
  }
  expect(readdirSync(clean.folder)).toEqual([]);
  const folder = vault.folder;
  const exists = { ok: false, error: { code: 'vault.exists', folder } };
  const backup = join(folder, 'snapshots', vault.id);
  expect(await startTestApp({ folder }).call('vault.takeInBackup', { path: backup })).toEqual(
    exists,
  );
  await clean.get('vault.takeInBackup', { path: backup });
});
