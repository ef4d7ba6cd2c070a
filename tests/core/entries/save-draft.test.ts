import { expect, test } from 'vitest';
import { DOCUMENT_MAX_BYTES } from '#shared/domain/document.ts';
import { paragraphOf } from '#shared/domain/document.ts';
import {
  aCheckList,
  aNode,
  aPicture,
  aSection,
  documentOf,
  documentWith,
  draftOf,
} from '../../support/builders.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const MINUTE = 60_000;

/** What saving kept, oldest first, as reason and first words; not what closing keeps. */
async function revisionsOf(app: TestApp): Promise<readonly string[]> {
  await app.close();
  return withDatabase(app.folder, db => {
    const rows = db
      .prepare("SELECT reason, document FROM revision WHERE reason <> 'close' ORDER BY seq")
      .all();
    return (rows as { reason: string; document: string }[]).map(
      ({ reason, document }) => `${reason}: ${/"text":"([^"]{0,12})/.exec(document)?.[1] ?? ''}`,
    );
  });
}

/** Saves one text after the other, with pauses between them. */
async function saveInTurn(app: TestApp, texts: readonly string[], pauseMs: number): Promise<void> {
  let entry = await app.get('entries.create', { templateId: null, journeyId: null });
  for (const text of texts) {
    app.ports.advance(pauseMs);
    const byHand = text === '' ? { byHand: true } : {};
    const draft = { ...draftOf(entry), document: documentOf(text), ...byHand };
    await app.get('entries.saveDraft', draft);
    entry = await app.get('entries.get', entry.id);
  }
}

test('a saved draft comes back as it was sent, one version on', async () => {
  const app = await createTestApp();
  const entry = await app.get('entries.create', { templateId: null, journeyId: null });
  app.ports.advance(5000);
  const draft = {
    ...draftOf(entry),
    seq: 42,
    title: 'To M. <3',
    writtenOn: '2026-01-31',
    document: documentOf('It was my choice.\nYou did not cause it. 你好 👩‍👧'),
  };
  const saved = await app.get('entries.saveDraft', draft);
  expect(saved).toEqual({
    seq: 42,
    version: 2,
    savedAt: app.ports.clock.now(),
    wordCount: 11,
  });
  expect(await app.get('entries.get', entry.id)).toEqual({
    ...entry,
    title: draft.title,
    writtenOn: draft.writtenOn,
    document: draft.document,
    version: 2,
    updatedAt: app.ports.clock.now(),
  });
});

test('a draft written upon an old version replaces nothing and is kept beside the newer text', async () => {
  const app = await createTestApp();
  const entry = await app.write('the newer text');
  const stale = { ...draftOf(entry), baseVersion: 1, document: documentOf('the stale text') };
  const conflict = { ok: false, error: { code: 'entry.conflict', latestVersion: 2 } };
  expect(await app.call('entries.saveDraft', stale)).toEqual(conflict);
  expect(await app.call('entries.saveDraft', stale)).toEqual(conflict);
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  expect(await revisionsOf(app)).toEqual(['conflict: the stale te']);
});

test('a document that is too large is refused and the stored one stays', async () => {
  const app = await createTestApp();
  const entry = await app.write('short');
  const document = documentOf('é'.repeat(DOCUMENT_MAX_BYTES / 2));
  expect(await app.call('entries.saveDraft', { ...draftOf(entry), document })).toEqual({
    ok: false,
    error: { code: 'entry.tooLarge', limit: DOCUMENT_MAX_BYTES },
  });
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
});

test('a draft of an entry that never was is not found', async () => {
  const app = await createTestApp();
  const entry = await app.write('something');
  const id = '99999999-9999-4999-8999-999999999999';
  expect(await app.call('entries.saveDraft', { ...draftOf(entry), id })).toEqual({
    ok: false,
    error: { code: 'entry.notFound', id },
  });
});

test('what is typed into an entry while it goes to the trash is still saved', async () => {
  const app = await createTestApp();
  const entry = await app.write('first');
  await app.get('entries.trash', [entry.id]);
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('last words') });
  await app.get('history.undo');
  expect((await app.get('entries.get', entry.id)).document).toEqual(documentOf('last words'));
});

test('while someone writes, the text before is kept about once a minute', async () => {
  const app = await createTestApp();
  const texts = Array.from({ length: 13 }, (_, i) => `text ${i} `.repeat(10 + i));
  await saveInTurn(app, texts, MINUTE / 4);
  expect(await revisionsOf(app)).toEqual([
    'interval: text 2 text ',
    'interval: text 6 text ',
    'interval: text 10 text',
  ]);
});

test('a save that removes more than half of the text keeps what was there, at once', async () => {
  const app = await createTestApp();
  await saveInTurn(app, ['a long letter '.repeat(20), 'gone', ''], 1000);
  expect(await revisionsOf(app)).toEqual(['shrink: a long lette', 'shrink: gone']);
});

test('nothing is kept of a page that was still empty', async () => {
  const app = await createTestApp();
  await saveInTurn(app, ['the first words'], 10 * MINUTE);
  expect(await revisionsOf(app)).toEqual([]);
});

test('a clock that is set back a year does not stop revisions', async () => {
  const app = await createTestApp();
  await saveInTurn(app, ['first text here', 'second text here'], -365 * 24 * 60 * MINUTE);
  expect(await revisionsOf(app)).toEqual(['interval: first text h']);
});

test('every save announces that entries changed, a refused one does not', async () => {
  const app = await createTestApp();
  const entry = await app.write('first');
  app.events.length = 0;
  await app.call('entries.saveDraft', { ...draftOf(entry), baseVersion: 9 });
  expect(app.events).toEqual([]);
  await app.get('entries.saveDraft', draftOf(entry));
  expect(app.events).toEqual([{ type: 'data-changed', topics: ['entries'] }]);
});

test('an empty text that nobody emptied replaces nothing, and is kept beside what was written', async () => {
  const app = await createTestApp();
  const entry = await app.write('the words of a letter');
  const heading = aSection({ heading: 'What I did', body: [paragraphOf(' ')] });
  for (const document of [documentOf(''), documentOf(' \n\t'), documentWith([heading])]) {
    expect(await app.call('entries.saveDraft', { ...draftOf(entry), document })).toEqual({
      ok: false,
      error: { code: 'entry.emptied', latestVersion: 2 },
    });
  }
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  const reasons = (await app.get('revisions.list', entry.id)).map(({ reason }) => reason);
  expect(reasons).toEqual(['conflict', 'conflict', 'conflict']);
});

test('what the person emptied is saved, and comes back from its history as it was', async () => {
  const app = await createTestApp();
  const entry = await app.write('the words of a letter');
  const draft = { ...draftOf(entry), document: documentOf(''), byHand: true };
  expect((await app.get('entries.saveDraft', draft)).wordCount).toBe(0);
  const [kept] = await app.get('revisions.list', entry.id);
  expect(kept?.reason).toBe('shrink');
  await app.get('revisions.restore', kept?.id);
  expect((await app.get('entries.get', entry.id)).document).toEqual(entry.document);
});

test('a page that never held a text may stay empty, and words may give way to a picture by hand', async () => {
  const app = await createTestApp();
  const blank = await app.get('entries.create', { templateId: null, journeyId: null });
  await app.get('entries.saveDraft', { ...draftOf(blank), title: 'Only a title' });
  const entry = await app.write('words');
  const draft = { ...draftOf(entry), document: documentWith([aPicture('a')]) };
  const refused = await app.call('entries.saveDraft', draft);
  expect(refused).toMatchObject({ error: { code: 'entry.emptied' } });
  await app.get('entries.saveDraft', { ...draft, byHand: true });
});

const checkList = aSection({
  heading: 'Before you finish',
  sectionType: 'checklist',
  body: [aCheckList(['Call the counsellor', 'Sleep on it'])],
});

test.each([
  ['a picture', aPicture('a')],
  ['a choice on a scale', aNode('scale', [], { value: 3, min: 0, max: 10 })],
  ['items of a check list', checkList],
])('%s without any words is missed as words are', async (_name, block) => {
  const app = await createTestApp();
  const created = await app.get('entries.create', { templateId: null, journeyId: null });
  await app.get('entries.saveDraft', { ...draftOf(created), document: documentWith([block]) });
  const entry = await app.get('entries.get', created.id);
  const draft = { ...draftOf(entry), document: documentOf('') };
  const refused = await app.call('entries.saveDraft', draft);
  expect(refused).toMatchObject({ error: { code: 'entry.emptied' } });
  await app.get('entries.saveDraft', { ...draft, byHand: true });
  const kept = (await app.get('revisions.list', entry.id)).find(
    ({ reason }) => reason === 'shrink',
  );
  await app.get('revisions.restore', kept?.id);
  expect((await app.get('entries.get', entry.id)).document).toEqual(entry.document);
});
