import type { KeyboardEvent, Ref } from 'react';
import { formatDay } from '#shared/domain/day.ts';
import type { SearchHit } from '#shared/domain/entry.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { entryTitle } from '../../words/entry-title.ts';
import { words } from '../../words/en.ts';
import styles from './SearchView.module.css';

interface ResultsProps {
  readonly ref: Ref<HTMLUListElement>;
  readonly hits: readonly SearchHit[];
  readonly onOpen: (hit: SearchHit) => void;
  /** The person went up from the first result. */
  readonly onLeaveUp: () => void;
}

/** What was found, best first, each with the place around the words. */
export function Results({ ref, hits, onOpen, onLeaveUp }: ResultsProps) {
  const { locale } = useShellInfo();
  const own = useOwnTemplates();

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex(button => button === document.activeElement);
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) onLeaveUp();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  }

  return (
    <ul
      ref={ref}
      role="list"
      className={styles['results']}
      aria-label={words.search.results}
      onKeyDown={onKeyDown}
    >
      {hits.map(hit => (
        <li key={hit.entry.id}>
          <button
            type="button"
            className={styles['result']}
            {...readingAhead(hit.entry.id)}
            onClick={() => onOpen(hit)}
          >
            <span className={styles['resultTitle']} dir="auto">
              {entryTitle(hit.entry, own)}
            </span>
            <span className={styles['day']}>{formatDay(hit.entry.writtenOn, locale)}</span>
            <span className={styles['snippet']} dir="auto">
              {hit.snippet.map((part, index) =>
                part.hit ? <mark key={index}>{part.text}</mark> : part.text,
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
