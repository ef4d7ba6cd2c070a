import { z } from 'zod';
import { Day } from './day.ts';
import { JourneyId } from './ids.ts';
import type { Side } from './template.ts';

export const Relationship = z.enum(['partner', 'family', 'friend', 'other']);
export type Relationship = z.infer<typeof Relationship>;

export const Role = z.enum(['caused-harm', 'was-hurt', 'both']);
export type Role = z.infer<typeof Role>;

/** The kinds of breach of `shared/content/steps.json`. */
export const Breach = z.enum([
  'infidelity',
  'deceit',
  'broken-promises',
  'withholding',
  'neglect-abuse',
]);
export type Breach = z.infer<typeof Breach>;

/** One relationship under repair, seen from the person who writes. */
export const Journey = z.strictObject({
  id: JourneyId,
  personName: z.string().max(500),
  relationship: Relationship,
  role: Role,
  breaches: z.array(Breach).max(Breach.options.length),
  /** The day on which the person counts it as begun; null when they did not say. */
  startedOn: Day.nullable(),
  /** Put away, and still there: epoch milliseconds, or null. */
  archivedAt: z.int().nonnegative().nullable(),
  /** Epoch milliseconds. */
  createdAt: z.int().nonnegative(),
});
export type Journey = z.infer<typeof Journey>;

const said = Journey.pick({ personName: true, relationship: true, role: true });

export const NewJourney = said.extend({
  breaches: Journey.shape.breaches.default([]),
  startedOn: Journey.shape.startedOn.default(null),
});
export type NewJourney = z.infer<typeof NewJourney>;

/** What can be said anew of a journey. No text ever depends on it. */
export const JourneyEdit = said.extend({
  id: JourneyId,
  breaches: Journey.shape.breaches,
  startedOn: Journey.shape.startedOn,
});
export type JourneyEdit = z.infer<typeof JourneyEdit>;

/** The sides that a role looks from: its own, or both. */
export const sidesOf = (role: Role): readonly Side[] =>
  role === 'both' ? ['caused-harm', 'was-hurt'] : [role];
