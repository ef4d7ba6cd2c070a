import { z } from 'zod';
import { TemplateId } from './ids.ts';

export const SectionType = z.enum([
  'text',
  'feeling-statement',
  'checklist',
  'commitments',
  'scale',
  'date',
  'feelings',
  'points',
]);
export type SectionType = z.infer<typeof SectionType>;

/** The part of an acknowledgment that a section carries; see `shared/content/README.md`. */
export const Element = z.enum([
  'regret',
  'account',
  'ownership',
  'impact',
  'change',
  'repair',
  'request',
]);

/** One section of a template: what stands above the writing, never the writing itself. */
export const SectionSpec = z.strictObject({
  id: z.string().min(1).max(64),
  heading: z.string().min(1),
  prompt: z.string(),
  hint: z.string(),
  starter: z.string().optional(),
  type: SectionType,
  /** Marks what the template is for. It never blocks saving. */
  required: z.boolean(),
  /** Stays out of every shared or printed copy. */
  private: z.boolean().optional(),
  element: Element.optional(),
  items: z.array(z.string().min(1)).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  minLabel: z.string().optional(),
  maxLabel: z.string().optional(),
});
export type SectionSpec = z.infer<typeof SectionSpec>;

export const TemplateKind = z.enum([
  'letter',
  'statement',
  'agreement',
  'plan',
  'check-in',
  'reflection',
  'checklist',
]);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** A step of the guide, 1 to 5. */
export const StepNumber = z.int().min(1).max(5);

/** The side of it that a template speaks from. */
export const Side = z.enum(['caused-harm', 'was-hurt']);
export type Side = z.infer<typeof Side>;

export const Template = z.strictObject({
  id: TemplateId,
  title: z.string().min(1),
  step: StepNumber,
  roles: z.array(Side).min(1),
  kind: TemplateKind,
  purpose: z.string().min(1),
  whenToUse: z.string().min(1),
  caution: z.string().optional(),
  /** It is written or used by both together. */
  joint: z.literal(true).optional(),
  minutes: z.int().positive(),
  sections: z.array(SectionSpec).min(1),
});
export type Template = z.infer<typeof Template>;

/**
 * The room that the vault has for each text of an own template. The form asks for less; a lock can
 * not ask, and keeps what was typed as far as there is room here.
 */
export const OWN_TEMPLATE_ROOM = {
  name: 5_000,
  text: 100_000,
  label: 2_000,
  item: 10_000,
  items: 2_000,
  sections: 1_000,
} as const;

const ROOM = OWN_TEMPLATE_ROOM;

const ownText = (most: number) => z.string().max(most);

/** A section of the person's own template. Its heading may be left empty. */
export const OwnSection = z.strictObject({
  id: z.string().min(1).max(64),
  heading: ownText(ROOM.name),
  prompt: ownText(ROOM.text),
  hint: ownText(ROOM.text),
  starter: ownText(ROOM.text),
  type: SectionType,
  private: z.boolean(),
  items: z.array(ownText(ROOM.item)).max(ROOM.items),
  min: z.int().min(0).max(100),
  max: z.int().min(1).max(100),
  minLabel: ownText(ROOM.label),
  maxLabel: ownText(ROOM.label),
});
export type OwnSection = z.infer<typeof OwnSection>;

/** What the person says of a template of their own. */
export const OwnTemplateDraft = z.strictObject({
  title: ownText(ROOM.name).refine(title => title.trim() !== '', 'a template has a name'),
  /** null when it belongs to no step. */
  step: StepNumber.nullable(),
  kind: z.enum([...TemplateKind.options, 'journal']),
  purpose: ownText(ROOM.text),
  sections: z.array(OwnSection).max(ROOM.sections),
});
export type OwnTemplateDraft = z.infer<typeof OwnTemplateDraft>;

/** A template that the person made. */
export const OwnTemplate = OwnTemplateDraft.extend({
  /** A UUID, which is never the id of a shipped template. */
  id: TemplateId,
  createdAt: z.int().nonnegative(),
  updatedAt: z.int().nonnegative(),
});
export type OwnTemplate = z.infer<typeof OwnTemplate>;
