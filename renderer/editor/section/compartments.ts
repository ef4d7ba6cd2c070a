import {
  $createPoint,
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isSectionBodyNode, type SectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionHeadingNode } from './SectionHeadingNode.ts';
import { $isSectionNode, type SectionNode } from './SectionNode.ts';

/** The closed space an edit may not leave: a section's heading, its body, or the page around them. */
export const $compartmentOf = (node: LexicalNode): ElementNode =>
  $findMatchingParent(
    node,
    (parent): parent is ElementNode => $isSectionHeadingNode(parent) || $isSectionBodyNode(parent),
  ) ?? $getRoot();

/** Whether a selection reaches over the edge of a section, so that removing it could lose one. */
export function $crossesSections(selection: RangeSelection): boolean {
  if (selection.isCollapsed()) return false;
  const anchor = $compartmentOf(selection.anchor.getNode());
  const focus = $compartmentOf(selection.focus.getNode());
  if (!anchor.is(focus)) return true;
  return anchor.is($getRoot()) && selection.getNodes().some($isSectionNode);
}

/** The part of a selection that lies in one body, or in one block between the sections. */
export interface Piece {
  readonly container: ElementNode;
  readonly anchor: PointType;
  readonly focus: PointType;
  /** The selection began before the container and ended behind it. */
  readonly isWhole: boolean;
}

/**
 * Cuts a selection at the edges of the sections it touches, in the order of the text. Headings are
 * left out: they are the letter's structure.
 */
export function $piecesOf(selection: RangeSelection): Piece[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const pieces: Piece[] = [];
  for (let index = $firstBlockOf(start); index <= $lastBlockOf(end); index++) {
    const block = $getRoot().getChildAtIndex(index);
    const piece = $isSectionNode(block) ? $bodyPiece(block, start, end) : $piece(block, start, end);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

/** A piece as a selection of its own. */
export function $selectionOf({ anchor, focus }: Piece): RangeSelection {
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  return selection;
}

function $piece(container: LexicalNode | null, start: PointType, end: PointType): Piece | null {
  if (!$isElementNode(container)) return null;
  const key = container.getKey();
  const startsInside = $isWithin(start, container);
  const endsInside = $isWithin(end, container);
  return {
    container,
    anchor: startsInside ? $copyOf(start) : $createPoint(key, 0, 'element'),
    focus: endsInside ? $copyOf(end) : $createPoint(key, container.getChildrenSize(), 'element'),
    isWhole: !startsInside && !endsInside,
  };
}

/** Points move with the selection they belong to; a piece must not. */
const $copyOf = ({ key, offset, type }: PointType): PointType => $createPoint(key, offset, type);

function $bodyPiece(section: SectionNode, start: PointType, end: PointType): Piece | null {
  const body = section.getBody();
  if (body === null || $isBeforeBody(end, section, body)) return null;
  if (start.key === section.getKey() && !$isBeforeBody(start, section, body)) return null;
  return $piece(body, start, end);
}

/** Whether a point of this section stands before its text: in the heading, or beside it. */
const $isBeforeBody = (point: PointType, section: SectionNode, body: SectionBodyNode): boolean =>
  point.key === section.getKey()
    ? point.offset <= body.getIndexWithinParent()
    : $isWithin(point, section) && !$isWithin(point, body);

const $isWithin = (point: PointType, element: ElementNode): boolean => {
  const node = point.getNode();
  return element.is(node) || element.isParentOf(node);
};

const $firstBlockOf = (point: PointType): number =>
  point.key === 'root' ? point.offset : $topIndexOf(point);

const $lastBlockOf = (point: PointType): number =>
  point.key === 'root' ? point.offset - 1 : $topIndexOf(point);

/** The index of the root's child that holds a point. Sections are shadow roots, so they are walked. */
function $topIndexOf(point: PointType): number {
  let node: LexicalNode = point.getNode();
  for (let parent = node.getParent(); parent !== null; parent = node.getParent()) {
    if (parent.is($getRoot())) return node.getIndexWithinParent();
    node = parent;
  }
  return 0;
}
