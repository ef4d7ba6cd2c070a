import { z } from 'zod';
import { Template } from '../domain/template.ts';
import type { TemplateId } from '../domain/ids.ts';
import { parseContent } from './parse-content.ts';
import shipped from './templates.json' with { type: 'json' };
import type { steps } from './steps.ts';

/** The shipped templates, in the order of their file. One that does not fit its schema stops the build, by name. */
export const templates: readonly Template[] = parseContent(
  'templates.json',
  z.array(Template),
  shipped,
);

const byId = new Map(templates.map(template => [template.id, template]));

/** The shipped template with this id, or undefined. */
export const findTemplate = (id: TemplateId): Template | undefined => byId.get(id);

/** The templates that a step offers to one side, in the order in which the guide names them. */
export const templatesOf = (
  step: (typeof steps)[number],
  side: keyof (typeof step)['templates'],
): readonly Template[] =>
  step.templates[side].flatMap(id => templates.find(template => template.id === id) ?? []);
