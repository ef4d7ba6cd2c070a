import { useStore } from 'zustand';
import type { Finder } from '../../editor/Editor.tsx';
import { findWords } from '../../words/find.ts';
import styles from './FindBar.module.css';

type State = ReturnType<Finder['state']['getState']>;

/** Which place of how many, or what came of replacing. */
export function FindStatus({ finder }: { readonly finder: Finder }) {
  const state = useStore(finder.state);
  return (
    <p
      role="status"
      className={styles['status']}
      // Whoever writes on while it is open is not told of every word that comes and goes.
      aria-live={state.isAnswer ? 'polite' : 'off'}
    >
      {spell(state)}
    </p>
  );
}

function spell({ wanted, count, current, note }: State): string {
  const place = findWords.place(current + 1, count);
  switch (note?.kind) {
    case 'replaced':
      return findWords.replaced(note);
    case 'kept':
      return findWords.kept;
    case 'from-top':
      return `${findWords.fromTop} · ${place}`;
    case 'from-end':
      return `${findWords.fromEnd} · ${place}`;
    case undefined:
      if (wanted.text === '') return '';
      return count === 0 ? findWords.none : place;
    default:
      return note satisfies never;
  }
}
