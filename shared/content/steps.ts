import { z } from 'zod';
import { Breach as BreachId } from '../domain/journey.ts';
import { parseContent } from './parse-content.ts';
import shipped from './steps.json' with { type: 'json' };

/** A text for each of the two sides. */
const bySide = <T extends z.ZodType>(text: T) =>
  z.object({ 'caused-harm': text, 'was-hurt': text });

const Step = z.object({
  id: z.int().min(1).max(5),
  title: z.string(),
  shortTitle: z.string(),
  summary: z.string(),
  explanation: bySide(z.string()),
  marks: bySide(z.array(z.string())),
  watchFor: bySide(z.array(z.string())),
  templates: bySide(z.array(z.string())),
});
export type Step = z.infer<typeof Step>;

const Breach = z.object({
  id: BreachId,
  title: z.string(),
  explanation: z.string(),
  templates: bySide(z.array(z.string())),
  extraPrompts: bySide(z.array(z.string())),
  /** The two should not write together, nor hand each other letters: `note` says so. */
  apart: z.literal(true).optional(),
  note: z.string(),
});
export type Breach = z.infer<typeof Breach>;

const RelationshipNote = z.object({
  id: z.enum(['partner', 'family', 'friend']),
  title: z.string(),
  explanation: z.string(),
  prompts: bySide(z.array(z.string())),
  caution: z.string(),
});

const ContactsSection = z.object({
  id: z.literal('contacts'),
  heading: z.string(),
  body: z.array(z.string()),
  fields: z.array(
    z.object({
      id: z.enum(['name', 'for', 'reach', 'when', 'note']),
      label: z.string(),
      placeholder: z.string(),
    }),
  ),
  empty: z.string(),
  addButton: z.string(),
});

const HelpSection = z.looseObject({
  id: z.string(),
  heading: z.string(),
  body: z.array(z.string()),
  list: z.array(z.string()).optional(),
  after: z.string().optional(),
});

const LimitsSection = z.object({ heading: z.string(), body: z.string() });

const Steps = z.object({
  marksIntro: bySide(z.string()),
  watchIntro: z.string(),
  roleNote: z.object({ 'caused-harm': z.string(), 'was-hurt': z.string(), both: z.string() }),
  stepsNote: z.string(),
  steps: z.array(Step).length(5),
  breaches: z.array(Breach).length(BreachId.options.length),
  relationships: z.array(RelationshipNote),
  safety: z.object({
    helpPage: z.object({ title: z.string(), intro: z.string(), sections: z.array(HelpSection) }),
    limitsPage: z.object({
      title: z.string(),
      intro: z.string(),
      sections: z.array(LimitsSection),
      footer: z.string(),
    }),
  }),
});

const guide = parseContent('steps.json', Steps, shipped);

/** The five steps of the guide, in their usual order. */
export const steps: readonly Step[] = guide.steps;

/** What introduces the two lists of a step, and what each role means. */
export const { marksIntro, watchIntro, roleNote, stepsNote } = guide;

/** The kinds of breach, and what is particular about each relationship. */
export const { breaches, relationships } = guide;

/** The words of the page on which the person keeps contacts of their own. */
export const contactsPage = parseContent(
  'steps.json: safety.helpPage',
  ContactsSection,
  guide.safety.helpPage.sections.find(section => section.id === 'contacts'),
);

/** A page that can be read at any time, locked or not. */
export interface SafetyPage {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly body: readonly string[];
    readonly list?: readonly string[] | undefined;
    readonly after?: string | undefined;
  }[];
  readonly footer?: string;
}

const { helpPage, limitsPage } = guide.safety;

/** "Help and support" and "Honest limits". Personal contacts are not part of it: they need the vault. */
export const safetyPages: readonly SafetyPage[] = [
  { ...helpPage, sections: helpPage.sections.filter(section => section.id !== 'contacts') },
  {
    ...limitsPage,
    sections: limitsPage.sections.map(({ heading, body }) => ({ heading, body: [body] })),
  },
];
