import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { words } from '../../words/feelings.ts';
import styles from './Finder.module.css';

/** Ways to look for a word. All lead to the same words. */
export const WAYS = ['wheel', 'list', 'body'] as const;
export type Way = (typeof WAYS)[number];

interface WaysProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  /** Beside the names of the ways. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** The ways as tabs, with what the chosen one shows. */
export function Ways({ way, onWay, end, children }: WaysProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by === undefined ? undefined : WAYS.at((WAYS.indexOf(way) + by) % WAYS.length);
    if (next === undefined) return;
    event.preventDefault();
    onWay(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[WAYS.indexOf(next)]?.focus();
  }

  return (
    <>
      <div className={styles['waysRow']}>
        <div
          ref={list}
          className={styles['ways']}
          role="tablist"
          aria-label={words.ways.label}
          onKeyDown={onKeyDown}
        >
          {WAYS.map(each => (
            <button
              key={each}
              type="button"
              id={`${id}-${each}`}
              className={styles['way']}
              role="tab"
              aria-selected={each === way}
              aria-controls={`${id}-words`}
              tabIndex={each === way ? 0 : -1}
              onClick={() => onWay(each)}
            >
              {words.ways[each]}
            </button>
          ))}
        </div>
        {end}
      </div>
      <div
        id={`${id}-words`}
        className={styles['words']}
        role="tabpanel"
        aria-labelledby={`${id}-${way}`}
      >
        {children}
      </div>
    </>
  );
}
