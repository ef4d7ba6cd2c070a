import { expect, test } from 'vitest';
import { EntryId, JourneyId } from '#shared/domain/ids.ts';
import {
  change,
  choicesFor,
  otherPerson,
  requestOf,
  selectionOf,
  type Choices,
} from '../../../../renderer/features/export/choices.ts';

const id = EntryId.parse('0b9f4b1e-7f5e-4b60-9d6b-4f0c2b8d1a01');
const other = EntryId.parse('0b9f4b1e-7f5e-4b60-9d6b-4f0c2b8d1a02');
const mara = JourneyId.parse('0b9f4b1e-7f5e-4b60-9d6b-4f0c2b8d1b01');
const jo = JourneyId.parse('0b9f4b1e-7f5e-4b60-9d6b-4f0c2b8d1b02');

const setting = { headings: false, journeyId: mara };
const begun = choicesFor({ of: 'letter', id }, setting);

test('nothing is asked for until it is said what, and for whom', () => {
  expect(begun.audience).toBeNull();
  expect(requestOf(begun, 'a4')).toBeNull();
  const asked = requestOf(change(begun, { audience: 'for-me' }), 'a4');
  expect(asked).toMatchObject({
    selection: { of: 'entries', ids: [id] },
    copy: { audience: 'for-me', withPrivate: false },
    names: 'neutral',
    gate: [],
  });
  expect(requestOf(choicesFor({ of: 'entries' }, setting), 'a4')).toBeNull();
});

test.each<[string, Partial<Choices>, unknown]>([
  ['no day', { from: '', to: '2026-05-01' }, null],
  ['days the wrong way round', { from: '2026-05-02', to: '2026-05-01' }, null],
  ['a day that does not exist', { from: '2026-02-31', to: '2026-05-01' }, null],
  [
    'one day',
    { from: '2026-05-01', to: '2026-05-01' },
    { of: 'days', from: '2026-05-01', to: '2026-05-01' },
  ],
])('of some days: %s', (_name, days, expected) => {
  expect(selectionOf(change(begun, { what: 'days', ...days }))).toEqual(expected);
});

test('a tick, and private parts, are for one selection and one reader', () => {
  const ticked = change(change(begun, { audience: 'for-counsellor' }), {
    oneByOne: [other],
    withPrivate: true,
  });
  expect(change(ticked, { format: 'json' })).toMatchObject({
    oneByOne: [other],
    withPrivate: true,
  });
  expect(change(ticked, { audience: 'for-partner' })).toMatchObject({
    oneByOne: [],
    withPrivate: false,
  });
  expect(change(ticked, { what: 'everything' }).oneByOne).toEqual([]);
});

test('the other person has a name only where all of it is about the same one', () => {
  const journey = (journeyId: JourneyId, personName: string) => ({
    id: journeyId,
    personName,
    relationship: 'partner' as const,
    role: 'was-hurt' as const,
    breaches: [],
    startedOn: null,
    archivedAt: null,
    createdAt: 0,
  });
  const journeys = [journey(mara, ' Mara '), journey(jo, 'Jo')];
  const entries = [
    { id, journeyId: mara },
    { id: other, journeyId: jo },
  ];
  const nameFor = (changed: Partial<Choices>) =>
    otherPerson(change(begun, changed), entries, journeys);
  expect(nameFor({})).toBe('Mara');
  expect(nameFor({ what: 'entries', ids: [id, other] })).toBe('');
  expect(nameFor({ what: 'journey', journeyId: jo })).toBe('Jo');
  expect(nameFor({ what: 'step', journeyId: null })).toBe('');
  expect(nameFor({ what: 'everything' })).toBe('');
});
