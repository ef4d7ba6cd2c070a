import { z } from 'zod';
import { JourneyId } from './ids.ts';

export const Relationship = z.enum(['partner', 'family', 'friend', 'other']);
export type Relationship = z.infer<typeof Relationship>;

export const Role = z.enum(['caused-harm', 'was-hurt', 'both']);
export type Role = z.infer<typeof Role>;

/** One relationship under repair, seen from the person who writes. */
export const Journey = z.strictObject({
  id: JourneyId,
  personName: z.string().max(500),
  relationship: Relationship,
  role: Role,
  /** Epoch milliseconds. */
  createdAt: z.int().nonnegative(),
});
export type Journey = z.infer<typeof Journey>;

export const NewJourney = Journey.pick({ personName: true, relationship: true, role: true });
export type NewJourney = z.infer<typeof NewJourney>;
