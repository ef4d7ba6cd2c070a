import { expect, test } from 'vitest';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';

test('journeys are kept in the order in which they began', async () => {
  const app = await createTestApp();
  const first = await app.get('journeys.create', {
    personName: 'M. O’Brien <m@example.org>',
    relationship: 'partner',
    role: 'caused-harm',
  });
  const second = await app.get('journeys.create', {
    personName: '',
    relationship: 'family',
    role: 'was-hurt',
  });
  expect(first).toMatchObject({ personName: 'M. O’Brien <m@example.org>', role: 'caused-harm' });
  expect(app.events).toEqual([
    { type: 'data-changed', topics: ['journeys'] },
    { type: 'data-changed', topics: ['journeys'] },
  ]);
  await app.close();
  const later = await reopenTestApp(app.folder);
  expect(await later.get('journeys.list')).toEqual([first, second]);
});
