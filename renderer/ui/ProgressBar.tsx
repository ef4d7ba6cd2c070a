import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  /** What is under way, for those who do not see the bar. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far something is that takes more than a moment. */
export const ProgressBar = ({ label, done, total }: ProgressBarProps) => (
  <progress
    className={styles['bar']}
    aria-label={label}
    value={done}
    // Nothing is known yet of how much there is.
    max={Math.max(1, total)}
  />
);
