import { describe, expect, test } from 'vitest';
import { withMark } from '#shared/domain/audience.ts';
import { paragraphOf } from '#shared/domain/document.ts';
import type { ExportRequest } from '#shared/domain/export.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { aSection, documentWith, draftOf } from '../../support/builders.ts';
import { createTestApp, reopenTestApp, type TestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';
import { filesIn, GO, goOn, newFolder, REQUEST, runExport } from './exporting.ts';

const FOR_PARTNER = { audience: 'for-partner', withPrivate: false } as const;

/** Begins an entry with a template and writes one paragraph. */
async function from(app: TestApp, template: string, text: string, journeyId: string | null = null) {
  const templateId = TemplateId.parse(template);
  const entry = await app.get('entries.create', { templateId, journeyId });
  const document = documentWith([paragraphOf(text)]);
  await app.get('entries.saveDraft', { ...draftOf(entry), document });
  return entry.id;
}

describe('what is exported', () => {
  test('letters go into a new folder, the oldest first, under names that say nothing', async () => {
    const app = await createTestApp();
    await app.write('I lied.', 'To Anna');
    await app.write('I lied again.', 'To Anna');
    const { reply, folder } = await runExport(app, { format: 'text' });
    expect(reply).toMatchObject({
      ok: true,
      value: { files: 2, entries: 2, hasReceipt: true, path: `${folder}/letters-20260517` },
    });
    const files = filesIn(folder);
    expect(Object.keys(files)).toEqual([
      'letters-20260517/letter-20260517-2.txt',
      'letters-20260517/letter-20260517.txt',
    ]);
    expect(String(files['letters-20260517/letter-20260517.txt'])).toBe(
      'To Anna\n\n17 May 2026\n\nI lied.\n',
    );
  });

  test('one letter is one file', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.write('Not this.');
    const selection = { of: 'entries' as const, ids: [id] };
    const { folder } = await runExport(app, { selection, names: 'title' });
    expect(Object.keys(filesIn(folder))).toEqual(['A letter.md']);
  });

  test('a step, a journey and days are selected by what the entries say of themselves', async () => {
    const app = await createTestApp();
    const journey = await app.get('journeys.create', {
      personName: 'M.',
      relationship: 'partner',
      role: 'was-hurt',
    });
    await from(app, 'impact-letter', 'ONE', journey.id);
    await from(app, 'daily-check-in', 'TWO', journey.id);
    await from(app, 'daily-check-in', 'THREE');
    const { writtenOn } = await app.write('FOUR');
    const wordsOf = async (selection: ExportRequest['selection']) => {
      const { folder } = await runExport(app, { selection, format: 'text' });
      return String(Object.values(filesIn(folder)))
        .match(/[A-Z]{3,}/g)
        ?.toSorted();
    };
    expect(await wordsOf({ of: 'step', step: 4, journeyId: null })).toEqual(['THREE', 'TWO']);
    expect(await wordsOf({ of: 'step', step: 4, journeyId: journey.id })).toEqual(['TWO']);
    expect(await wordsOf({ of: 'journey', journeyId: journey.id })).toEqual(['ONE', 'TWO']);
    expect(await wordsOf({ of: 'days', from: writtenOn, to: writtenOn })).toHaveLength(4);
  });

  test('what was deleted is no part of it, and what was chosen must be there', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await app.get('entries.trash', [id]);
    expect((await runExport(app, {})).reply).toEqual({
      ok: false,
      error: { code: 'export.nothing' },
    });
    const selection = { of: 'entries' as const, ids: [id] };
    expect((await runExport(app, { selection })).reply).toMatchObject({
      error: { code: 'entry.notFound' },
    });
  });

  test('what was written not to be sent goes along only when it is chosen by itself', async () => {
    const app = await createTestApp();
    const id = await from(app, 'unsent-letter', 'NEVER');
    await app.write('ALWAYS');
    const preview = await app.get('exports.preview', REQUEST);
    expect(preview.keptBack).toMatchObject([{ id, why: 'never-send', canBeChosen: true }]);
    expect(preview.counts.entries).toBe(1);
    const { folder } = await runExport(app, { chosenOneByOne: [id] });
    expect(String(Object.values(filesIn(folder)))).toContain('NEVER');
  });

  test('an account for a counsellor is in no copy for the other person', async () => {
    const app = await createTestApp();
    const id = await from(app, 'honest-account', 'ACCOUNT');
    const request = { ...REQUEST, copy: FOR_PARTNER, gate: GO, chosenOneByOne: [id] };
    const preview = await app.get('exports.preview', request);
    expect(preview.keptBack).toMatchObject([{ why: 'counsellor-only', canBeChosen: false }]);
    const copy = { audience: 'for-counsellor', withPrivate: false } as const;
    expect((await app.get('exports.preview', { ...request, copy })).counts.entries).toBe(1);
  });
});

describe('a document that can not be read', () => {
  /** Two letters; the document of the first is broken on the disk. */
  async function withBroken(json: string) {
    const before = await createTestApp();
    const broken = await before.write('LOST', 'Broken');
    await before.write('WHOLE');
    await before.close();
    await withDatabase(before.folder, db =>
      db
        .prepare(
          `UPDATE entry_text SET document = ? WHERE seq = (SELECT seq FROM entry WHERE id = ?)`,
        )
        .run(json, broken.id),
    );
    return { app: await reopenTestApp(before.folder), broken };
  }

  test.each([
    ['markdown', '{"version":2}'],
    ['json', '{"version":2}'],
    ['markdown', '{"version":1,"root":{"ty'],
  ] as const)('stays here, is named, and stops no %s: %s', async (format, json) => {
    const { app, broken } = await withBroken(json);
    const preview = await app.get('exports.preview', { ...REQUEST, format });
    expect(preview.keptBack).toMatchObject([
      { id: broken.id, title: 'Broken', why: 'unreadable', canBeChosen: false },
    ]);
    expect(preview.counts.entries).toBe(1);
    const { reply, folder } = await runExport(app, { format });
    expect(reply).toMatchObject({ value: { entries: 1 } });
    const words = String(Object.values(filesIn(folder)));
    expect(words).toContain('WHOLE');
    expect(words).not.toContain('LOST');
    expect(await app.get('exports.receipts')).toMatchObject([{ entryCount: 1 }]);
  });

  test('alone, leaves nothing to export', async () => {
    const { app, broken } = await withBroken('{"version":2}');
    const selection = { of: 'entries' as const, ids: [broken.id] };
    expect((await runExport(app, { selection })).reply).toEqual({
      ok: false,
      error: { code: 'export.nothing' },
    });
  });
});

describe('what stays out', () => {
  const blocks = [
    paragraphOf('OPEN'),
    withMark(paragraphOf('MINE'), 'private'),
    withMark(paragraphOf('COUNSEL'), 'counsellor'),
    withMark(paragraphOf('DETAIL'), 'not-needed'),
    aSection({ heading: 'Steady', body: [paragraphOf('SECTION')], isPrivate: true }),
  ];

  test.each([
    ['for-partner', false, ['OPEN']],
    ['for-partner', true, ['OPEN']],
    ['for-counsellor', false, ['OPEN', 'COUNSEL']],
    ['for-counsellor', true, ['OPEN', 'MINE', 'COUNSEL', 'SECTION']],
    ['for-me', false, ['OPEN', 'MINE', 'COUNSEL', 'DETAIL', 'SECTION']],
  ] as const)('of a copy %s, private parts added: %s', async (audience, withPrivate, words) => {
    const app = await createTestApp();
    const { id } = await app.compose(blocks);
    const copy = { audience, withPrivate };
    const request = { ...REQUEST, copy, gate: GO };
    const { folder } = await runExport(app, request);
    expect(String(Object.values(filesIn(folder))).match(/[A-Z]{4,}/g)).toEqual(words);

    const preview = await app.get('exports.preview', request);
    const { letter, removals } = await app.get('exports.previewLetter', { id, copy });
    expect(preview.entries[0]?.removals).toEqual(removals);
    // What goes is shown, and counted as it is below the letter, where a heading is no word.
    expect(preview.entries[0]?.text.match(/[A-Z]{4,}/g)).toEqual(words);
    expect(preview.entries[0]?.wordCount).toBe(words.length);
    const all = ['OPEN', 'MINE', 'COUNSEL', 'DETAIL', 'SECTION'];
    const stayed = all.filter(word => !(words as readonly string[]).includes(word));
    expect(removals.map(({ text }) => text)).toEqual(stayed);
    for (const word of all) expect(JSON.stringify(letter)).toContain(word);
  });

  test('the title stays in the app unless it is chosen', async () => {
    const app = await createTestApp();
    await app.write('I lied.', 'TITLE');
    for (const format of ['markdown', 'html', 'text', 'json', 'pdf'] as const) {
      const request = { copy: FOR_PARTNER, gate: GO, format };
      const { folder } = await runExport(app, request);
      expect(JSON.stringify(Object.entries(filesIn(folder)).map(String))).not.toContain('TITLE');
    }
  });

  test('an entry of which nothing may be in a copy is named, and not written', async () => {
    const app = await createTestApp();
    const { id } = await app.compose([withMark(paragraphOf('MINE'), 'private')]);
    const request = { ...REQUEST, copy: FOR_PARTNER, gate: GO };
    const preview = await app.get('exports.preview', request);
    expect(preview).toMatchObject({
      entries: [],
      keptBack: [{ id, why: 'nothing-left', canBeChosen: false }],
    });
    expect((await runExport(app, request)).reply).toEqual({
      ok: false,
      error: { code: 'export.nothing' },
    });
    const empty = await app.write('', 'Begun');
    expect((await app.get('exports.preview', request)).keptBack).toContainEqual(
      expect.objectContaining({ id: empty.id, why: 'nothing-written' }),
    );
  });
});

describe('the questions before a copy for the other person', () => {
  test('without an answer that lets it be made, nothing is written', async () => {
    const app = await createTestApp();
    await from(app, 'acknowledgment-letter', 'I lied.');
    const request = { ...REQUEST, copy: FOR_PARTNER };
    const preview = await app.get('exports.preview', request);
    expect(preview.gate).toEqual({ sides: ['caused-harm'], choose: false });
    const answer = { side: 'caused-harm', goOn: true } as const;
    const outcomes = [
      [[], null],
      [[{ ...answer, result: 'stop' }], 'stop'],
      [[{ ...answer, result: 'pause' }], 'pause'],
      [[{ side: 'was-hurt', result: 'go', goOn: true }], null],
    ] as const;
    for (const [gate, result] of outcomes) {
      const { reply, folder } = await runExport(app, { ...request, gate: [...gate] });
      expect(reply).toEqual({
        ok: false,
        error: { code: 'export.gate', side: 'caused-harm', result },
      });
      expect(filesIn(folder)).toEqual({});
    }
    const gate = [{ ...answer, result: 'go' as const }];
    expect((await runExport(app, { ...request, gate })).reply.ok).toBe(true);
  });

  test('who was hurt is told, and decides', async () => {
    const app = await createTestApp();
    await from(app, 'impact-letter', 'It hurt.');
    const request = { copy: FOR_PARTNER };
    const answer = { side: 'was-hurt', result: 'pause' } as const;
    const kept = await runExport(app, { ...request, gate: [{ ...answer, goOn: false }] });
    expect(kept.reply).toMatchObject({ error: { code: 'export.gate', result: 'pause' } });
    const shared = await runExport(app, { ...request, gate: [{ ...answer, goOn: true }] });
    expect(shared.reply.ok).toBe(true);
  });

  test('for writing that may be of either side, the person says of which', async () => {
    const app = await createTestApp();
    await app.write('Words.');
    const request = { ...REQUEST, copy: FOR_PARTNER };
    const preview = await app.get('exports.preview', request);
    expect(preview.gate).toEqual({ sides: ['caused-harm', 'was-hurt'], choose: true });
    const gate = [{ side: 'was-hurt', result: 'go', goOn: true } as const];
    expect((await runExport(app, { ...request, gate })).reply.ok).toBe(true);
  });

  test('copies for oneself and for a counsellor stay open, whatever was answered', async () => {
    const app = await createTestApp();
    await from(app, 'acknowledgment-letter', 'I lied.');
    const gate = [{ side: 'caused-harm', result: 'stop', goOn: false } as const];
    for (const audience of ['for-me', 'for-counsellor'] as const) {
      const copy = { audience, withPrivate: false };
      expect((await runExport(app, { copy, gate })).reply.ok).toBe(true);
    }
  });

  test('they come before paper too, but not before its preview', async () => {
    const app = await createTestApp();
    const id = await from(app, 'acknowledgment-letter', 'I lied.');
    const request = { id, options: REQUEST.options, copy: FOR_PARTNER };
    expect((await app.call('entries.printDocument', request)).ok).toBe(true);
    expect(await app.call('entries.printDocument', { ...request, leaves: true })).toMatchObject({
      error: { code: 'export.gate' },
    });
    const passed = { ...request, leaves: true, gate: GO };
    expect((await app.call('entries.printDocument', passed)).ok).toBe(true);
  });

  test('paper of which nobody said whose it will be may be anyone’s', async () => {
    const app = await createTestApp();
    const id = await from(app, 'acknowledgment-letter', 'I lied.');
    const request = { id, options: REQUEST.options, leaves: true };
    expect(await app.call('entries.printDocument', request)).toMatchObject({
      error: { code: 'export.gate' },
    });
  });

  test('an account for a counsellor goes to no paper for the other person', async () => {
    const app = await createTestApp();
    const id = await from(app, 'honest-account', 'All of it.');
    const request = { id, options: REQUEST.options, copy: FOR_PARTNER, leaves: true, gate: GO };
    expect(await app.call('entries.printDocument', request)).toMatchObject({
      error: { code: 'export.nothing' },
    });
  });
});

describe('receipts', () => {
  test('what left, when, for whom and as what is kept, without a word of it', async () => {
    const app = await createTestApp();
    const first = await app.write('I lied.', 'One');
    await app.write('Again.', 'Two');
    await runExport(app, { copy: FOR_PARTNER, gate: GO, format: 'docx', bundle: 'zip' });
    app.ports.advance(1000);
    await app.get('exports.keepReceipt', { id: first.id, audience: 'for-me', format: 'paper' });
    const receipts = await app.get('exports.receipts');
    expect(receipts).toMatchObject([
      { audience: 'for-me', format: 'paper', entryCount: 1, entries: [{ title: 'One' }] },
      {
        at: app.ports.clock.now() - 1000,
        audience: 'for-partner',
        format: 'docx',
        isSealed: false,
        entryCount: 2,
        entries: [{ title: 'One' }, { title: 'Two' }],
      },
    ]);
  });

  test('an erased entry is named in none any more', async () => {
    const app = await createTestApp();
    const { id } = await app.write('I lied.');
    await runExport(app, {});
    await app.get('entries.trash', [id]);
    await app.get('entries.erase', [id]);
    expect(await app.get('exports.receipts')).toMatchObject([{ entryCount: 1, entries: [] }]);
  });
});

describe('progress and cancel', () => {
  test('a cancelled export leaves nothing, at whatever point it is cancelled', async () => {
    const app = await createTestApp();
    for (const text of ['One', 'Two', 'Three']) await app.write(text);
    for (const bundle of ['folder', 'zip'] as const) {
      for (const turns of [0, 1, 2]) {
        const folder = newFolder();
        const request = { ...REQUEST, bundle, format: 'pdf' };
        const { id } = await app.get('exports.prepare', { request, passphrase: null });
        const path = bundle === 'zip' ? `${folder}/letters.zip` : folder;
        await app.get('exports.begin', { id, path });
        for (let turn = 0; turn < turns; turn += 1) {
          await app.get('exports.next', id);
          await app.get('exports.rendered', { id, pdf: new Uint8Array([1]) });
        }
        expect(await app.get('exports.progress', id)).toMatchObject({ state: 'running', total: 3 });
        const [going] = await Promise.all([
          app.call('exports.next', id),
          app.get('exports.cancel', id),
        ]);
        expect(going).toMatchObject({ error: { code: 'export.cancelled' } });
        expect(await app.get('exports.progress', id)).toMatchObject({ state: 'cancelled' });
        expect(await goOn(app, id)).toMatchObject({ error: { code: 'export.cancelled' } });
        expect(filesIn(folder)).toEqual({});
      }
    }
    expect(await app.get('exports.receipts')).toEqual([]);
  });

  test('a lock ends it, and leaves nothing', async () => {
    const app = await createTestApp();
    await app.write('One');
    const folder = newFolder();
    const request = { ...REQUEST, format: 'pdf' };
    const { id } = await app.get('exports.prepare', {
      request,
      passphrase: 'four words are enough',
    });
    await app.get('exports.begin', { id, path: `${folder}/letter.pdf.age` });
    await app.get('exports.next', id);
    expect(Object.keys(filesIn(folder))).toHaveLength(1);
    await app.close();
    expect(filesIn(folder)).toEqual({});
  });

  test('an export that is over, or was never prepared, is not found', async () => {
    const app = await createTestApp();
    await app.write('One');
    const missing = { ok: false, error: { code: 'export.notFound' } };
    const id = '00000000-0000-4000-8000-00000000ffff';
    expect(await app.call('exports.target', id)).toEqual(missing);
    expect(await app.call('exports.begin', { id, path: '/' })).toEqual(missing);
    expect(await app.call('exports.next', id)).toEqual(missing);
    expect(await app.call('exports.progress', id)).toEqual(missing);
    expect(await app.call('exports.rendered', { id, pdf: new Uint8Array() })).toEqual(missing);
    expect(await app.call('exports.cancel', id)).toMatchObject({ ok: true });
  });

  test('a passphrase that is too short seals nothing', async () => {
    const app = await createTestApp();
    await app.write('One');
    expect((await runExport(app, {}, 'short')).reply).toMatchObject({
      error: { code: 'vault.passphraseTooShort' },
    });
  });
});
