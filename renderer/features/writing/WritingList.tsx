import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { openLetter } from '../../actions/navigate.ts';
import { Button } from '../../ui/Button.tsx';
import { lastPressWasPointer } from '../../ui/last-press.ts';
import { useLostFocus } from '../../ui/use-lost-focus.ts';
import { isOneMore, selectWith, type Selecting } from '../../ui/use-selection.ts';
import { words } from '../../words/en.ts';
import { selectingWords } from '../../words/selecting.ts';
import { ENTRY_HEIGHT, placeOf, rowsBetween, type Rows } from './rows.ts';
import { WritingRow } from './WritingRow.tsx';
import styles from './WritingView.module.css';

/** How much is kept ready above and below what is seen. */
const MARGIN = 600;

interface WritingListProps {
  readonly layout: Rows;
  readonly selecting: Selecting<EntryId>;
  readonly onTrash: (ids: readonly EntryId[]) => void;
}

/** The list of all writing. Only what is near the window is in the page, so ten thousand are no slower than ten. */
export function WritingList({ layout, selecting, onTrash }: WritingListProps) {
  const { rows, order, height } = layout;
  const ids = useMemo(() => order.map(({ id }) => id), [order]);
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 1200 });
  const [place, setPlace] = useState<{ readonly at: EntryId | null; readonly among: typeof ids }>({
    at: null,
    among: ids,
  });
  const here = useMemo(() => placeOf(place.at, place.among, ids), [place, ids]);
  const wanted = useRef<number | null>(null);
  /** Where the keys stood before a press of the mouse, which brings them to what it presses. */
  const pressedFrom = useRef<EntryId | null>(null);

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

  const at = (index: number): EntrySummary | undefined =>
    order[Math.max(0, Math.min(index, order.length - 1))];

  // What had the focus may be gone: a row that was deleted, or a tool of the selection.
  useLostFocus([ids, selecting.isOn], () => {
    const entry = at(here);
    // Someone with a mouse may have scrolled away from it, and stays where they look.
    if (lastPressWasPointer()) wanted.current = here;
    else if (entry !== undefined) goTo(entry);
  });

  // The row that the focus goes to may have to be scrolled into the page first: each drawing looks
  // whether it is there now.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function goTo(entry: EntrySummary) {
    const row = rows.find(each => each.kind === 'entry' && each.entry === entry);
    const element = scroller.current;
    if (row?.kind !== 'entry' || element === null) return;
    const above = row.top - 60;
    const below = row.top + ENTRY_HEIGHT + 20 - element.clientHeight;
    if (element.scrollTop > above) element.scrollTop = above;
    else if (element.scrollTop < below) element.scrollTop = below;
    wanted.current = row.index;
    setPlace({ at: entry.id, among: ids });
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(seen.height / ENTRY_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: order.length - 1,
    };
    const step = steps[event.key];
    const target = step === undefined ? undefined : at(step);
    const entry = at(here);
    if (entry === undefined) return;
    if (target !== undefined) {
      if (event.shiftKey) selecting.extend(target.id, entry.id);
      goTo(target);
    } else if (event.key === 'Delete') onTrash(selecting.isOn ? selecting.chosen : [entry.id]);
    else if (!select(event, entry)) return;
    event.preventDefault();
  }

  /** Does what a key means for the selection. Returns whether it meant anything. */
  function select(event: KeyboardEvent, { id }: EntrySummary): boolean {
    const isLetter = event.key.toLowerCase() === 'a' && !event.shiftKey && !event.altKey;
    if (event.key === ' ' && event.shiftKey) selecting.extend(id, id);
    else if (event.key === ' ' && event.ctrlKey) selecting.toggle(id);
    else if (isLetter && isOneMore(event)) selecting.selectAll();
    else if (event.key === 'Escape' && selecting.isOn) selecting.end();
    else return false;
    return true;
  }

  /** A press beside the rows leaves the keys where they are: Delete is for what is selected. */
  function keepKeys(event: MouseEvent) {
    const isBeside = event.target instanceof Element && event.target.closest('button') === null;
    if (isBeside && event.button === 0) event.preventDefault();
  }

  function press(event: MouseEvent, { id }: EntrySummary) {
    if (!selectWith(selecting, event, id, pressedFrom.current ?? id)) void openLetter(id);
  }

  return (
    <div ref={scroller} className={styles['scroller']} onMouseDown={keepKeys}>
      {!selecting.isOn && order.length > 1 && (
        <div className={styles['begin']}>
          <Button variant="quiet" size="small" onClick={selecting.begin}>
            {selectingWords.select}
          </Button>
        </div>
      )}
      <ul
        className={styles['list']}
        aria-label={words.writing.title}
        aria-description={selecting.isOn ? words.writing.selectingHint : words.writing.hint}
        style={{ height }}
        onKeyDown={onKeyDown}
        onMouseDown={() => {
          pressedFrom.current = at(here)?.id ?? null;
        }}
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
              isChosen={selecting.isOn ? selecting.has(row.entry.id) : null}
              onHere={() => setPlace({ at: row.entry.id, among: ids })}
              onPress={event => press(event, row.entry)}
              onTrash={() => onTrash([row.entry.id])}
            />
          ),
        )}
      </ul>
    </div>
  );
}
