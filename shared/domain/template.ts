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

export const Template = z.strictObject({
  id: TemplateId,
  title: z.string().min(1),
  step: z.int().min(1).max(5),
  roles: z.array(z.enum(['caused-harm', 'was-hurt'])).min(1),
  kind: TemplateKind,
  purpose: z.string().min(1),
  whenToUse: z.string().min(1),
  caution: z.string().optional(),
  minutes: z.int().positive(),
  sections: z.array(SectionSpec).min(1),
});
export type Template = z.infer<typeof Template>;
