import type { Journey } from '#shared/domain/journey.ts';
import { words } from './en.ts';

/** What a journey is called: the name of the person, or what they are to the writer. */
export const journeyName = ({
  personName,
  relationship,
}: Pick<Journey, 'personName' | 'relationship'>): string =>
  personName.trim() || words.journey.relationships[relationship];
