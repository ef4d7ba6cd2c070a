import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type TextNode,
} from 'lexical';
import { $selectFound, type Found } from './places.ts';

/**
 * Puts other words in the place of what was found. They look as its first sign did, and the caret
 * stays where it was in the text around them.
 */
export function $replaceFound({ start, end }: Found, by: string): void {
  const first = $getNodeByKey(start.key);
  const last = $getNodeByKey(end.key);
  if (!$isTextNode(first) || !$isTextNode(last)) return;
  if (first.is(last)) {
    $splice(first, start.offset, end.offset, by);
    return;
  }
  const between = first.getNodesBetween(last).filter($isTextNode);
  // From behind: one that is emptied may take the link around it along.
  $splice(last, 0, end.offset, '');
  for (const node of between) if (!node.is(first) && !node.is(last)) node.remove();
  $splice(first, start.offset, first.getTextContentSize(), by);
}

/** As `$replaceFound`, with the caret behind the new words. */
export function $replaceAndGoBehind(found: Found, by: string): void {
  $selectFound(found);
  $replaceFound(found, by);
  const caret = $getSelection();
  const node = $getNodeByKey(found.start.key);
  if (!$isRangeSelection(caret)) return;
  const { anchor, focus } = caret;
  if (!$isTextNode(node)) focus.set(anchor.key, anchor.offset, anchor.type);
  else {
    const behind = found.start.offset + by.length;
    caret.setTextNodeRange(node, behind, node, behind);
  }
}

function $splice(node: TextNode, from: number, to: number, by: string): void {
  if (by === '' && from === 0 && to === node.getTextContentSize()) {
    node.remove();
    return;
  }
  $keepPoints(node, from, to, by.length);
  node.spliceText(from, to - from, by);
}

/** What is selected does not slip when the text before it becomes longer or shorter. */
function $keepPoints(node: TextNode, from: number, to: number, length: number): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key !== node.getKey() || point.type !== 'text' || point.offset <= from) continue;
    const moved = point.offset >= to ? point.offset + length - (to - from) : from + length;
    point.set(point.key, moved, 'text');
  }
}
