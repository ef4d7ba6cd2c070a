import { useEffect, useRef } from 'react';
import { keepChangesWords } from '../words/journeys.ts';
import { Button } from './Button.tsx';
import styles from './KeepChanges.module.css';

interface KeepChangesProps {
  /** The words of the button that keeps the changes. */
  readonly keep: string;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onGoOn: () => void;
}

/** Stands in the place of a form's buttons when it would be closed with changes in it. */
export function KeepChanges({ keep, onKeep, onDiscard, onGoOn }: KeepChangesProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={styles['bar']}>
      <p className={styles['question']} role="alert">
        {keepChangesWords.question}
      </p>
      <Button variant="danger" onClick={onDiscard}>
        {keepChangesWords.discard}
      </Button>
      <Button onClick={onGoOn}>{keepChangesWords.goOn}</Button>
      <Button ref={first} variant="primary" onClick={onKeep}>
        {keep}
      </Button>
    </div>
  );
}
