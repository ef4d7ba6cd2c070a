import { expect, test } from 'vitest';
import { NewJourney } from '#shared/domain/journey.ts';
import {
  answersOf,
  asFarAsKnown,
  hasChanged,
  journeyIn,
  problemsOf,
  type Answers,
} from '../../../../renderer/features/journeys/answers.ts';

const answers = (fields: Partial<Answers> = {}): Answers => ({
  ...answersOf(undefined, ''),
  relationship: 'partner',
  role: 'both',
  ...fields,
});

test('only the relationship and the side need an answer', () => {
  expect(problemsOf(answers())).toBeNull();
  expect(problemsOf(answersOf(undefined, ''))).toEqual({
    relationship: expect.any(String),
    role: expect.any(String),
  });
});

test.each(['', ' ', 'M.', '李小龍', 'Ünal 💛‍🩹', 'مريم', 'é'.repeat(500)])(
  'a name can be “%s”',
  name => {
    const journey = journeyIn(answers({ personName: name }));
    expect(NewJourney.safeParse(journey).error).toBeUndefined();
    expect(journey?.personName).toBe(name.trim());
  },
);

test('a name that is too long is named with its length, and is not cut', () => {
  const problems = problemsOf(answers({ personName: 'x'.repeat(501), myName: 'y'.repeat(502) }));
  expect(problems?.personName).toMatch(/500.*501/);
  expect(problems?.myName).toMatch(/500.*502/);
});

test('a day that is none has to be mended; no day is an answer', () => {
  expect(journeyIn(answers({ startedOn: '2026-05-17' }))?.startedOn).toBe('2026-05-17');
  expect(journeyIn(answers())?.startedOn).toBeNull();
  for (const wrong of [{ startedOn: '2026-02-31' }, { hasBadDay: true }]) {
    expect(Object.keys(problemsOf(answers(wrong)) ?? {})).toEqual(['startedOn']);
    expect(journeyIn(answers(wrong))).toBeUndefined();
  }
});

test('the same breaches in another order are no change', () => {
  const first = answers({ breaches: ['deceit', 'infidelity'] });
  expect(hasChanged(answers({ breaches: ['infidelity', 'deceit'] }), first)).toBe(false);
  expect(hasChanged(answers({ breaches: ['deceit'] }), first)).toBe(true);
});

test('whatever was answered so far is a journey, for a lock that can not ask', () => {
  const first = answersOf(undefined, '');
  const typed = { ...first, personName: 'n'.repeat(600), startedOn: '2026-02-31', hasBadDay: true };
  const journey = journeyIn(asFarAsKnown(typed, first));
  expect(NewJourney.safeParse(journey).error).toBeUndefined();
  expect(journey).toMatchObject({ personName: 'n'.repeat(500), role: 'both', startedOn: null });
});
