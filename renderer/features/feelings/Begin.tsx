import { Button } from '../../ui/Button.tsx';
import styles from './Panel.module.css';

interface BeginProps {
  readonly label: string;
  /** The first words of a line, with the blank that follows them. */
  readonly openings: readonly string[];
  readonly onBegin: (text: string) => void;
}

/** First words for a line in which nothing is written yet; the caret then stands behind them. */
export function Begin({ label, openings, onBegin }: BeginProps) {
  return (
    <div className={styles['openings']} role="group" aria-label={label}>
      {openings.map(opening => (
        <Button key={opening} size="small" onClick={() => onBegin(opening)}>
          {`${opening.trim()} …`}
        </Button>
      ))}
    </div>
  );
}
