import {
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import type { DocumentNode } from '#shared/domain/document.ts';
import { textOfBlocks } from '../copy/to-plain.ts';
import { $nodeFrom } from '../document/load.ts';
import { legalBlocks } from '../document/legalize.ts';
import { $compartmentOf, $crossesSections } from '../section/compartments.ts';
import { $removeAcrossSections } from '../section/remove-across.ts';
import { $isSalutationNode } from '../section/SalutationNode.ts';
import { $isSectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { flatBlocks } from './own-nodes.ts';

/** Puts pasted or dropped blocks where the selection is, in the form that place allows. */
export function $insertBlocks(nodes: readonly DocumentNode[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || nodes.length === 0) return;
  if ($crossesSections(selection)) $removeAcrossSections(selection);
  const place = $getSelection();
  if (!$isRangeSelection(place)) return;
  const compartment = $compartmentOf(place.anchor.getNode());
  if ($isSectionHeadingNode(compartment) || $isInSalutation(place)) {
    place.insertText(textOfBlocks(nodes).replaceAll(/\s+/g, ' ').trim());
  } else if (compartment.is($getRoot()) && nodes.some(node => node.type === 'section')) {
    $insertBetweenBlocks(place, legalBlocks(nodes, 'letter'));
  } else {
    $insertNodes(flatBlocks(nodes).map($nodeFrom));
  }
}

function $isInSalutation(selection: RangeSelection): boolean {
  return (
    $isSalutationNode(selection.anchor.getNode()) ||
    $isSalutationNode(selection.anchor.getNode().getTopLevelElement())
  );
}

/** Sections stand beside the blocks of a letter, never inside one. */
function $insertBetweenBlocks(selection: RangeSelection, nodes: readonly DocumentNode[]): void {
  if (!selection.isCollapsed()) selection.removeText();
  const block = $topBlock(selection);
  let last: ElementNode = block;
  for (const node of nodes.map($nodeFrom)) {
    last.insertAfter(node);
    if ($isElementNode(node)) last = node;
  }
  if (block.isEmpty()) block.remove();
  last.selectEnd();
}

function $topBlock(selection: RangeSelection): ElementNode {
  const top = selection.anchor.getNode().getTopLevelElement();
  if ($isElementNode(top)) return top;
  const last = $getRoot().getLastChildOrThrow();
  return $isElementNode(last) ? last : $getRoot();
}
