import { findTemplate } from '#shared/content/templates.ts';
import { areaIdOf, IMPACT_LETTER, isArea } from '#shared/domain/impact-map.ts';
import type { NewSection, SectionOutline } from '../../editor/handle.ts';
import { AREA_PROMPTS, panelWords } from '../../words/panel.ts';

/** A part of life that may have been touched. */
export interface Area {
  readonly name: string;
  readonly sectionId: string;
}

/** The areas, as the impact letter lists them. */
export const areas: readonly Area[] = (
  findTemplate(IMPACT_LETTER)?.sections.find(({ id }) => id === 'areas')?.items ?? []
).map(name => ({ name, sectionId: areaIdOf(name) }));

/** The section of an area that is added to the map, with a gentle question. */
export function sectionOf({ name, sectionId }: Area): NewSection {
  const { prompt, hint, starter } = panelWords.areas;
  return { sectionId, heading: name, hint, prompt, starter, ...AREA_PROMPTS[sectionId] };
}

/** Whether an area of the map has words in it, so that a letter can be made of it. */
export const hasWrittenArea = (outline: readonly SectionOutline[]): boolean =>
  outline.some(section => isArea(section) && !section.isBlank);
