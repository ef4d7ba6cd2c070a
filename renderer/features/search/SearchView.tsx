import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '#shared/domain/entry.ts';
import { openLetter } from '../../actions/navigate.ts';
import { queries, useHasSealed } from '../../api/queries.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { Failure } from '../../ui/Failure.tsx';
import { describeThrown } from '../../api/describe-error.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/en.ts';
import { Results } from './Results.tsx';
import styles from './SearchView.module.css';

const TYPING_PAUSE_MS = 120;

/** Looks through everything, and opens a letter at the place that was found. */
export function SearchView() {
  const text = useUi(state => state.searchText);
  const asked = useRested(text.trim(), TYPING_PAUSE_MS);
  const found = useQuery({ ...queries.found(asked), enabled: asked !== '' });
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLUListElement>(null);
  useEffect(() => box.current?.select(), []);
  const hasSealed = useHasSealed(null);
  const shown = asked === '' || found.isError ? undefined : found.data;
  /** While the next answer is on its way, the last one stays to be looked at, not to be opened unseen. */
  const isAnswered = asked === text.trim() && !found.isPlaceholderData;

  function onKeyDown(event: KeyboardEvent) {
    const first = shown?.[0];
    if (event.key === 'ArrowDown') results.current?.querySelector('button')?.focus();
    else if (event.key === 'Enter' && first !== undefined && isAnswered) open(first);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <h1 className="visually-hidden">{words.search.title}</h1>
        <div className={styles['frame']}>
          <Icon name="search" size={19} />
          <input
            ref={box}
            type="search"
            className={styles['box']}
            aria-label={words.search.label}
            placeholder={words.search.placeholder}
            value={text}
            maxLength={1000}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onChange={event => ui.setSearchText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {text !== '' && (
            <IconButton
              icon="close"
              label={words.search.clear}
              onClick={() => {
                ui.setSearchText('');
                box.current?.focus();
              }}
            />
          )}
        </div>
        <p className={styles['count']} aria-live="polite">
          {shown === undefined
            ? !found.isError && words.search.hint
            : shown.length > 0 && words.search.found(shown.length)}
        </p>
        {asked !== '' && found.isError && <Failure {...describeThrown(found.error)} />}
        {shown !== undefined && shown.length === 0 && (
          <div className={styles['none']}>
            <p className={styles['noneTitle']}>{words.search.none(asked)}</p>
            <p>{words.search.noneHint}</p>
            {hasSealed && <p>{words.search.noneSealed}</p>}
          </div>
        )}
        {shown !== undefined && shown.length > 0 && (
          <Results
            ref={results}
            hits={shown}
            onOpen={open}
            onLeaveUp={() => box.current?.focus()}
          />
        )}
      </div>
    </div>
  );
}

/** Opens a letter at what the search marked in it, in the very words of the text. */
function open(hit: SearchHit): void {
  const marked = hit.snippet.filter(part => part.hit).map(part => part.text);
  void openLetter(hit.entry.id, [...new Set(marked)]);
}

/** A value once it has stayed the same for a moment. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
