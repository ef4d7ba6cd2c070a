import type { ReactNode } from 'react';
import styles from './Fold.module.css';
import { Icon } from './Icon.tsx';

interface FoldProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What most people never need: it waits closed behind a word. */
export function Fold({ label, children }: FoldProps) {
  return (
    <details className={styles['fold']}>
      <summary className={styles['summary']}>
        <span className={styles['chevron']}>
          <Icon name="right" size={15} />
        </span>
        {label}
      </summary>
      {children}
    </details>
  );
}
