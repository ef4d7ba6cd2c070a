import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft, Entry } from '#shared/domain/entry.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { canMount, fillDisk, smallDisk } from '../../support/small-disk.ts';
import { readableIn } from '../../support/steps.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
  type TestApp,
} from '../../support/test-app.ts';

const ID = '99999999-9999-4999-8999-999999999999';

const draftWith = (entry: Entry, text: string): Draft => ({
  ...draftOf(entry),
  document: documentOf(text),
});

/** Puts a file that was copied before in the place of the open one, as a sync program does. */
function replaceWith(app: TestApp, copy: string): void {
  const path = join(app.folder, 'vault.db');
  copyFileSync(copy, `${path}.sync`);
  renameSync(`${path}.sync`, path);
}

function copyOf(app: TestApp): string {
  const copy = join(temporaryFolder(), 'copy.db');
  copyFileSync(join(app.folder, 'vault.db'), copy);
  return copy;
}

const spooled = (folder: string): readonly string[] =>
  existsSync(join(folder, 'spool')) ? readdirSync(join(folder, 'spool')) : [];

/** The same vault, unlocked another time. */
async function unlockedAgain(app: TestApp, spareFolder: string | null = null): Promise<TestApp> {
  await app.close();
  const later = startTestApp({ folder: app.folder, ports: { spareFolder } });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  return later;
}

// Windows does not let go of a file that is open.
const testReplaced = test.skipIf(process.platform === 'win32');

testReplaced(
  'words that the file did not take are the text again when the vault is opened next',
  async () => {
    const app = await createTestApp();
    const entry = await app.write('what was saved');
    const copy = copyOf(app);
    replaceWith(app, copy);
    const reply = await app.call('entries.saveDraft', draftWith(entry, 'what was saved, zqmore'));
    expect(reply).toMatchObject({ ok: false, error: { code: 'vault.databaseReplaced' } });
    expect(spooled(app.folder)).toEqual([`${entry.id}.draft`]);
    expect(readableIn(app.folder, ['zqmore'])).toEqual([]);

    const later = await unlockedAgain(app);
    expect((await later.get('entries.get', entry.id)).document).toEqual(
      documentOf('what was saved, zqmore'),
    );
    const [kept] = await later.get('revisions.list', entry.id);
    expect((await later.get('revisions.get', kept?.id)).document).toEqual(entry.document);
    expect(await later.get('search.find', { text: 'zqmore' })).toHaveLength(1);
    expect(await later.get('drafts.takeReturned')).toEqual([
      { id: entry.id, title: entry.title, as: 'text', sealedUntil: null },
    ]);
    expect(await later.get('drafts.takeReturned')).toEqual([]);
    expect(spooled(app.folder)).toEqual([]);
    const last = await unlockedAgain(later);
    expect(await last.get('drafts.takeReturned')).toEqual([]);
  },
);

testReplaced(
  'words written upon an older text than the stored one are kept beside it',
  async () => {
    const app = await createTestApp();
    const entry = await app.write('first');
    await app.get('entries.saveDraft', draftWith(entry, 'newer'));
    replaceWith(app, copyOf(app));
    await app.call('entries.saveDraft', draftWith(entry, 'typed elsewhere'));
    const later = await unlockedAgain(app);
    expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('newer'));
    const conflict = (await later.get('revisions.list', entry.id)).find(
      ({ reason }) => reason === 'conflict',
    );
    expect((await later.get('revisions.get', conflict?.id)).document).toEqual(
      documentOf('typed elsewhere'),
    );
    expect(await later.get('drafts.takeReturned')).toMatchObject([{ id: entry.id, as: 'version' }]);
  },
);

testReplaced(
  'a letter that the file at the place never held is begun anew with its words',
  async () => {
    const app = await createTestApp();
    const copy = copyOf(app);
    const entry = await app.write('begun after the copy', 'New');
    replaceWith(app, copy);
    await app.call('entries.saveDraft', draftWith(entry, 'begun after the copy, and more'));
    const later = await unlockedAgain(app);
    expect(await later.get('entries.get', entry.id)).toMatchObject({
      title: 'New',
      document: documentOf('begun after the copy, and more'),
    });
  },
);

testReplaced('the newest of many tries comes back, and an empty one replaces nothing', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const other = await app.write('other words');
  replaceWith(app, copyOf(app));
  for (let i = 0; i < 20; i += 1) {
    app.ports.advance(1000);
    await app.call('entries.saveDraft', draftWith(entry, `words ${i}`));
    await app.call('entries.saveDraft', { ...draftWith(other, ''), byHand: true });
  }
  const later = await unlockedAgain(app);
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('words 19'));
  expect((await later.get('entries.get', other.id)).document).toEqual(other.document);
});

testReplaced('what is saved after all, or erased, does not come back', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  const copy = copyOf(app);
  replaceWith(app, copy);
  await app.call('entries.saveDraft', draftWith(entry, 'not saved at first'));
  const draftFile = join(app.folder, 'spool', `${entry.id}.draft`);
  const aside = join(temporaryFolder(), 'draft');
  copyFileSync(draftFile, aside);
  const later = await unlockedAgain(app);
  const now = await later.get('entries.get', entry.id);
  copyFileSync(aside, draftFile);
  await later.get('entries.saveDraft', draftWith(now, 'saved'));
  expect(existsSync(draftFile)).toBe(false);
  copyFileSync(aside, draftFile);
  // It is not in the trash, so that this erases nothing.
  await later.call('entries.erase', [entry.id]);
  expect(existsSync(draftFile)).toBe(true);
  await later.get('entries.trash', [entry.id]);
  await later.get('entries.erase', [entry.id]);
  expect(existsSync(draftFile)).toBe(false);
});

testReplaced('what could not be erased keeps the words that wait for it', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await app.get('entries.trash', [entry.id]);
  replaceWith(app, copyOf(app));
  await app.call('entries.saveDraft', draftWith(entry, 'words, and more'));
  expect(await app.call('entries.erase', [entry.id])).toMatchObject({ ok: false });
  expect(spooled(app.folder)).toEqual([`${entry.id}.draft`]);
});

testReplaced('drafts of another vault in the shared place are left alone', async () => {
  const spareFolder = join(temporaryFolder(), 'spare');
  const one = await createTestApp({ ports: { spareFolder } });
  const entry = await one.write('words');
  replaceWith(one, copyOf(one));
  // Its own folder takes no draft: a file stands in the way.
  copyFileSync(join(one.folder, 'vault.keys'), join(one.folder, 'spool'));
  await one.call('entries.saveDraft', draftWith(entry, 'more words'));
  expect(readdirSync(spareFolder)).toEqual([`${entry.id}.draft`]);

  const two = await createTestApp({ ports: { spareFolder } });
  expect(await two.get('drafts.takeReturned')).toEqual([]);
  expect(readdirSync(spareFolder)).toHaveLength(1);
  rmSync(join(one.folder, 'spool'));
  const later = await unlockedAgain(one, spareFolder);
  expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf('more words'));
  expect(readdirSync(spareFolder)).toEqual([]);
});

test('an error that is not of the disk spools nothing', async () => {
  const app = await createTestApp();
  const entry = await app.write('words');
  await app.call('entries.saveDraft', { ...draftWith(entry, 'x'), id: ID });
  await app.call('entries.saveDraft', { ...draftWith(entry, 'x'), baseVersion: 9 });
  expect(spooled(app.folder)).toEqual([]);
});

test.skipIf(!canMount)(
  'on a full disk the words go to the second place, and come back when there is room',
  async () => {
    const spareFolder = join(temporaryFolder(), 'spare');
    const app = await createTestApp({ folder: smallDisk(3), ports: { spareFolder } });
    const entry = await app.write('before the disk was full');
    const makeRoom = fillDisk(app.folder);
    const text = 'zqlong text that has no room '.repeat(4000);
    expect(await app.call('entries.saveDraft', draftWith(entry, text))).toMatchObject({
      ok: false,
      error: { code: 'disk.full' },
    });
    expect(readdirSync(spareFolder)).toEqual([`${entry.id}.draft`]);
    expect(readableIn(spareFolder, ['zqlong'])).toEqual([]);
    await app.close();
    makeRoom();
    const later = await unlockedAgain(app, spareFolder);
    expect((await later.get('entries.get', entry.id)).document).toEqual(documentOf(text));
    expect(await later.get('drafts.takeReturned')).toMatchObject([{ id: entry.id, as: 'text' }]);
    expect(readdirSync(spareFolder)).toEqual([]);
  },
);

test.skipIf(!canMount)(
  'erased words do not return when clearing their traces fails on a full disk',
  async () => {
    const spareFolder = join(temporaryFolder(), 'spare');
    const app = await createTestApp({ folder: smallDisk(5), ports: { spareFolder } });
    const entry = await app.write('before the disk was full');
    // What has to be written anew along with it, so that clearing takes more room than erasing.
    const other = await app.write('words of another letter '.repeat(20_000));
    const some = join(app.folder, 'some');
    writeFileSync(some, Buffer.alloc(600 * 1024));
    const makeRoom = fillDisk(app.folder);
    const text = 'zqlong text that has no room '.repeat(9000);
    await app.call('entries.saveDraft', draftWith(entry, text));
    expect(readdirSync(spareFolder)).toEqual([`${entry.id}.draft`]);
    rmSync(some);
    await app.get('entries.trash', [entry.id]);
    // It is erased, and what it left in the file is not cleared yet.
    expect(await app.call('entries.erase', [entry.id])).toMatchObject({
      ok: false,
      error: { code: 'disk.full' },
    });
    expect(await app.get('trash.list')).toEqual([]);
    await app.close();
    makeRoom();

    const later = await unlockedAgain(app, spareFolder);
    expect((await later.get('entries.list')).map(({ id }) => id)).toEqual([other.id]);
    expect(await later.get('drafts.takeReturned')).toEqual([]);
    expect(readdirSync(spareFolder)).toEqual([]);
  },
);
