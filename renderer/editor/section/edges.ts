import {
  $createRangeSelection,
  $isElementNode,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { $blockAround, $holdsBlocks } from './blocks-of.ts';
import { $compartmentOf, $isClosedBlock, $isSingleLine } from './compartments.ts';
import { $isSectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionNode } from './SectionNode.ts';

/** Whether nothing to read lies between the caret and the edge of its compartment. */
export function $isAtEdge(selection: RangeSelection, isBackward: boolean): boolean {
  if (!selection.isCollapsed()) return false;
  const rest = $restOfCompartment(selection.anchor, isBackward);
  return rest.isCollapsed() || (rest.getTextContent() === '' && $isOneBlock(rest));
}

/** Whether nothing to read lies between the caret and the start of a block. */
export const $isAtStartOf = (caret: RangeSelection, block: ElementNode): boolean =>
  $isNothingTo(caret, $createEdge(block, true));

/** Whether nothing to read lies between the caret and the end of a block. */
export const $isAtEndOf = (caret: RangeSelection, block: ElementNode): boolean =>
  $isNothingTo(caret, $createEdge(block, false));

function $isNothingTo({ anchor }: RangeSelection, edge: PointType): boolean {
  const rest = $createRangeSelection();
  rest.anchor.set(anchor.key, anchor.offset, anchor.type);
  rest.focus.set(edge.key, edge.offset, edge.type);
  return rest.isCollapsed() || (rest.getTextContent() === '' && $isOneBlock(rest));
}

/** The text between a point and the edge of its compartment. */
export function $restOfCompartment(point: PointType, isBackward: boolean): RangeSelection {
  const { first, last } = $blocksAround(point);
  const edge = isBackward ? $createEdge(first, true) : $createEdge(last, false);
  const selection = $createRangeSelection();
  selection.anchor.set(point.key, point.offset, point.type);
  selection.focus.set(edge.key, edge.offset, edge.type);
  return selection;
}

/** Puts the caret into the text before or behind the compartment it is in; false if there is none. */
export function $moveOut(selection: RangeSelection, isBackward: boolean): boolean {
  const { first, last } = $blocksAround(selection.anchor);
  const target = $textBeside(isBackward ? first : last, isBackward);
  if (target === null) return false;
  if (isBackward) target.selectEnd();
  else target.selectStart();
  return true;
}

/** The text before or behind an element: the next line or block that the caret can stand in. */
export function $textBeside(element: ElementNode, isBackward: boolean): ElementNode | null {
  let here: ElementNode = element;
  for (;;) {
    const beside = isBackward ? here.getPreviousSibling() : here.getNextSibling();
    if (beside !== null) return $isElementNode(beside) ? $enter(beside, isBackward) : null;
    const parent = here.getParent();
    if (parent === null || $isRootNode(parent)) return null;
    here = parent;
  }
}

/** The first or the last text in a section, a body or a block; any other element is its own text. */
function $enter(element: ElementNode, isBackward: boolean): ElementNode {
  const holdsMore =
    $isSectionNode(element) || $isSectionBodyNode(element) || $isPartedNode(element);
  if (!holdsMore) return element;
  const child = isBackward ? element.getLastChild() : element.getFirstChild();
  return $isElementNode(child) ? $enter(child, isBackward) : element;
}

/** The first and the last block of the stretch of text that a point's compartment is. */
function $blocksAround(point: PointType): { first: ElementNode; last: ElementNode } {
  const compartment = $compartmentOf(point.getNode());
  if ($isSingleLine(compartment)) return { first: compartment, last: compartment };
  const block = $blockAt(point) ?? compartment;
  return { first: $farthest(block, 'previous'), last: $farthest(block, 'next') };
}

function $farthest(block: ElementNode, direction: 'previous' | 'next'): ElementNode {
  let last = block;
  for (;;) {
    const next = direction === 'previous' ? last.getPreviousSibling() : last.getNextSibling();
    if (!$isElementNode(next) || $isSectionNode(next) || $isClosedBlock(next)) return last;
    last = next;
  }
}

function $blockAt(point: PointType): ElementNode | null {
  const node = point.getNode();
  const block: LexicalNode | null = $holdsBlocks(node)
    ? (node.getChildAtIndex(point.offset) ?? node.getLastChild())
    : $blockAround(node);
  return $isElementNode(block) ? block : null;
}

function $createEdge(element: ElementNode, isStart: boolean): PointType {
  const selection = $createRangeSelection();
  const offset = isStart ? 0 : element.getChildrenSize();
  selection.anchor.set(element.getKey(), offset, 'element');
  return selection.anchor;
}

/** Two empty paragraphs read as no text, but the caret can still move between them. */
const $isOneBlock = (selection: RangeSelection): boolean => {
  const blocks = selection
    .getNodes()
    .filter(
      node => $isElementNode(node) && !node.isInline() && !$isElementNode(node.getFirstChild()),
    );
  return blocks.length <= 1;
};
