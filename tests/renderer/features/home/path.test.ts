import { expect, test } from 'vitest';
import { whyApart } from '#shared/content/apart.ts';
import { breaches, relationships, steps, type Step } from '#shared/content/steps.ts';
import { dayOf } from '#shared/domain/day.ts';
import { EntrySummary } from '#shared/domain/entry.ts';
import { Breach, Journey, type Role } from '#shared/domain/journey.ts';
import {
  notesAt,
  offersAt,
  questionsAt,
  writingOf,
  writtenFor,
} from '../../../../renderer/features/home/path.ts';

const MINE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

const journey = (fields: { breaches?: Breach[]; role?: Role; relationship?: string } = {}) =>
  Journey.parse({
    id: MINE,
    personName: 'M.',
    relationship: 'partner',
    role: 'caused-harm',
    breaches: [],
    startedOn: null,
    archivedAt: null,
    createdAt: 1,
    ...fields,
  });

let made = 0;
const entry = (fields: Record<string, unknown>) => {
  made += 1;
  return EntrySummary.parse({
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    kind: 'letter',
    journeyId: MINE,
    templateId: null,
    step: null,
    title: '',
    writtenOn: dayOf(new Date(2026, 4, 17)),
    createdAt: made,
    updatedAt: made,
    excerpt: '',
    wordCount: 0,
    sealedUntil: null,
    ...fields,
  });
};

const step = (id: number): Step => {
  const found = steps.find(each => each.id === id);
  if (found === undefined) throw new Error(`there is a step ${id}`);
  return found;
};

test('a journey shows its own writing; with none chosen all writing shows', () => {
  const entries = [entry({}), entry({ journeyId: OTHER }), entry({ journeyId: null })];
  expect(writingOf(journey(), entries)).toEqual([entries[0]]);
  expect(writingOf(undefined, entries)).toEqual(entries);
});

test('a step shows what was written for it, the newest day first, and check-ins as one', () => {
  const old = entry({ step: 4, writtenOn: '2026-01-02' });
  const early = entry({ step: 4 });
  const late = entry({ step: 4 });
  const written = writtenFor(4, [
    old,
    early,
    entry({ step: 4, kind: 'check-in' }),
    entry({ step: 3 }),
    late,
  ]);
  expect(written).toEqual({ entries: [late, early, old], hasCheckIns: true });
});

test('every note and caution of the guide has exactly one place for whom it is meant', () => {
  for (const relationship of relationships) {
    const all = journey({ breaches: [...Breach.options], relationship: relationship.id });
    const shown = [...whyApart(all), ...steps.flatMap(({ id }) => notesAt(id, all))];
    expect(shown.toSorted()).toEqual(
      [...breaches.map(({ note }) => note), relationship.caution].toSorted(),
    );
  }
});

test('what has to do with safety comes before every step', () => {
  expect(whyApart(journey({ breaches: ['neglect-abuse'] }))).toHaveLength(1);
  expect(whyApart(journey({ breaches: ['deceit'] }))).toEqual([]);
  expect(whyApart(undefined)).toEqual([]);
});

test('what two people do together is not offered where one may be afraid of the other', () => {
  const offered = (happened: Breach) =>
    steps.flatMap(each =>
      offersAt(each, ['was-hurt'], journey({ breaches: [happened] })).map(
        ({ template }) => template,
      ),
    );
  expect(offered('deceit').some(({ joint }) => joint)).toBe(true);
  expect(offered('neglect-abuse').some(({ joint }) => joint)).toBe(false);
  expect(offered('neglect-abuse').length).toBe(offered('deceit').length - 2);
});

test('the questions are those of my side, or of both, and only of what happened', () => {
  const sides = (role: Role) =>
    questionsAt(1, journey({ role, breaches: ['deceit'] })).map(({ title, of }) => [
      title,
      ...of.map(({ side }) => side),
    ]);
  expect(sides('was-hurt')).toEqual([
    ['Lies and deceit', 'was-hurt'],
    ['Partner', 'was-hurt'],
  ]);
  expect(sides('both')[0]).toEqual(['Lies and deceit', 'caused-harm', 'was-hurt']);
  expect(questionsAt(2, journey({ breaches: ['deceit'] }))).toEqual([]);
  expect(questionsAt(1, undefined)).toEqual([]);
});

const marked = (offers: ReturnType<typeof offersAt>) =>
  offers.filter(({ oftenHelps }) => oftenHelps).map(({ template }) => template.id);

test('a step offers its templates once, and marks what often helps after such a breach', () => {
  const both = offersAt(step(1), ['caused-harm', 'was-hurt']);
  expect(new Set(both.map(({ template }) => template.id)).size).toBe(both.length);
  expect(marked(both)).toEqual([]);
  expect(marked(offersAt(step(3), ['caused-harm'], journey({ breaches: ['deceit'] })))).toEqual([
    'transparency-plan',
  ]);
});

test('where there is fear or control, a joint template is never recommended', () => {
  const breachesHere: Breach[] = ['broken-promises', 'neglect-abuse'];
  const both = journey({ role: 'both', breaches: breachesHere });
  const offers = steps.flatMap(each => offersAt(each, ['caused-harm', 'was-hurt'], both));
  expect(marked(offers)).not.toContain('joint-agreement');
  expect(marked(offers)).toContain('finding-counsellor');
});
