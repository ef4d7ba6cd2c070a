import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isOneLineNode, type OneLineNode } from '../line/OneLineNode.ts';
import { $isLineNode } from '../lines/LineNode.ts';
import { $blockAround } from '../section/blocks-of.ts';
import { $isClosedBlock } from '../section/compartments.ts';
import { $isSectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { $isAtEdge, $moveOut, $textBeside } from '../section/edges.ts';
import { $nextListed } from './next-listed.ts';
import { $isPartedNode } from './PartedNode.ts';
import { $isPartNode } from './PartNode.ts';

const $lineAt = (selection: RangeSelection): OneLineNode | null =>
  $findMatchingParent(selection.anchor.getNode(), $isOneLineNode);

/** Enter in a line goes on to the next part, and from the last one to what comes behind the block. */
export function $leaveLine(selection: RangeSelection): boolean {
  const line = $lineAt(selection);
  if (line === null) return false;
  const block = $blockOf(line);
  const isFirst = !$isPartNode(line) || line.getPreviousSibling() === null;
  if (isFirst && !line.isEmpty() && $isAtEdge(selection, true)) {
    block.insertBefore($createParagraphNode());
    return true;
  }
  const next = $isPartNode(line) ? line.getNextSibling() : null;
  if ($isPartNode(next)) next.selectStart();
  else $goBehind(block, line);
  return true;
}

/** The block that a line is, or is a part of. */
function $blockOf(line: OneLineNode): ElementNode {
  const parent = line.getParent();
  return $isPartedNode(parent) ? parent : line;
}

/** A list of promises or points goes on with the next one; anything else with a paragraph. */
function $goBehind(block: ElementNode, last: OneLineNode): void {
  const listed = $isPartedNode(block) ? block.getListed() : null;
  if ($isPartedNode(block) && listed !== null) {
    if (!last.isEmpty()) {
      const next = $nextListed(listed);
      block.insertAfter(next);
      next.selectStart();
      return;
    }
    // As with a list: Enter in an empty one is the end of it.
    if (block.isBlank()) {
      block.replace($createParagraphNode()).selectStart();
      return;
    }
  }
  const following = block.getNextSibling();
  const isRoom = $isParagraphNode(following) && following.isEmpty();
  const paragraph = isRoom ? following : $createParagraphNode();
  if (!isRoom) block.insertAfter(paragraph);
  paragraph.selectStart();
}

/** Deleting at the edge of a closed block takes nothing out of it, nor out of what stands beside it. */
export function $deleteAtEdge(selection: RangeSelection, isBackward: boolean): boolean {
  if (!$isAtEdge(selection, isBackward)) return false;
  const line = $lineAt(selection);
  if (line !== null) return $deleteInLine(line, isBackward);
  const block = $blockAround(selection.anchor.getNode());
  const beside = isBackward ? block?.getPreviousSibling() : block?.getNextSibling();
  if (!$isElementNode(block) || !$isClosedBlock(beside)) return false;
  if (isBackward && $becomesParagraph(selection, block)) return true;
  if ($isParagraphNode(block) && block.isEmpty()) {
    $moveOut(selection, isBackward);
    block.remove();
  } else if (isBackward) $moveOut(selection, true);
  return true;
}

/** A list item or a quote first becomes a paragraph, as it does anywhere else. */
function $becomesParagraph(selection: RangeSelection, block: ElementNode): boolean {
  if ($isParagraphNode(block) || ($isHeadingNode(block) && !block.isEmpty())) return false;
  let node: LexicalNode | null = selection.anchor.getNode();
  while (node !== null) {
    if ($isElementNode(node) && node.collapseAtStart(selection)) return true;
    if (node.is(block)) return false;
    node = node.getParent();
  }
  return false;
}

function $deleteInLine(line: OneLineNode, isBackward: boolean): true {
  if (!isBackward) return true;
  const block = $blockOf(line);
  const isBlank = ($isPartedNode(block) || $isLineNode(block)) && block.isBlank();
  if (isBlank) {
    block.replace($createParagraphNode()).selectStart();
    return true;
  }
  const before = line.getPreviousSibling() ?? block.getPreviousSibling();
  if ($isParagraphNode(before) && before.isEmpty()) before.remove();
  else {
    // The next Backspace would take letters out of a heading.
    const beside = $textBeside(line, true);
    if (!$isSectionHeadingNode(beside)) beside?.selectEnd();
  }
  return true;
}

/** Tab goes from part to part; false behind the last one and before the first. */
export function $goToPartBeside(isBackward: boolean): boolean {
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineAt(selection) : null;
  const next = isBackward ? line?.getPreviousSibling() : line?.getNextSibling();
  if (!$isPartNode(line) || !$isPartNode(next)) return false;
  next.selectEnd();
  return true;
}
