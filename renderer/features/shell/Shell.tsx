import type { ReactNode } from 'react';
import { useUi } from '../../state/ui-store.ts';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';

/** The window once it is open: the places on one side, and what the person is doing. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const focusMode = useUi(state => state.focusMode);
  return (
    <div className={styles['shell']} data-focus-mode={focusMode || undefined}>
      {!focusMode && <Navigation />}
      <main className={styles['main']}>{children}</main>
    </div>
  );
}
