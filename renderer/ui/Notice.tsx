import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A gentle note or a caution, beside what it is about. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return <div className={styles['notice']}>{children}</div>;
}
