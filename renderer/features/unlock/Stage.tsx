import type { ReactNode } from 'react';
import { Leaf } from '../../ui/Leaf.tsx';
import { words } from '../../words/en.ts';
import styles from './Stage.module.css';

/** The quiet middle of the locked window: the sign, the name, and what there is to do. */
export function Stage({ lead, children }: { readonly lead: string; readonly children: ReactNode }) {
  return (
    <main className={styles['stage']}>
      <div className={styles['column']}>
        <Leaf />
        <h1 className={styles['title']}>{words.unlock.title}</h1>
        <p className={styles['lead']}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
