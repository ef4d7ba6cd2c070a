import type { ReactNode } from 'react';
import { Leaf } from '../../ui/Leaf.tsx';
import { words } from '../../words/en.ts';
import styles from './Stage.module.css';

interface StageProps {
  readonly lead: string;
  /** There is more than one field to fill in: it begins further up. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** The quiet middle of the locked window: the sign, the name, and what there is to do. */
export function Stage({ lead, tall = false, children }: StageProps) {
  return (
    <main className={styles['stage']} data-tall={tall || undefined}>
      <div className={styles['column']}>
        <Leaf />
        <h1 className={styles['title']}>{words.unlock.title}</h1>
        <p className={styles['lead']}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
