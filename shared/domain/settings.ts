import { z } from 'zod';
import { JourneyId } from './ids.ts';
import { PrintOptions } from './print.ts';

const line = z.string().max(1000);

/** Someone the person would want in a hard moment. The fields are those of the help page. */
export const Contact = z.strictObject({
  name: line,
  for: line,
  reach: line,
  when: line,
  note: line,
});
export type Contact = z.infer<typeof Contact>;

/** Minutes without a key or the mouse after which the vault locks by itself. */
export const LockAfter = z.int().min(1).max(120);
export const DEFAULT_LOCK_AFTER = 5;

const contacts = z.array(Contact).max(50);
const myName = z.string().max(500);

/** What the vault remembers about how the person likes it. `Settings.parse({})` is always valid. */
export const Settings = z.strictObject({
  /** The journey whose name and role the app shows. */
  currentJourneyId: JourneyId.nullable().default(null),
  /** Whether the question "who is this about" was answered or skipped. */
  introduced: z.boolean().default(false),
  /** Whether a new letter shows its prompts. */
  showPrompts: z.boolean().default(true),
  printHeadings: z.boolean().default(false),
  /** How letters were last laid out on paper; null before the first choice. */
  printOptions: PrintOptions.nullable().default(null),
  /** What stands for "{my name}" in templates. */
  myName: myName.default(''),
  contacts: contacts.default([]),
  /** Null: it never locks by itself while the computer is awake. */
  lockAfterMinutes: LockAfter.nullable().default(DEFAULT_LOCK_AFTER),
  /** When the question whether the recovery code can still be found was last put aside. */
  recoveryAskedAt: z.int().nonnegative().nullable().default(null),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsPatch = z.strictObject({
  currentJourneyId: JourneyId.nullable().optional(),
  introduced: z.boolean().optional(),
  showPrompts: z.boolean().optional(),
  printHeadings: z.boolean().optional(),
  printOptions: PrintOptions.nullable().optional(),
  myName: myName.optional(),
  contacts: contacts.optional(),
  lockAfterMinutes: LockAfter.nullable().optional(),
  recoveryAskedAt: z.int().nonnegative().nullable().optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;
