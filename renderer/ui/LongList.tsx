import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import styles from './LongList.module.css';
import { placeRows, rowsIn, stopFrom, type LongRow, type PlacedRow } from './long-list.ts';

/** How much is kept ready above and below what is seen. */
const MARGIN = 600;
/** How many stops Page Up and Page Down go. */
const PAGE = 6;

interface LongListProps<T extends LongRow> {
  readonly label: string;
  readonly description: string;
  readonly rows: readonly T[];
  /** What scrolls with the list, above it. */
  readonly above?: ReactNode;
  /** Draws a row. In the row that is here the controls are stops of the Tab key; one has `data-stop`. */
  readonly draw: (row: T, isHere: boolean) => ReactNode;
}

/**
 * A list of rows of any height. Only what is near the window is in the page, so thousands are no
 * slower than ten; the arrow keys walk through all of them.
 */
export function LongList<T extends LongRow>(props: LongListProps<T>) {
  const { label, description, rows, above, draw } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [seen, setSeen] = useState({ top: 0, bottom: 1200 });
  const [at, setAt] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const placed = useMemo(() => placeRows(rows, heights), [rows, heights]);
  const here = rows.some(({ key }) => key === at) ? at : stopFrom(rows, null, 0);

  const look = useCallback(() => {
    const [box, inner] = [scroller.current, list.current];
    if (box === null || inner === null) return;
    const top = box.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    setSeen({ top, bottom: top + box.clientHeight });
  }, []);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [look]);

  // A row that turns out higher than it was thought to be must not push away what is being read.
  const measured = useCallback((key: string, top: number, before: number, height: number) => {
    if (before === height) return;
    setHeights(known => new Map(known).set(key, height));
    const [box, inner] = [scroller.current, list.current];
    if (box === null || inner === null) return;
    const seenTop = box.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    if (top + before <= seenTop) box.scrollTop += height - before;
  }, []);

  // The row that the focus goes to may have to be scrolled into the page first.
  useEffect(() => {
    if (wanted.current === null) return;
    const stop = rowWith(list.current, wanted.current)?.querySelector<HTMLElement>('[data-stop]');
    if (stop === null || stop === undefined) return;
    wanted.current = null;
    stop.focus({ preventScroll: true });
    stop.closest('li')?.scrollIntoView({ block: 'nearest' });
  });

  function onKeyDown(event: KeyboardEvent) {
    if (isTyped(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const by: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
      Home: -rows.length,
      End: rows.length,
    };
    const steps = by[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    wanted.current = stopFrom(rows, here, steps);
    setAt(wanted.current);
    // The same row again, at an end of the list, is no change that would draw anything.
    if (wanted.current === here) wanted.current = null;
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      {above}
      <ul
        ref={list}
        className={styles['list']}
        aria-label={label}
        aria-description={description}
        style={{ height: placed.height }}
        onKeyDown={onKeyDown}
      >
        {rowsIn(placed, seen.top - MARGIN, seen.bottom + MARGIN, here).map(each => (
          <Row key={each.row.key} placed={each} of={rows.length} onHeight={measured} onHere={setAt}>
            {draw(each.row, each.row.key === here)}
          </Row>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly placed: PlacedRow<LongRow>;
  /** How many rows there are, most of them not in the page. */
  readonly of: number;
  readonly onHeight: (key: string, top: number, before: number, height: number) => void;
  readonly onHere: (key: string) => void;
  readonly children: ReactNode;
}

function Row({ placed, of, onHeight, onHere, children }: RowProps) {
  const { row, position, top, height } = placed;
  const element = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = () => onHeight(row.key, top, height, box.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [row.key, top, height, onHeight]);
  return (
    <li
      ref={element}
      className={styles['row']}
      data-key={row.key}
      aria-posinset={position}
      aria-setsize={of}
      style={{ top }}
      onFocus={row.isStop ? () => onHere(row.key) : undefined}
    >
      {children}
    </li>
  );
}

const rowWith = (list: HTMLElement | null, key: string): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;

const isTyped = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
