import styles from './SmallWheel.module.css';
import type { WheelWord } from './vocabulary.ts';
import { words } from '../../words/feelings.ts';

/** A word and what it means, for the eye: on the wheel each word is read out with its meaning. */
export function Meaning({ word }: { readonly word: WheelWord | null }) {
  return (
    <p className={styles['meaning']} aria-hidden>
      {word === null ? (
        words.wheel.pointAt
      ) : (
        <>
          <strong>{word.label}</strong> {word.definition}
        </>
      )}
    </p>
  );
}
