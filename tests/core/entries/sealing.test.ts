import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paragraphOf } from '#shared/domain/document.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import type { VaultProcedure } from '#shared/ipc/contract.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createTestApp, PASSPHRASE, startTestApp, type TestApp } from '../../support/test-app.ts';
import { filesIn, newFolder, REQUEST, runExport } from '../export/exporting.ts';
import { read } from '../imports/reading.ts';
import {
  ASKED,
  DAY_MS,
  canariesIn,
  letTheDayCome,
  sealedVault,
  UNTIL,
  type SealedVault,
} from './sealed-places.ts';

const telling = Object.keys(ASKED).filter(
  name => typeof ASKED[name as VaultProcedure] === 'function',
) as VaultProcedure[];

/** What every procedure that could tell something of the letters tells of them. */
async function told(vault: SealedVault): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  for (const name of telling) {
    const input = ASKED[name];
    if (typeof input !== 'function') continue;
    all[name] = canariesIn(await vault.app.call(name, input(vault)));
  }
  return all;
}

const open = async ({ app, all, trashed }: SealedVault): Promise<void> => {
  await app.get('trash.restore', [trashed.id]);
  for (const { id } of all) await app.get('entries.unseal', id);
  await app.get('entries.trash', [trashed.id]);
};

describe('while a letter is sealed', () => {
  test.each([
    ['its day comes', letTheDayCome],
    ['it is opened before', open],
  ])('no answer of the vault has a word of it, and each has when %s', async (_, end) => {
    const vault = await sealedVault();
    const silent = Object.fromEntries(telling.map(name => [name, []]));
    expect(await told(vault)).toEqual(silent);
    await end(vault);
    const after = await told(vault);
    expect(Object.keys(after).filter(name => after[name]?.length === 0)).toEqual([]);
  });

  test('lists show that it is there, and until when', async () => {
    const { app, letter } = await sealedVault();
    const listed = (await app.get('entries.list')).find(({ id }) => id === letter.id);
    expect(listed).toMatchObject({ title: '', excerpt: '', wordCount: 0, sealedUntil: UNTIL });
    expect(await app.get('trash.list')).toMatchObject([{ title: '', sealedUntil: UNTIL }]);
    expect(await app.get('search.find', { text: 'zqtitle' })).toEqual([]);
    const [receipt] = await app.get('exports.receipts');
    expect(receipt?.entries).toMatchObject([{ title: '', sealedUntil: UNTIL }]);
  });

  test('whoever asks for it is told why not', async () => {
    const { app, letter, map, revision } = await sealedVault();
    const error = { code: 'entry.sealed', until: UNTIL };
    for (const [name, input] of [
      ['entries.get', letter.id],
      ['revisions.list', letter.id],
      ['revisions.get', revision],
      ['revisions.restore', revision],
      ['entries.assembleImpact', map.id],
      [
        'commitments.edit',
        { entryId: letter.id, version: letter.version, index: 0, change: { status: 'kept' } },
      ],
    ] as const) {
      expect(await app.call(name, input), name).toEqual({ ok: false, error });
    }
  });

  test('a save that was under way is kept, and so is one that can not take its place', async () => {
    const vault = await sealedVault();
    const { app, letter } = vault;
    const late = { ...draftOf(letter), document: documentOf('zqwords, and a last one') };
    expect(await app.call('entries.saveDraft', late)).toMatchObject({ ok: true });
    const conflict = await app.call('entries.saveDraft', late);
    expect(conflict).toMatchObject({ error: { code: 'entry.conflict' } });
    expect(canariesIn(conflict)).toEqual([]);
    expect(Object.values(await told(vault)).flat()).toEqual([]);
    await app.get('entries.unseal', letter.id);
    expect((await app.get('entries.get', letter.id)).document).toEqual(late.document);
  });

  // Windows does not let go of a file that is open.
  const testReplaced = test.skipIf(process.platform === 'win32');

  testReplaced(
    'words that come back with the next unlock are told of without its title',
    async () => {
      const { app, letter } = await sealedVault();
      // As a sync program does: what is saved from here on goes to the spool.
      const path = join(app.folder, 'vault.db');
      copyFileSync(path, `${path}.sync`);
      renameSync(`${path}.sync`, path);
      const draft = {
        ...draftOf(letter),
        document: documentOf('zqwords, typed while it was sealed'),
      };
      expect(await app.call('entries.saveDraft', draft)).toMatchObject({ ok: false });
      await app.close();
      const later = startTestApp({ folder: app.folder });
      await later.get('vault.unlock', { passphrase: PASSPHRASE });
      expect(await later.get('drafts.takeReturned')).toEqual([
        { id: letter.id, title: '', as: 'text', sealedUntil: UNTIL },
      ]);
    },
  );

  test('it can be deleted, moved, brought back and let go', async () => {
    const { app, letter, trashed } = await sealedVault();
    const answers = [
      await app.call('entries.move', { id: letter.id, journeyId: null }),
      await app.call('entries.trash', [letter.id]),
      await app.call('trash.restore', [letter.id]),
      await app.call('entries.erase', [trashed.id]),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(canariesIn(answers)).toEqual([]);
    expect(await app.call('entries.get', letter.id)).toMatchObject({
      error: { code: 'entry.sealed' },
    });
  });
});

describe('sealing', () => {
  const sealedUntil = async (app: TestApp, id: string) =>
    (await app.get('entries.list')).find(entry => entry.id === id)?.sealedUntil;

  test('goes from tomorrow to a year from now, and to no other day', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    const error = { code: 'entry.notSealable', first: '2026-05-18', last: '2027-05-17' };
    for (const until of ['2026-05-17', '2026-05-16', '2027-05-18', '0001-01-01']) {
      expect(await app.call('entries.seal', { id, until }), until).toEqual({ ok: false, error });
    }
    for (const until of ['someday', '2026-02-30']) {
      expect(await app.call('entries.seal', { id, until }), until).toMatchObject({
        error: { code: 'ipc.invalidInput' },
      });
    }
    expect(await sealedUntil(app, id)).toBeNull();
    for (const until of ['2027-05-17', '2026-05-18']) {
      await app.get('entries.seal', { id, until });
      expect(await sealedUntil(app, id)).toBe(until);
    }
  });

  test('needs a letter that is there', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.get('entries.trash', [id]);
    const notFound = { ok: false, error: { code: 'entry.notFound', id } };
    expect(await app.call('entries.seal', { id, until: UNTIL })).toEqual(notFound);
    expect(await app.call('entries.unseal', id)).toEqual(notFound);
  });

  test('and opening it again can be undone, in any order', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.get('entries.seal', { id, until: UNTIL });
    expect(await app.get('history.undo')).toEqual({ undo: null, redo: 'Seal letter' });
    expect(await app.get('entries.get', id)).not.toHaveProperty('sealedOn');
    await app.get('history.redo');
    expect(await sealedUntil(app, id)).toBe(UNTIL);
    expect(await app.get('entries.unseal', id)).toMatchObject({ undo: 'Open sealed letter' });
    expect(await sealedUntil(app, id)).toBeNull();
    await app.get('history.undo');
    expect(await sealedUntil(app, id)).toBe(UNTIL);
  });

  test('changes neither the text nor when it was written', async () => {
    const app = await createTestApp();
    const before = await app.write('I lied.');
    await app.get('entries.seal', { id: before.id, until: UNTIL });
    await app.get('entries.unseal', before.id);
    expect(await app.get('entries.get', before.id)).toEqual(before);
  });

  test('lasts over a lock, and until its day alone', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.get('entries.seal', { id, until: UNTIL });
    await app.close();
    const later = startTestApp({ folder: app.folder });
    await later.get('vault.unlock', { passphrase: PASSPHRASE });
    for (const day of ['2026-05-17', '2026-05-18', '2026-05-19']) {
      expect(later.ports.clock.today()).toBe(day);
      expect(await sealedUntil(later, id)).toBe(UNTIL);
      later.ports.advance(DAY_MS);
    }
    expect(await sealedUntil(later, id)).toBeNull();
  });

  test('is remembered in the letter when it is over, until that note is put away', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.get('entries.seal', { id, until: UNTIL });
    app.ports.advance(4 * DAY_MS);
    expect(await app.get('entries.get', id)).toMatchObject({ sealedOn: '2026-05-17' });
    const { undo } = await app.get('entries.unseal', id);
    expect(undo).toBe('Seal letter');
    expect(await app.get('entries.get', id)).not.toHaveProperty('sealedOn');
    expect(await app.get('entries.unseal', id)).toEqual({ undo, redo: null });
  });
});

describe('what leaves the app', () => {
  const withoutTitle = { title: '', sealedUntil: UNTIL };

  test('is without a sealed letter, and says so, until it is chosen by itself', async () => {
    const { app, letter } = await sealedVault();
    const request = { ...REQUEST, names: 'title' as const };
    const preview = await app.get('exports.preview', request);
    expect(preview.entries).toMatchObject([{ title: 'In the open', oneByOne: null }]);
    expect(preview.keptBack).toHaveLength(3);
    expect(preview.keptBack).toContainEqual(
      expect.objectContaining({ id: letter.id, why: 'sealed', canBeChosen: true, ...withoutTitle }),
    );
    const chosen = { ...request, chosenOneByOne: [letter.id] };
    const ticked = await app.get('exports.preview', chosen);
    expect(canariesIn(ticked)).toEqual([]);
    expect(ticked.entries.find(({ id }) => id === letter.id)).toMatchObject({
      oneByOne: 'sealed',
      fileName: 'letter-20260517.md',
      ...withoutTitle,
    });
  });

  test('what stays out of one that was chosen is counted, and not shown', async () => {
    const vault = await sealedVault();
    const { app, letter } = vault;
    for (const audience of ['for-partner', 'for-counsellor'] as const) {
      const request = {
        ...REQUEST,
        selection: { of: 'entries' as const, ids: [letter.id] },
        chosenOneByOne: [letter.id],
        copy: { audience, withPrivate: false },
      };
      const sealed = await app.get('exports.preview', request);
      expect(canariesIn(sealed)).toEqual([]);
      await app.get('entries.unseal', letter.id);
      const shown = await app.get('exports.preview', request);
      expect(canariesIn(shown)).toContain('zqwords');
      expect(sealed.counts).toEqual(shown.counts);
      await app.get('entries.seal', { id: letter.id, until: UNTIL });
    }
  });

  test.each(['markdown', 'json', 'pdf'] as const)(
    'as %s has the words of one that was chosen, under a name that says nothing',
    async format => {
      const { app, letter } = await sealedVault();
      const selection = { of: 'entries' as const, ids: [letter.id] };
      const refused = await runExport(app, { selection, format, names: 'title' });
      expect(refused.reply).toEqual({ ok: false, error: { code: 'export.nothing' } });
      const chosenOneByOne = [letter.id];
      const done = await runExport(app, { selection, format, names: 'title', chosenOneByOne });
      expect(canariesIn(done.reply)).toEqual([]);
      const files = filesIn(done.folder);
      expect(canariesIn(Object.keys(files))).toEqual([]);
      expect(String(Object.values(files))).toContain('zqwords');
      expect(String(Object.values(files))).not.toContain('sealed');
      expect(canariesIn(await app.get('exports.receipts'))).toEqual([]);
    },
  );

  test('has nothing of one that was sealed after the export was decided', async () => {
    const { app, letter } = await sealedVault();
    await app.get('entries.unseal', letter.id);
    const request = { ...REQUEST, selection: { of: 'entries', ids: [letter.id] } };
    const { id } = await app.get('exports.prepare', { request, passphrase: null });
    await app.get('entries.seal', { id: letter.id, until: UNTIL });
    const folder = newFolder();
    await app.get('exports.begin', { id, path: join(folder, 'letter.md') });
    expect(await app.call('exports.next', id)).toMatchObject({ error: { code: 'entry.sealed' } });
    expect(filesIn(folder)).toEqual({});
  });

  test('one that was also written not to be sent is named as that', async () => {
    const app = await createTestApp();
    const { id } = await app.compose([paragraphOf('zqwords')], {
      templateId: TemplateId.parse('unsent-letter'),
    });
    await app.get('entries.seal', { id, until: UNTIL });
    const { keptBack } = await app.get('exports.preview', REQUEST);
    expect(keptBack).toMatchObject([{ why: 'never-send', canBeChosen: true, ...withoutTitle }]);
  });
});

describe('what comes from elsewhere', () => {
  test('a backup shows no title of a letter that is sealed here, or there', async () => {
    const { app, letter, map } = await sealedVault();
    const { snapshot } = await app.get('snapshots.make');
    const late = { ...draftOf(letter), title: 'zqtitle', document: documentOf('zqwords') };
    await app.get('entries.saveDraft', late);
    await app.get('entries.trash', [map.id]);
    const preview = await app.get('snapshots.preview', snapshot.id);
    expect(canariesIn(preview)).toEqual([]);
    expect(preview.changed).toMatchObject([{ id: letter.id, sealedUntil: UNTIL }]);
    expect(preview.missing).toMatchObject([{ id: map.id, sealedUntil: UNTIL }]);
    await app.get('entries.erase', [map.id]);
    const { missing } = await app.get('snapshots.preview', snapshot.id);
    expect(missing).toMatchObject([{ id: map.id, title: '', sealedUntil: UNTIL }]);
  });

  test.each(['version', 'entry'] as const)(
    'what a backup brings back as a %s is as sealed as the letter it belongs to',
    async differing => {
      const vault = await sealedVault();
      const { app, letter, map } = vault;
      await app.get('entries.unseal', letter.id);
      const { snapshot } = await app.get('snapshots.make');
      await app.get('entries.seal', { id: letter.id, until: UNTIL });
      const late = { ...draftOf(letter), document: documentOf('zqwords, changed since') };
      await app.get('entries.saveDraft', late);
      await app.get('entries.trash', [map.id]);
      await app.get('entries.erase', [map.id]);
      await app.get('snapshots.restore', { id: snapshot.id, differing });
      const list = await app.get('entries.list');
      expect(list.find(({ id }) => id === map.id)).toMatchObject({ sealedUntil: UNTIL });
      expect(canariesIn(list)).toEqual([]);
      expect(await app.get('search.find', { text: 'zqwords' })).toEqual([]);
    },
  );

  test('our own file has no seal: what comes in from it is open, and known for a double', async () => {
    const { app, letter } = await sealedVault();
    const selection = { of: 'entries' as const, ids: [letter.id] };
    const chosenOneByOne = [letter.id];
    const { folder } = await runExport(app, { selection, format: 'json', chosenOneByOne });
    const [bytes] = Object.values(filesIn(folder));
    const { items } = await read('letters.json', String(bytes));
    const { id } = await app.get('imports.begin', { names: ['letters.json'] });
    await app.get('imports.receive', { id, message: { type: 'items', file: 0, items } });
    await app.get('imports.receive', { id, message: { type: 'end', file: 0 } });
    expect(await app.get('imports.preview', id)).toMatchObject({
      entries: [{ title: 'zqtitle', isHere: true }],
    });
    await app.get('imports.take', { id, place: { into: 'none' }, skipHere: false });
    expect(await app.get('search.find', { text: 'zqwords' })).toMatchObject([
      { entry: { title: 'zqtitle', sealedUntil: null } },
    ]);
  });
});
