import { useSuspenseQuery } from '@tanstack/react-query';
import type { Journey } from '#shared/domain/journey.ts';
import { queries } from '../../api/queries.ts';

/** All journeys, the archived ones too. They were read before the first letter could be opened. */
export const useJourneys = (): readonly Journey[] => useSuspenseQuery(queries.journeys).data;
