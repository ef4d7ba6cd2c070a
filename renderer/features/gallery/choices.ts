import { templates } from '#shared/content/templates.ts';
import type { Role } from '#shared/domain/journey.ts';
import type { Template } from '#shared/domain/template.ts';

/** A template, or `null` for the blank page. */
export type Choice = Template | null;

/** The blank page first, then what fits the person's side, then the rest. */
export function choicesFor(role: Role | undefined): readonly Choice[] {
  const fits = (template: Template) =>
    role === undefined || role === 'both' || template.roles.includes(role);
  return [null, ...templates.filter(fits), ...templates.filter(template => !fits(template))];
}

/** The first choice after the current one whose title begins with what was typed; round the end. */
export function nextByTitle(titles: readonly string[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  // While one word is being typed the current choice may stay; a single letter moves on.
  const first = typed.length > 1 ? from : from + 1;
  const order = titles.map((_, index) => (first + index) % titles.length);
  return order.find(index => titles[index]?.toLocaleLowerCase().startsWith(wanted)) ?? from;
}
