import { $forEachSelectedTextNode } from '@lexical/selection';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { PassageMark } from '#shared/domain/audience.ts';
import { $isLineNode, type LineNode } from '../lines/LineNode.ts';
import { $saidOf, $say } from './state.ts';

/**
 * Says who may read the selected words; with nothing selected, those of the block of the caret. The
 * words carry it, not their block: so it goes wherever they go when a block is split or joined. What
 * was chosen beside a line, a picture or a day, carries it itself, for there may be no word at all.
 */
export function $setReadersOfWords(mark: PassageMark | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) {
    $forEachSelectedTextNode(text => $say(text, mark));
    for (const line of $linesWithin(selection)) $say(line, mark);
    return;
  }
  const block = $blockOf(selection.anchor.getNode());
  for (const text of block?.getAllTextNodes() ?? []) $say(text, mark);
  if ($isLineNode(block)) $say(block, mark);
}

/** The pictures, days and scales that a selection reaches across; not one of which it has some words. */
function $linesWithin(selection: RangeSelection): readonly LineNode[] {
  const [from, to] = [selection.anchor, selection.focus].map(point => $blockOf(point.getNode()));
  if (from === to && selection.getTextContent() !== from?.getTextContent()) return [];
  return [...new Set(selection.getNodes().map($blockOf))].filter($isLineNode);
}

const $blockOf = (node: LexicalNode): ElementNode | null => $findMatchingParent(node, $isBlock);

const $isBlock = (node: LexicalNode): node is ElementNode =>
  $isElementNode(node) && !node.isInline();

/** Who may read the first of the selected words, or the word or line at the caret. */
export function $readersOfWords(selection: RangeSelection): PassageMark | null {
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const node = start.getNode();
  if ($isLineNode(node)) return $saidOf(node);
  if (!$isTextNode(node)) return null;
  const isBehind = !selection.isCollapsed() && start.offset === node.getTextContentSize();
  const first = isBehind ? node.getNextSibling() : node;
  return $isTextNode(first) ? $saidOf(first) : null;
}
