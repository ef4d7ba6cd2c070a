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
import { $isLineNode, type LineNode } from '../lines/LineNode.ts';
import { $isOneLineNode } from '../line/OneLineNode.ts';
import { $isPartedNode, type PartedNode } from '../parts/PartedNode.ts';
import { $isSectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionHeadingNode } from './SectionHeadingNode.ts';
import { $isSectionNode, type SectionNode } from './SectionNode.ts';

/**
 * The closed space an edit may not leave: the heading of a section, a line that keeps to itself, a
 * section's body, or the page around them.
 */
export const $compartmentOf = (node: LexicalNode): ElementNode =>
  $findMatchingParent(
    node,
    (parent): parent is ElementNode => $isSingleLine(parent) || $isSectionBodyNode(parent),
  ) ?? $getRoot();

/** A compartment that is one line. */
export const $isSingleLine = (node: LexicalNode | null): node is ElementNode =>
  $isSectionHeadingNode(node) || $isOneLineNode(node);

/** A block that text flows around, not into: one of parts, or one that is a line of its own. */
export const $isClosedBlock = (
  node: LexicalNode | null | undefined,
): node is PartedNode | LineNode => $isPartedNode(node) || $isLineNode(node);

/** Whether a selection reaches over the edge of a compartment, so that removing it could lose one. */
export function $crossesCompartments(selection: RangeSelection): boolean {
  if (selection.isCollapsed()) return false;
  const anchor = $compartmentOf(selection.anchor.getNode());
  const focus = $compartmentOf(selection.focus.getNode());
  if (!anchor.is(focus)) return true;
  if ($isSingleLine(anchor)) return false;
  return selection.getNodes().some(node => $isSectionNode(node) || $isClosedBlock(node));
}

/** The part of a selection that lies in one block, one part of a block, or one body. */
export interface Piece {
  readonly container: ElementNode;
  readonly anchor: PointType;
  readonly focus: PointType;
  /** The selection began before the container and ended behind it. */
  readonly isWhole: boolean;
}

/**
 * Cuts a selection at the edges of the compartments it touches, in the order of the text. Headings
 * are left out: they are the letter's structure.
 */
export function $piecesOf(selection: RangeSelection): Piece[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  return $piecesIn($getRoot(), { start, end });
}

/** A piece as a selection of its own. */
export function $selectionOf({ anchor, focus }: Pick<Piece, 'anchor' | 'focus'>): RangeSelection {
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  return selection;
}

interface Span {
  readonly start: PointType;
  readonly end: PointType;
}

function $piecesIn(container: ElementNode, span: Span): Piece[] {
  const last = $lastIndex(container, span.end);
  const pieces: Piece[] = [];
  for (let index = $firstIndex(container, span.start); index <= last; index++) {
    const block = container.getChildAtIndex(index);
    if ($isSectionNode(block)) pieces.push(...$piecesOfSection(block, span));
    else if ($isPartedNode(block) && $touches(span, block)) pieces.push(...$piecesIn(block, span));
    else if ($isElementNode(block)) pieces.push($piece(block, span));
  }
  return pieces;
}

function $piecesOfSection(section: SectionNode, span: Span): Piece[] {
  const body = section.getBody();
  if (body === null) return [];
  if ($touches(span, body)) return $piecesIn(body, span);
  const bodyIndex = body.getIndexWithinParent();
  const endsBefore = $isWithin(span.end, section) && !$isBehind(span.end, section, bodyIndex);
  const startsBehind = $isBehind(span.start, section, bodyIndex);
  return endsBefore || startsBehind ? [] : [$piece(body, span)];
}

/** Whether a point stands beside the heading and body of a section, behind the body. */
const $isBehind = (point: PointType, section: SectionNode, bodyIndex: number): boolean =>
  point.key === section.getKey() && point.offset > bodyIndex;

function $piece(container: ElementNode, { start, end }: Span): Piece {
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

const $touches = ({ start, end }: Span, element: ElementNode): boolean =>
  $isWithin(start, element) || $isWithin(end, element);

const $isWithin = (point: PointType, element: ElementNode): boolean => {
  const node = point.getNode();
  return element.is(node) || element.isParentOf(node);
};

const $firstIndex = (container: ElementNode, start: PointType): number =>
  start.key === container.getKey() ? start.offset : ($indexIn(container, start) ?? 0);

const $lastIndex = (container: ElementNode, end: PointType): number =>
  end.key === container.getKey()
    ? end.offset - 1
    : ($indexIn(container, end) ?? container.getChildrenSize() - 1);

/** The index of the child that holds a point; null when the point is elsewhere. */
function $indexIn(container: ElementNode, point: PointType): number | null {
  let node: LexicalNode = point.getNode();
  for (let parent = node.getParent(); parent !== null; parent = node.getParent()) {
    if (parent.is(container)) return node.getIndexWithinParent();
    node = parent;
  }
  return null;
}
