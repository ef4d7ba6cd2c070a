import { z } from 'zod';

/** Ids are random UUIDs; the brands keep one kind from being used as another. */
export const EntryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

export const JourneyId = z.uuid().brand<'JourneyId'>();
export type JourneyId = z.infer<typeof JourneyId>;

/** The id of a shipped template, as in `shared/content/templates.json`: kebab-case words. */
export const TemplateId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64)
  .brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
