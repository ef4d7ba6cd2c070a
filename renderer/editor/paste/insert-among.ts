import { $isListNode } from '@lexical/list';
import {
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $nodeFrom } from '../document/load.ts';
import { $blockAround } from '../section/blocks-of.ts';
import { $isAtEndOf, $isAtStartOf } from '../section/edges.ts';

/** Puts blocks beside the one that the caret is in, or between its two halves: never inside one. */
export function $insertAtCaret(caret: RangeSelection, nodes: readonly DocumentNode[]): void {
  const block = $blockAround(caret.anchor.getNode()) ?? $getRoot().getLastChildOrThrow();
  if ($isElementNode(block) && !block.isEmpty() && $isAtStartOf(caret, block)) {
    for (const node of nodes.map($nodeFrom)) block.insertBefore(node);
    return;
  }
  // A list is not cut in two; a paragraph is, where the caret stands in the middle of it.
  const isCut = $isElementNode(block) && !$isListNode(block) && !$isAtEndOf(caret, block);
  if (isCut) caret.insertParagraph();
  $insertBehind(block, nodes);
  if ($isParagraphNode(block) && block.isEmpty()) block.remove();
}

/** Puts blocks behind another, with the caret at the end of the last one. */
export function $insertBehind(block: LexicalNode, nodes: readonly DocumentNode[]): void {
  let last = block;
  for (const node of nodes.map($nodeFrom)) {
    last.insertAfter(node);
    last = node;
  }
  if ($isElementNode(last)) $selectEnd(last);
}

const $selectEnd = (element: ElementNode): void => void element.selectEnd();
