import { useEffect, useRef, useState, type PointerEvent } from 'react';

interface Identified {
  readonly id: string;
}

/**
 * Dragging a row of a list to another place. The list changes while the pointer moves; Escape puts
 * the row back where it was. Rows carry `data-section` with their id.
 */
export function useDragOrder(
  items: readonly Identified[],
  place: (id: string, place: number) => void,
) {
  const [dragged, setDragged] = useState<string | null>(null);
  const latest = useRef({ items, place });
  useEffect(() => {
    latest.current = { items, place };
  });

  function beginDrag(event: PointerEvent<HTMLElement>, id: string) {
    if (event.button !== 0) return;
    event.preventDefault();
    const list = event.currentTarget.closest<HTMLElement>('[role="tablist"]');
    const start = placeOf(latest.current.items, id);
    setDragged(id);

    const follow = (move: globalThis.PointerEvent) => {
      scrollNearEdge(list, move.clientY);
      const to = placeUnder(list, id, move.clientY);
      if (to !== placeOf(latest.current.items, id)) latest.current.place(id, to);
    };
    const giveUp = (press: globalThis.KeyboardEvent) => {
      if (press.key !== 'Escape') return;
      // Otherwise the dialog would take it for its own.
      press.preventDefault();
      press.stopImmediatePropagation();
      latest.current.place(id, start);
      stop();
    };
    const stop = () => {
      setDragged(null);
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', giveUp, { capture: true });
    };
    // On the window: a captured pointer is lost as soon as its row is moved in the page.
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', giveUp, { capture: true });
  }

  return { dragged, beginDrag };
}

const placeOf = (items: readonly Identified[], id: string): number =>
  items.findIndex(item => item.id === id);

/** Among the other rows, the place that belongs to this height: below every row whose middle is above it. */
function placeUnder(list: HTMLElement | null, id: string, y: number): number {
  const others = [...(list?.querySelectorAll<HTMLElement>('[data-section]') ?? [])].filter(
    row => row.dataset['section'] !== id,
  );
  const middles = others.map(row => {
    const box = row.getBoundingClientRect();
    return box.top + box.height / 2;
  });
  return middles.filter(middle => middle < y).length;
}

const EDGE = 28;
const SPEED = 10;

function scrollNearEdge(list: HTMLElement | null, y: number): void {
  const box = list?.getBoundingClientRect();
  if (box === undefined) return;
  if (y < box.top + EDGE) list?.scrollBy(0, -SPEED);
  else if (y > box.bottom - EDGE) list?.scrollBy(0, SPEED);
}
