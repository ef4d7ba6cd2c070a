import { z } from 'zod';
import { Day } from './day.ts';
import { Document } from './document.ts';
import { EntryId, JourneyId, TemplateId } from './ids.ts';
import { StepNumber, TemplateKind } from './template.ts';

/** What an entry is: one of the templates' kinds, or free writing. */
export const EntryKind = z.enum([...TemplateKind.options, 'journal']);
export type EntryKind = z.infer<typeof EntryKind>;

const Title = z.string().max(500);
const epochMs = z.int().nonnegative();

/** One piece of writing, whole. */
export const Entry = z.strictObject({
  id: EntryId,
  kind: EntryKind,
  journeyId: JourneyId.nullable(),
  templateId: TemplateId.nullable(),
  /** The step of the guide that it was begun for; it stays when the template changes or goes. */
  step: StepNumber.nullable(),
  title: Title,
  writtenOn: Day,
  document: Document,
  /** Grows by one with every save. */
  version: z.int().positive(),
  createdAt: epochMs,
  updatedAt: epochMs,
});
export type Entry = z.infer<typeof Entry>;

/** What a list shows of an entry. */
export const EntrySummary = Entry.omit({ document: true, version: true }).extend({
  /** The first words of the writer's own text that are for everyone, at most 160 characters. */
  excerpt: z.string(),
  wordCount: z.int().nonnegative(),
  /**
   * The day to which it is sealed, while it is: then title and excerpt are empty, and the number of
   * words is 0. null for any other.
   */
  sealedUntil: Day.nullable(),
});
export type EntrySummary = z.infer<typeof EntrySummary>;

/** `templateId: null` starts a blank page. */
export const NewEntry = z.strictObject({
  templateId: TemplateId.nullable(),
  journeyId: JourneyId.nullable(),
});
export type NewEntry = z.infer<typeof NewEntry>;

/** What the editor sends to be saved. */
export const Draft = z.strictObject({
  id: EntryId,
  /** The version the edit began from; a different stored version is never overwritten. */
  baseVersion: z.int().positive(),
  /** Counts the editor's changes; comes back with the acknowledgement. */
  seq: z.int().nonnegative(),
  title: Title,
  writtenOn: Day,
  document: Document,
  /** The last change was made by the person; without this, a text that is gone at once replaces no other. */
  byHand: z.literal(true).optional(),
});
export type Draft = z.infer<typeof Draft>;

/** Sent only after the commit is on disk. */
export const DraftSaved = z.strictObject({
  seq: z.int().nonnegative(),
  version: z.int().positive(),
  /** Epoch milliseconds. */
  savedAt: epochMs,
  wordCount: z.int().nonnegative(),
});
export type DraftSaved = z.infer<typeof DraftSaved>;

/** A run of text in a search snippet; `hit` marks the words that were found. */
export const SnippetPart = z.strictObject({ text: z.string(), hit: z.boolean() });

export const SearchHit = z.strictObject({
  entry: EntrySummary,
  snippet: z.array(SnippetPart),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** For sorting: the newest day first, and within a day what was begun last. */
export const byNewest = (
  a: Pick<EntrySummary, 'writtenOn' | 'createdAt'>,
  b: Pick<EntrySummary, 'writtenOn' | 'createdAt'>,
): number => {
  if (a.writtenOn === b.writtenOn) return b.createdAt - a.createdAt;
  return a.writtenOn < b.writtenOn ? 1 : -1;
};
