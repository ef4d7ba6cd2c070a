import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { openLetter, trashLetter } from '../../actions/navigate.ts';
import { words } from '../../words/en.ts';
import { ENTRY_HEIGHT, rowsBetween, type Row, type Rows } from './rows.ts';
import { WritingRow } from './WritingRow.tsx';
import styles from './WritingView.module.css';

/** How much is kept ready above and below what is seen. */
const MARGIN = 600;

/** The list of all writing. Only what is near the window is in the page, so ten thousand are no slower than ten. */
export function WritingList({ layout, count }: { readonly layout: Rows; readonly count: number }) {
  const { rows, height } = layout;
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 1200 });
  const [at, setAt] = useState(0);
  const wanted = useRef<number | null>(null);
  const isTrashing = useRef(false);
  const here = Math.min(at, count - 1);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  // The row that the focus goes to may have to be scrolled into the page first, or another row,
  // which was deleted, out of it: each drawing looks whether it is there now.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    const isGone = document.activeElement === document.body;
    if (row === null || row === undefined || (isTrashing.current && !isGone)) return;
    wanted.current = null;
    isTrashing.current = false;
    row.focus({ preventScroll: true });
  });

  function goTo(index: number) {
    const target = Math.max(0, Math.min(index, count - 1));
    const row = rows.find(each => each.kind === 'entry' && each.index === target);
    const element = scroller.current;
    if (row === undefined || element === null) return;
    const above = row.top - 60;
    const below = row.top + ENTRY_HEIGHT + 20 - element.clientHeight;
    if (element.scrollTop > above) element.scrollTop = above;
    else if (element.scrollTop < below) element.scrollTop = below;
    wanted.current = target;
    setAt(target);
  }

  function trash(entry: EntrySummary) {
    wanted.current = Math.min(here, count - 2);
    isTrashing.current = true;
    void trashLetter(entry.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(seen.height / ENTRY_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    const entry = entryAt(rows, here);
    if (target !== undefined) goTo(target);
    else if (event.key === 'Delete' && entry !== undefined) trash(entry);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul
        className={styles['list']}
        aria-label={words.writing.title}
        aria-description={words.writing.hint}
        style={{ height }}
        onKeyDown={onKeyDown}
      >
        {rowsBetween(rows, seen.top - MARGIN, seen.top + seen.height + MARGIN).map(row =>
          row.kind === 'month' ? (
            <li key={row.key} className={styles['month']} style={{ top: row.top }}>
              <h2 className={styles['monthName']}>{row.month}</h2>
            </li>
          ) : (
            <WritingRow
              key={row.entry.id}
              entry={row.entry}
              top={row.top}
              index={row.index}
              isHere={row.index === here}
              onHere={() => setAt(row.index)}
              onOpen={() => void openLetter(row.entry.id)}
              onTrash={() => trash(row.entry)}
            />
          ),
        )}
      </ul>
    </div>
  );
}

function entryAt(rows: readonly Row[], index: number): EntrySummary | undefined {
  const row = rows.find(each => each.kind === 'entry' && each.index === index);
  return row?.kind === 'entry' ? row.entry : undefined;
}
