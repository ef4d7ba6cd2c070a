import { areaIdOf, IMPACT_LETTER } from '../domain/impact-map.ts';
import { findTemplate } from './templates.ts';

/** A part of life that may have been touched. */
export interface Area {
  readonly name: string;
  /** Of its section in an impact map. */
  readonly sectionId: string;
}

/** The areas that an impact map offers, as the impact letter of templates.json lists them. */
export const impactAreas: readonly Area[] = (
  findTemplate(IMPACT_LETTER)?.sections.find(({ id }) => id === 'areas')?.items ?? []
).map(name => ({ name, sectionId: areaIdOf(name) }));
