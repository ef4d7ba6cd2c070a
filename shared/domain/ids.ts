import { z } from 'zod';

/** Ids are random UUIDs; the brands keep one kind from being used as another. */
export const EntryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

export const JourneyId = z.uuid().brand<'JourneyId'>();
export type JourneyId = z.infer<typeof JourneyId>;

/** The SHA-256 of a picture's bytes, in hex: the same picture twice is stored once. */
export const PictureId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PictureId'>();
export type PictureId = z.infer<typeof PictureId>;

/** A shipped template's id is kebab-case words, as in `shared/content/templates.json`; an own one's a UUID. */
export const TemplateId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64)
  .brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
