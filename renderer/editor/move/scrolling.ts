/** How near to an edge a dragged thing makes the page scroll, and how fast at the very edge. */
const EDGE_PX = 56;
const FASTEST_PX_PER_MS = 1.1;
/** A page that hangs for a moment does not leap afterwards. */
const LONGEST_FRAME_MS = 100;

/** The element that scrolls what stands in it. */
export function scrollParentOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.documentElement;
}

/** How far to scroll in so many milliseconds: faster the nearer the pointer is to the edge, or beyond it. */
export function scrollStep(scrolled: HTMLElement, y: number, passed: number): number {
  const { top, bottom } = scrolled.getBoundingClientRect();
  const above = top + EDGE_PX - y;
  const below = y - (bottom - EDGE_PX);
  const into = Math.max(above, below);
  if (into <= 0) return 0;
  const speed = FASTEST_PX_PER_MS * Math.min(1, into / EDGE_PX);
  const way = speed * Math.min(Math.max(passed, 0), LONGEST_FRAME_MS);
  return above > below ? -way : way;
}
