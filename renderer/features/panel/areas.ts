import { findTemplate } from '#shared/content/templates.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import type { NewSection, SectionOutline } from '../../editor/handle.ts';
import { AREA_PROMPTS, panelWords } from '../../words/panel.ts';

export const IMPACT_MAP = TemplateId.parse('impact-map');

/** A part of life that may have been touched. */
export interface Area {
  readonly name: string;
  readonly sectionId: string;
}

/** "Closeness and touch" is the section "area-closeness-and-touch". */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The areas, as the impact letter lists them. */
export const areas: readonly Area[] = (
  findTemplate(TemplateId.parse('impact-letter'))?.sections.find(({ id }) => id === 'areas')
    ?.items ?? []
).map(name => ({ name, sectionId: `area-${slugOf(name)}` }));

/** The section of an area that is added to the map, with a gentle question. */
export function sectionOf({ name, sectionId }: Area): NewSection {
  const { prompt, hint, starter } = panelWords.areas;
  return { sectionId, heading: name, hint, prompt, starter, ...AREA_PROMPTS[slugOf(name)] };
}

/** Whether an area of the map has words in it, so that a letter can be made of it. */
export const hasWrittenArea = (outline: readonly SectionOutline[]): boolean =>
  outline.some(({ sectionId, isBlank }) => sectionId.startsWith('area-') && !isBlank);
