import { partsOf } from './finding.ts';
import styles from './Palette.module.css';

interface MarkedProps {
  readonly text: string;
  readonly words: readonly string[];
}

/** A text with the words marked that were typed. */
export function Marked({ text, words }: MarkedProps) {
  return partsOf(text, words).map((part, index) =>
    part.isHit ? (
      <mark key={index} className={styles['mark']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
