import { expect, test } from 'vitest';
import type { Journey } from '#shared/domain/journey.ts';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';

const M = {
  personName: 'M. O’Brien <m@example.org>',
  relationship: 'partner',
  role: 'caused-harm',
} as const;
const MISSING = '99999999-9999-4999-8999-999999999999';
const notFound = { ok: false, error: { code: 'journey.notFound', id: MISSING } };

/** What the form of a journey sends back. */
const formOf = ({ archivedAt: _archived, createdAt: _created, ...said }: Journey) => said;

test('journeys are kept in the order in which they began', async () => {
  const app = await createTestApp();
  const first = await app.get('journeys.create', M);
  const second = await app.get('journeys.create', {
    personName: '',
    relationship: 'family',
    role: 'was-hurt',
    breaches: ['deceit', 'withholding'],
    startedOn: '2025-12-31',
  });
  expect(first).toMatchObject({ ...M, breaches: [], startedOn: null, archivedAt: null });
  expect(second).toMatchObject({ breaches: ['deceit', 'withholding'], startedOn: '2025-12-31' });
  expect(app.events).toEqual([
    { type: 'data-changed', topics: ['journeys'] },
    { type: 'data-changed', topics: ['journeys'] },
  ]);
  await app.close();
  const later = await reopenTestApp(app.folder);
  expect(await later.get('journeys.list')).toEqual([first, second]);
});

test('a name may be in any script, with emoji, 500 characters long', async () => {
  const app = await createTestApp();
  const personName = '👩‍👧 מרים 美咲 '.repeat(50).slice(0, 500);
  const journey = await app.get('journeys.create', { ...M, personName });
  expect(await app.get('journeys.list')).toEqual([{ ...journey, personName }]);
  const tooLong = await app.call('journeys.create', { ...M, personName: 'x'.repeat(501) });
  expect(tooLong).toMatchObject({ error: { code: 'ipc.invalidInput' } });
});

test('what is said of a journey can be said anew, and no text changes with it', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', M);
  const entry = await app.get('entries.create', {
    templateId: 'acknowledgment-letter',
    journeyId: journey.id,
  });
  const edit = {
    ...formOf(journey),
    personName: 'N.',
    role: 'was-hurt',
    relationship: 'friend',
    breaches: ['infidelity'],
    startedOn: '2024-02-29',
  } as const;
  expect(await app.get('journeys.edit', edit)).toEqual({ undo: 'Edit journey', redo: null });
  expect(await app.get('journeys.list')).toEqual([{ ...journey, ...edit }]);
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  await app.get('history.undo');
  expect(await app.get('journeys.list')).toEqual([journey]);
});

test('a journey is put away and taken out again, with all its writing', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', M);
  await app.get('entries.create', { templateId: null, journeyId: journey.id });
  const entries = await app.get('entries.list');
  const archive = (archived: boolean) => app.get('journeys.archive', { id: journey.id, archived });
  expect(await archive(true)).toEqual({ undo: 'Archive journey', redo: null });
  const away = { ...journey, archivedAt: app.ports.clock.now() };
  expect(await app.get('journeys.list')).toEqual([away]);
  expect(await app.get('entries.list')).toEqual(entries);

  app.ports.advance(5000);
  // Asked twice, it was done once.
  expect(await archive(true)).toEqual({ undo: 'Archive journey', redo: null });
  expect(await app.get('journeys.list')).toEqual([away]);
  expect(await archive(false)).toEqual({ undo: 'Bring back journey', redo: null });
  expect(await app.get('journeys.list')).toEqual([journey]);
  await app.get('history.undo');
  expect(await app.get('journeys.list')).toEqual([away]);
});

test('what is not there can not be edited or put away', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', M);
  const edit = { ...formOf(journey), id: MISSING };
  expect(await app.call('journeys.edit', edit)).toEqual(notFound);
  expect(await app.call('journeys.archive', { id: MISSING, archived: true })).toEqual(notFound);
  expect(await app.get('history.undo')).toEqual({ undo: null, redo: null });
});
