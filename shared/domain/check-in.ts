import { z } from 'zod';
import { EntrySummary } from './entry.ts';
import { STRENGTHS } from './feeling.ts';

/** A scale on which something was chosen. */
export const Rating = z.strictObject({
  /** The heading of its section, or ''. */
  heading: z.string(),
  value: z.int(),
  min: z.int(),
  max: z.int(),
  minLabel: z.string(),
  maxLabel: z.string(),
});
export type Rating = z.infer<typeof Rating>;

export const WrittenFeeling = z.strictObject({
  word: z.string(),
  strength: z.enum(STRENGTHS).nullable(),
});

/** A check-in as the long view shows it. */
export const CheckIn = z.strictObject({
  entry: EntrySummary,
  ratings: z.array(Rating),
  feelings: z.array(WrittenFeeling),
});
export type CheckIn = z.infer<typeof CheckIn>;
