import type { Area } from '#shared/content/impact-areas.ts';
import { isArea } from '#shared/domain/impact-map.ts';
import type { NewSection, SectionOutline } from '../../editor/handle.ts';
import { AREA_PROMPTS, panelWords } from '../../words/panel.ts';

/** The section of an area that is added to the map, with a gentle question. */
export function sectionOf({ name, sectionId }: Area): NewSection {
  const { prompt, hint, starter } = panelWords.areas;
  return { sectionId, heading: name, hint, prompt, starter, ...AREA_PROMPTS[sectionId] };
}

/** Whether an area of the map has words in it, so that a letter can be made of it. */
export const hasWrittenArea = (outline: readonly SectionOutline[]): boolean =>
  outline.some(section => isArea(section) && !section.isBlank);
