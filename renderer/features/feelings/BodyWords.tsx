import { useState } from 'react';
import { words } from '../../words/feelings.ts';
import { capital } from './capital.ts';
import { bodyGroups, bodyPlaces, sensationsIn } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';
import styles from './Finder.module.css';

/** Feelings that may come with what the body does, place by place. */
export function BodyWords({ choosing }: { readonly choosing: Choosing }) {
  const [place, setPlace] = useState(bodyPlaces[0] ?? '');
  return (
    <>
      <p className={styles['lead']}>{words.body.lead}</p>
      <div className={styles['places']} role="group" aria-label={words.body.places}>
        {bodyPlaces.map(each => (
          <button
            key={each}
            type="button"
            className={styles['place']}
            aria-pressed={each === place}
            onClick={() => setPlace(each)}
          >
            {capital(each)}
          </button>
        ))}
      </div>
      <ChoiceList
        key={place}
        label={words.body.label}
        layout="chips"
        groups={bodyGroups(sensationsIn(place))}
        isChosen={choosing.isChosen}
        onChoose={choosing.choose}
      />
    </>
  );
}
