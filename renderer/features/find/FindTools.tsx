import { useStore } from 'zustand';
import { actionOf } from '#shared/actions.ts';
import type { Finder } from '../../editor/Editor.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keysOf } from '../../ui/keys.ts';
import { findWords } from '../../words/find.ts';
import styles from './FindBar.module.css';

/** Goes from place to place, and says what counts as one. A press leaves the focus in the field. */
export function FindTools({ finder }: { readonly finder: Finder }) {
  const { wanted, withReplace } = useStore(finder.state);
  return (
    <div className={styles['tools']}>
      <IconButton
        icon="up"
        label={actionOf('find.previous').label}
        keys={keysOf('find.previous')}
        keepsFocus
        onClick={() => finder.goOn(-1)}
      />
      <IconButton
        icon="down"
        label={actionOf('find.next').label}
        keys={keysOf('find.next')}
        keepsFocus
        onClick={() => finder.goOn(1)}
      />
      <span className={styles['line']} />
      <IconButton
        icon="matchCase"
        label={findWords.matchCase}
        pressed={wanted.matchCase}
        keepsFocus
        onClick={() => finder.search({ matchCase: !wanted.matchCase })}
      />
      <IconButton
        icon="wholeWords"
        label={findWords.wholeWords}
        pressed={wanted.wholeWords}
        keepsFocus
        onClick={() => finder.search({ wholeWords: !wanted.wholeWords })}
      />
      <IconButton
        icon="replace"
        label={findWords.withReplace}
        keys={keysOf('find.replace')}
        pressed={withReplace}
        keepsFocus
        onClick={finder.toggleReplace}
      />
    </div>
  );
}
