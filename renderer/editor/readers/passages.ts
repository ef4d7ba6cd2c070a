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
import { $saidOf, $say } from './state.ts';

/**
 * Says who may read the selected words; with nothing selected, those of the block of the caret. The
 * words carry it, not their block: so it goes wherever they go when a block is split or joined.
 */
export function $setReadersOfWords(mark: PassageMark | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) {
    $forEachSelectedTextNode(text => $say(text, mark));
    return;
  }
  const block = $findMatchingParent(selection.anchor.getNode(), $isBlock);
  for (const text of block?.getAllTextNodes() ?? []) $say(text, mark);
}

const $isBlock = (node: LexicalNode): node is ElementNode =>
  $isElementNode(node) && !node.isInline();

/** Who may read the first of the selected words, or the word at the caret. */
export function $readersOfWords(selection: RangeSelection): PassageMark | null {
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const node = start.getNode();
  if (!$isTextNode(node)) return null;
  const isBehind = !selection.isCollapsed() && start.offset === node.getTextContentSize();
  const first = isBehind ? node.getNextSibling() : node;
  return $isTextNode(first) ? $saidOf(first) : null;
}
