import { z } from 'zod';
import { Document } from './document.ts';
import { EntryId } from './ids.ts';

/** Sixteen random bytes in hex: an id is never given twice, so none can come to mean another text. */
export const RevisionId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'RevisionId'>();
export type RevisionId = z.infer<typeof RevisionId>;

export const REVISION_REASONS = [
  /** While someone wrote, about once a minute. */
  'interval',
  /** Most of the text was about to be removed. */
  'shrink',
  /** It could not be saved over a newer text. */
  'conflict',
  /** As it was before someone went on with it on another day. */
  'day',
  /** As it was when it was left. */
  'close',
  /** An earlier text was about to take its place. */
  'restore',
] as const;
export const RevisionReason = z.enum(REVISION_REASONS);
export type RevisionReason = z.infer<typeof RevisionReason>;

/** What a list shows of a text that was kept. */
export const RevisionSummary = z.strictObject({
  id: RevisionId,
  entryId: EntryId,
  reason: RevisionReason,
  title: z.string(),
  /** null for one that an older version of the app kept. */
  wordCount: z.int().nonnegative().nullable(),
  /** Epoch milliseconds. */
  keptAt: z.int(),
});
export type RevisionSummary = z.infer<typeof RevisionSummary>;

/** An earlier text of an entry, or one that was written in another copy. It never changes. */
export const Revision = RevisionSummary.extend({ document: Document });
export type Revision = z.infer<typeof Revision>;
