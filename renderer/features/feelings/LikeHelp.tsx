import { words } from '../../words/feelings.ts';
import { Begin } from './Begin.tsx';
import styles from './Panel.module.css';

interface LikeHelpProps {
  readonly line: string;
  readonly onBegin: (text: string) => void;
}

/** Help to ask for something that can be answered with yes or no. */
export function LikeHelp({ line, onBegin }: LikeHelpProps) {
  return (
    <>
      {line.trim() === '' && (
        <Begin label={words.like.openings} openings={words.like.begin} onBegin={onBegin} />
      )}
      <ul className={styles['points']}>
        {words.like.points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}
