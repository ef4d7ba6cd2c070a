import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/feelings.ts';
import type { Choosing } from './choosing.ts';
import type { WheelPlace } from './drawing.ts';
import { Meaning } from './Meaning.tsx';
import styles from './SmallWheel.module.css';
import type { WheelWord } from './vocabulary.ts';
import { Wheel } from './Wheel.tsx';

interface SmallWheelProps {
  readonly choosing: Choosing;
  readonly place: WheelPlace;
  readonly onPlace: (place: WheelPlace) => void;
}

/** The wheel where there is little room: first its eight parts, then the one that was opened. */
export function SmallWheel({ choosing, place, onPlace }: SmallWheelProps) {
  const [pointed, setPointed] = useState<WheelWord | null>(null);
  const shown = pointed ?? (place.isOpen ? place.word : null);
  return (
    <div className={styles['small']}>
      {place.isOpen && (
        <div className={styles['back']}>
          <Button
            size="small"
            variant="quiet"
            icon="back"
            onClick={() => {
              setPointed(null);
              onPlace({ word: place.word, isOpen: false });
            }}
          >
            {words.wheel.back}
          </Button>
        </div>
      )}
      <div className={styles['wheel']}>
        <Wheel
          size="parts"
          place={place}
          onPlace={onPlace}
          choosing={choosing}
          onPoint={setPointed}
        />
      </div>
      <Meaning word={shown} />
    </div>
  );
}
