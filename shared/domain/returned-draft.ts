import { z } from 'zod';
import { Day } from './day.ts';
import { EntryId } from './ids.ts';

/** Words that could not be saved, were kept beside the vault, and are in it now. */
export const ReturnedDraft = z.strictObject({
  id: EntryId,
  /** '' while the letter is sealed. */
  title: z.string(),
  sealedUntil: Day.nullable(),
  /** They are the letter's text now, or are kept beside a text that is newer. */
  as: z.enum(['text', 'version']),
});
export type ReturnedDraft = z.infer<typeof ReturnedDraft>;
