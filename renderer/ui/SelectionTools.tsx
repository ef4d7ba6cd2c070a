import type { ReactNode } from 'react';
import { selectingWords } from '../words/selecting.ts';
import { Button } from './Button.tsx';
import styles from './SelectionTools.module.css';
import type { Selecting } from './use-selection.ts';

interface SelectionToolsProps<T> {
  readonly selecting: Selecting<T>;
  /** What can be done with what is selected. */
  readonly children: ReactNode;
}

/** How many rows are selected, and what can be done with them; it stands above the list. */
export function SelectionTools<T>({ selecting, children }: SelectionToolsProps<T>) {
  return (
    <>
      <p role="status" className={styles['count']}>
        {selectingWords.count(selecting.chosen.length)}
      </p>
      <Button variant="quiet" onClick={selecting.selectAll}>
        {selectingWords.all}
      </Button>
      {children}
      <Button onClick={selecting.end}>{selectingWords.done}</Button>
    </>
  );
}
