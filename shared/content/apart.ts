import type { Journey } from '../domain/journey.ts';
import { breaches } from './steps.ts';

/**
 * Why the two of a journey should not write together: what the guide says of each breach in it that
 * can leave a person afraid. Empty where nothing speaks against it.
 */
export const whyApart = (journey: Pick<Journey, 'breaches'> | undefined): readonly string[] =>
  breaches
    .filter(({ id, apart }) => apart === true && journey?.breaches.includes(id))
    .map(({ note }) => note);
