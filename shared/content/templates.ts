import { z } from 'zod';
import { Template } from '../domain/template.ts';
import type { TemplateId } from '../domain/ids.ts';
import shipped from './templates.json' with { type: 'json' };

/** Every template whose sections the editor can show today, in the order of the shipped file. */
const OFFERED = ['acknowledgment-letter', 'short-acknowledgment', 'impact-letter'];

/** Validated at start: a template that does not fit its schema stops the build's tests, by name. */
export const templates: readonly Template[] = z
  .array(Template)
  .parse(shipped)
  .filter(template => OFFERED.includes(template.id));

/** The template with this id, or undefined when no such template is offered. */
export const findTemplate = (id: TemplateId): Template | undefined =>
  templates.find(template => template.id === id);
