import {
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isSalutationNode } from '../section/SalutationNode.ts';
import { $isSectionBodyNode } from '../section/SectionBodyNode.ts';

/** Neighbours that are moved as one. */
export interface Stretch {
  readonly first: LexicalNode;
  readonly last: LexicalNode;
}

/** The blocks that the selection touches, where it lies within one section's text; else null. */
export function $selectedInBody(): Stretch | null {
  const [start, end] = $endsOfSelection();
  if (start === null || end === null) return null;
  const body = $findMatchingParent(start, $isSectionBodyNode);
  const isInside = body !== null && body.is($findMatchingParent(end, $isSectionBodyNode));
  return isInside ? $between(body, start, end) : null;
}

/** What the selection touches of the letter's top level: whole sections, and blocks between them. */
export function $selectedAtTop(): Stretch | null {
  const [start, end] = $endsOfSelection();
  return start === null || end === null ? null : $between($getRoot(), start, end);
}

function $endsOfSelection(): [LexicalNode | null, LexicalNode | null] {
  const selection = $getSelection();
  if (selection === null) return [null, null];
  if (!$isRangeSelection(selection)) {
    const nodes = selection.getNodes();
    return [nodes[0] ?? null, nodes.at(-1) ?? null];
  }
  const ends = [selection.anchor.getNode(), selection.focus.getNode()] as const;
  return selection.isBackward() ? [ends[1], ends[0]] : [ends[0], ends[1]];
}

function $between(container: ElementNode, start: LexicalNode, end: LexicalNode): Stretch | null {
  const first = $childHolding(container, start);
  const last = $childHolding(container, end);
  return first === null || last === null || $isSalutationNode(first) ? null : { first, last };
}

function $childHolding(container: ElementNode, node: LexicalNode): LexicalNode | null {
  let child: LexicalNode = node;
  for (let parent = child.getParent(); parent !== null; parent = child.getParent()) {
    if (parent.is(container)) return child;
    child = parent;
  }
  return null;
}
