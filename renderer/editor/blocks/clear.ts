import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type TextNode,
} from 'lexical';
import { $unlink } from '../link/link-at-caret.ts';
import { $selectedBlocks } from './blocks.ts';

/** Plain text again: no bold, no link, no heading, no quote. Lists stay, they are structure. */
export function $clearFormatting(): void {
  $dissolveBlocks();
  // Replacing a block makes a new selection, so it is read again.
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  selection.format = 0;
  selection.style = '';
  if (selection.isCollapsed()) return;
  for (const node of selection.extract()) if ($isTextNode(node)) $clearText(node);
  $unlink(selection);
}

/** Text that has no format is left alone: the history would take it for the whole edit. */
function $clearText(node: TextNode): void {
  if (node.getFormat() !== 0) node.setFormat(0);
  if (node.getStyle() !== '') node.setStyle('');
}

function $dissolveBlocks(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const block of $selectedBlocks(selection)) {
    if ($isHeadingNode(block) || $isQuoteNode(block)) block.replace($createParagraphNode(), true);
  }
}
