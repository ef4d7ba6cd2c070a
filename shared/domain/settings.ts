import { z } from 'zod';
import { JourneyId } from './ids.ts';

/** What the vault remembers about how the person likes it. `Settings.parse({})` is always valid. */
export const Settings = z.strictObject({
  /** The journey whose name and role the app shows. */
  currentJourneyId: JourneyId.nullable().default(null),
  /** Whether the question "who is this about" was answered or skipped. */
  introduced: z.boolean().default(false),
  /** Whether a new letter shows its prompts. */
  showPrompts: z.boolean().default(true),
  printHeadings: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsPatch = z.strictObject({
  currentJourneyId: JourneyId.nullable().optional(),
  introduced: z.boolean().optional(),
  showPrompts: z.boolean().optional(),
  printHeadings: z.boolean().optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;
