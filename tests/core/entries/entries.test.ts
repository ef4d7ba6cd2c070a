import { expect, test } from 'vitest';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { findTemplate, templates } from '#shared/content/templates.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createTestApp } from '../../support/test-app.ts';

const MISSING = '99999999-9999-4999-8999-999999999999';

test('a new letter is composed from its template and greets the person of its journey', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'caused-harm',
  });
  const template = findTemplate(TemplateId.parse('acknowledgment-letter'));
  const entry = await app.get('entries.create', {
    templateId: 'acknowledgment-letter',
    journeyId: journey.id,
  });
  expect(entry).toMatchObject({
    kind: 'letter',
    title: 'Letter of acknowledgment',
    journeyId: journey.id,
    templateId: 'acknowledgment-letter',
    step: 1,
    writtenOn: '2026-05-17',
    version: 1,
    document: composeLetter(template ?? null, {
      personName: 'M.',
      myName: '',
      date: '17 May 2026',
    }),
  });
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  const [summary] = await app.get('entries.list');
  expect(summary).toMatchObject({ wordCount: 0, excerpt: '' });
});

test('every template that is offered can be started', async () => {
  const app = await createTestApp();
  for (const { id, kind, step } of templates) {
    const entry = await app.get('entries.create', { templateId: id, journeyId: null });
    expect([entry.kind, entry.step]).toEqual([kind, step]);
  }
});

test('a blank page is free writing without a title', async () => {
  const app = await createTestApp();
  const entry = await app.get('entries.create', { templateId: null, journeyId: null });
  expect(entry).toMatchObject({ kind: 'journal', step: null, title: '', document: documentOf('') });
});

test.each([
  [
    { templateId: 'no-such-template', journeyId: null },
    { code: 'template.notFound', id: 'no-such-template' },
  ],
  [
    { templateId: null, journeyId: MISSING },
    { code: 'journey.notFound', id: MISSING },
  ],
])('starting from what is not there is refused: %j', async (input, error) => {
  const app = await createTestApp();
  expect(await app.call('entries.create', input)).toEqual({ ok: false, error });
  expect(await app.get('entries.list')).toEqual([]);
});

test('the list shows the newest day first, and of one day the latest entry', async () => {
  const app = await createTestApp();
  for (const [title, writtenOn] of [
    ['middle, first', '2026-03-01'],
    ['oldest', '2025-12-31'],
    ['middle, second', '2026-03-01'],
    ['newest', '2026-03-02'],
  ]) {
    const entry = await app.get('entries.create', { templateId: null, journeyId: null });
    await app.get('entries.saveDraft', { ...draftOf(entry), title, writtenOn });
  }
  const list = await app.get('entries.list');
  expect(list.map(entry => entry.title)).toEqual([
    'newest',
    'middle, second',
    'middle, first',
    'oldest',
  ]);
});

test('a trashed entry is gone from list, search and reading, and comes back with undo', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const [summary] = await app.get('entries.list');
  const seen = async () => ({
    list: await app.get('entries.list'),
    hits: (await app.get('search.find', { text: 'promise' })).length,
    read: (await app.call('entries.get', entry.id)).ok,
  });
  const there = { list: [summary], hits: 1, read: true };
  const gone = { list: [], hits: 0, read: false };

  expect(await seen()).toEqual(there);
  expect(await app.get('entries.trash', [entry.id])).toEqual({
    undo: 'Delete free writing',
    redo: null,
  });
  expect(await seen()).toEqual(gone);
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: 'Delete free writing' });
  expect(await seen()).toEqual(there);
  expect(await app.get('history.redo')).toEqual({ undo: 'Delete free writing', redo: null });
  expect(await seen()).toEqual(gone);
});

test('with nothing to undo or redo, nothing happens', async () => {
  const app = await createTestApp();
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: null });
  expect(await app.get('history.redo')).toEqual({ undo: null, redo: null });
});

test('what is not there cannot be trashed, and trashing twice is once', async () => {
  const app = await createTestApp();
  const notFound = (id: string) => ({ ok: false, error: { code: 'entry.notFound', id } });
  expect(await app.call('entries.trash', [MISSING])).toEqual(notFound(MISSING));
  const entry = await app.write('something');
  await app.get('entries.trash', [entry.id]);
  expect(await app.call('entries.trash', [entry.id])).toEqual(notFound(entry.id));
  await app.get('history.undo');
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: 'Delete free writing' });
});

test('trashing, undoing and redoing announce entries and history', async () => {
  const app = await createTestApp();
  const entry = await app.write('something');
  app.events.length = 0;
  await app.get('entries.trash', [entry.id]);
  await app.get('history.undo');
  await app.get('history.undo');
  expect(app.events).toEqual([
    { type: 'data-changed', topics: ['entries', 'history'] },
    { type: 'data-changed', topics: ['entries', 'history'] },
  ]);
});

test('an entry moves to another journey and to none, and back with undo', async () => {
  const app = await createTestApp();
  const person = { personName: 'M.', relationship: 'partner', role: 'both' };
  const one = await app.get('journeys.create', person);
  const other = await app.get('journeys.create', person);
  const { id } = await app.get('entries.create', { templateId: null, journeyId: one.id });
  const journeyOf = async () => (await app.get('entries.get', id)).journeyId;
  const move = (journeyId: string | null) => app.call('entries.move', { id, journeyId });

  expect(await move(other.id)).toEqual({ ok: true, value: { undo: 'Move letter', redo: null } });
  expect(await journeyOf()).toBe(other.id);
  await move(null);
  expect(await journeyOf()).toBe(null);
  await app.get('history.undo');
  await app.get('history.undo');
  expect(await journeyOf()).toBe(one.id);

  const missing = { code: 'journey.notFound', id: MISSING };
  expect(await move(MISSING)).toEqual({ ok: false, error: missing });
  await app.get('entries.trash', [id]);
  const gone = { code: 'entry.notFound', id };
  expect(await move(other.id)).toEqual({ ok: false, error: gone });
});
