import { useState, type ReactNode } from 'react';
import type { Journey } from '#shared/domain/journey.ts';
import { useCurrentJourney } from '../api/queries.ts';
import { journeyName } from '../words/journey-name.ts';
import { Segments } from './Segments.tsx';

interface Whose {
  /** The journey that is listed; undefined for all. */
  readonly journey: Journey | undefined;
  /** What chooses it, where there is something to choose. */
  readonly choice: ReactNode;
}

/** Whether a page lists what belongs to the current journey, or all. */
export function useWhose(words: { readonly whose: string; readonly all: string }): Whose {
  const current = useCurrentJourney();
  const [chosen, setChosen] = useState<'journey' | 'all'>('journey');
  return {
    journey: chosen === 'journey' ? current : undefined,
    choice: current !== undefined && (
      <Segments
        label={words.whose}
        value={chosen}
        options={[
          { value: 'journey', label: journeyName(current) },
          { value: 'all', label: words.all },
        ]}
        onChange={setChosen}
      />
    ),
  };
}
