import { expect, test } from 'vitest';
import { lineOf, scaleOf } from '#shared/domain/blocks.ts';
import type { NewEntry } from '#shared/domain/entry.ts';
import { aSection, documentWith, draftOf } from '../../support/builders.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';

const TEMPLATE = 'daily-check-in' as NewEntry['templateId'];

async function checkIn(
  app: TestApp,
  writtenOn: string,
  value: number | null,
  feelings: string,
  journeyId: NewEntry['journeyId'] = null,
): Promise<string> {
  const entry = await app.get('entries.create', { templateId: TEMPLATE, journeyId });
  const scale = { ...scaleOf({ minLabel: 'Low', maxLabel: 'High' }), value };
  const document = documentWith([
    aSection({ heading: 'How steady', body: [scale] }),
    lineOf('feelings', feelings),
  ]);
  await app.get('entries.saveDraft', { ...draftOf(entry), writtenOn, document });
  return entry.id;
}

test('check-ins show what was rated and felt, the newest day first', async () => {
  const app = await createTestApp();
  const early = await checkIn(app, '2026-05-01', 3, 'very sad, hopeful');
  const late = await checkIn(app, '2026-05-09', null, '');
  const rating = { value: 3, min: 0, max: 10, minLabel: 'Low', maxLabel: 'High' };
  const summaries = await app.get('entries.list');
  expect(await app.get('checkIns.list', { journeyId: null })).toEqual([
    { entry: summaries.find(({ id }) => id === late), ratings: [], feelings: [] },
    {
      entry: summaries.find(({ id }) => id === early),
      ratings: [{ heading: 'How steady', ...rating }],
      feelings: [
        { word: 'sad', strength: 'very' },
        { word: 'hopeful', strength: null },
      ],
    },
  ]);
});

test('other writing, other journeys and the trash are no check-ins', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'both',
  });
  const mine = await checkIn(app, '2026-05-01', 3, 'sad', journey.id);
  const other = await checkIn(app, '2026-05-02', 4, 'calm');
  await app.compose([{ ...scaleOf({}), value: 9 }, lineOf('feelings', 'angry')]);
  const ids = async (journeyId: string | null) =>
    (await app.get('checkIns.list', { journeyId })).map(({ entry }) => entry.id);
  expect([await ids(null), await ids(journey.id)]).toEqual([[other, mine], [mine]]);
  await app.get('entries.trash', [other]);
  expect(await ids(null)).toEqual([mine]);
});
