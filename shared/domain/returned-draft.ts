import { z } from 'zod';
import { EntryId } from './ids.ts';

/** Words that could not be saved, were kept beside the vault, and are in it now. */
export const ReturnedDraft = z.strictObject({
  id: EntryId,
  title: z.string(),
  /** They are the letter's text now, or are kept beside a text that is newer. */
  as: z.enum(['text', 'version']),
});
export type ReturnedDraft = z.infer<typeof ReturnedDraft>;
