import { expect, test } from 'vitest';
import { documentOf, draftOf } from '../support/builders.ts';
import { createTestApp, PASSPHRASE, startTestApp } from '../support/test-app.ts';

const NEXT = 'another good passphrase';
const change = { current: PASSPHRASE, next: NEXT };

test('a letter is saved and read while a passphrase is being changed', async () => {
  const app = await createTestApp();
  const entry = await app.write('first words');
  const answered: string[] = [];
  const note = (name: string) => () => answered.push(name);

  const changed = app.get('vault.changePassphrase', change).then(note('changed'));
  const draft = { ...draftOf(entry), document: documentOf('first words, and more') };
  await app.get('entries.saveDraft', draft).then(note('saved'));
  await app.get('search.find', { text: 'more' }).then(note('found'));
  await changed;
  expect(answered).toEqual(['saved', 'found', 'changed']);
});

test('closing lets go of the letters at once, and of the passphrase once it is changed', async () => {
  const app = await createTestApp();
  const entry = await app.write('only this');
  const changed = app.call('vault.changePassphrase', change);
  const closed = app.close();
  expect(await app.call('entries.list')).toEqual({ ok: false, error: { code: 'vault.locked' } });
  await closed;
  expect(await changed).toEqual({ ok: true });

  const later = startTestApp({ folder: app.folder });
  await later.get('vault.unlock', { passphrase: NEXT });
  expect(await later.get('entries.get', entry.id)).toMatchObject({ id: entry.id });
});

test('a vault that was being opened when the app closed is closed in the end', async () => {
  const { folder, close } = await createTestApp();
  await close();
  const app = startTestApp({ folder });
  const unlocked = app.call('vault.unlock', { passphrase: PASSPHRASE });
  await app.close();
  expect(await unlocked).toMatchObject({ ok: true });
  expect((await app.get('vault.status')).state).toBe('locked');
  expect(await app.call('entries.list')).toEqual({ ok: false, error: { code: 'vault.locked' } });
});
