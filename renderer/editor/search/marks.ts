import type { LexicalEditor } from 'lexical';
import { scrollParentOf } from '../move/scrolling.ts';
import { clearHighlight, showHighlight } from './highlight.ts';
import { rangeOf, rectOf, type Found } from './places.ts';

const ALL = 'amends-find';
const CURRENT = 'amends-found';

/** How much of the text around a place should be seen as well. */
const MARGIN_PX = 32;
/** Where a place that was out of sight comes to stand: with more of the text below it than above. */
const AT = 0.35;

/** Marks all places that were found. */
export function markAll(editor: LexicalEditor, hits: readonly Found[]): void {
  const ranges = hits.map(hit => rangeOf(editor, hit)).filter(range => range !== null);
  if (ranges.length === 0) clearHighlight(ALL);
  else showHighlight(ALL, ranges);
}

/** Marks the one that the person is at, above the others. */
export function markCurrent(editor: LexicalEditor, hit: Found | undefined): void {
  const range = hit === undefined ? null : rangeOf(editor, hit);
  if (range === null) clearHighlight(CURRENT);
  else showHighlight(CURRENT, [range], 1);
}

/** Takes all marks away, and with them the last that holds on to the text. */
export function clearMarks(): void {
  clearHighlight(ALL);
  clearHighlight(CURRENT);
}

/** Scrolls a place into view if it is not there, or too near to an edge. */
export function bringIntoView(editor: LexicalEditor, found: Found): void {
  const root = editor.getRootElement();
  const range = rangeOf(editor, found);
  if (root === null || range === null) return;
  const page = scrollParentOf(root);
  const { top, bottom, height } = page.getBoundingClientRect();
  const place = rectOf(range);
  if (place.top >= top + MARGIN_PX && place.bottom <= bottom - MARGIN_PX) return;
  page.scrollTop += place.top - (top + height * AT);
}

/**
 * Something opened above the text, and is so high: the text stays where it was in the window, and
 * what was seen of it at its top comes out from under it.
 */
export function makeRoomAbove(editor: LexicalEditor, height: number, seen: Found | null): void {
  const root = editor.getRootElement();
  if (root === null) return;
  const page = scrollParentOf(root);
  page.scrollTop += height;
  const range = seen === null ? null : rangeOf(editor, seen);
  if (range === null) return;
  const { top } = page.getBoundingClientRect();
  const place = rectOf(range);
  const isCovered = place.bottom > top - height && place.top < top + MARGIN_PX;
  if (isCovered) page.scrollTop -= top + MARGIN_PX - place.top;
}
