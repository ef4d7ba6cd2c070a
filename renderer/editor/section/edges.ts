import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $compartmentOf } from './compartments.ts';
import { $isSectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionHeadingNode } from './SectionHeadingNode.ts';
import { $isSectionNode } from './SectionNode.ts';

/** Whether nothing to read lies between the caret and the edge of its compartment. */
export function $isAtEdge(selection: RangeSelection, isBackward: boolean): boolean {
  if (!selection.isCollapsed()) return false;
  const rest = $restOfCompartment(selection.anchor, isBackward);
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
  const here = $compartmentOf(selection.anchor.getNode());
  const target = $neighbourOf(here, selection, isBackward);
  if (target === null) return false;
  if (isBackward) target.selectEnd();
  else target.selectStart();
  return true;
}

function $neighbourOf(
  here: ElementNode,
  selection: RangeSelection,
  isBackward: boolean,
): ElementNode | null {
  const stepsInside = isBackward ? $isSectionBodyNode(here) : $isSectionHeadingNode(here);
  if (stepsInside) return asElement(isBackward ? here.getPreviousSibling() : here.getNextSibling());
  const { first, last } = $blocksAround(selection.anchor);
  const block = here.is($getRoot()) ? (isBackward ? first : last) : here.getParent();
  const next = isBackward ? block?.getPreviousSibling() : block?.getNextSibling();
  if (!$isSectionNode(next)) return here.is($getRoot()) ? null : asElement(next);
  return asElement(isBackward ? next.getLastChild() : next.getFirstChild());
}

/** The first and the last block of the stretch of blocks that a point's compartment is. */
function $blocksAround(point: PointType): { first: ElementNode; last: ElementNode } {
  const compartment = $compartmentOf(point.getNode());
  if (!compartment.is($getRoot())) return { first: compartment, last: compartment };
  const top = $topBlockOf(point.getNode());
  return { first: $lastBefore(top, 'previous'), last: $lastBefore(top, 'next') };
}

function $lastBefore(block: ElementNode, direction: 'previous' | 'next'): ElementNode {
  let last = block;
  for (;;) {
    const next = direction === 'previous' ? last.getPreviousSibling() : last.getNextSibling();
    if (!$isElementNode(next) || $isSectionNode(next)) return last;
    last = next;
  }
}

function $topBlockOf(node: LexicalNode): ElementNode {
  const top = node.getTopLevelElement();
  return $isElementNode(top) ? top : $getRoot();
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

const asElement = (node: LexicalNode | null | undefined): ElementNode | null =>
  $isElementNode(node) ? node : null;
