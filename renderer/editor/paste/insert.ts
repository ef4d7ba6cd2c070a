import {
  $getRoot,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type RangeSelection,
} from 'lexical';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $nodeFrom } from '../document/load.ts';
import { isClosed } from '../document/legal-block.ts';
import { legalBlocks } from '../document/legalize.ts';
import { $isOneLineNode } from '../line/OneLineNode.ts';
import { $compartmentOf, $crossesCompartments } from '../section/compartments.ts';
import { $removeAcross } from '../section/remove-across.ts';
import { $isSalutationNode } from '../section/SalutationNode.ts';
import { $isSectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { $insertAtCaret } from './insert-among.ts';
import {
  $insertIntoClosed,
  $insertIntoHeading,
  $insertIntoSalutation,
} from './insert-into-line.ts';
import { flatBlocks } from './own-nodes.ts';

/** Puts pasted or dropped blocks where the selection is, in the form that place allows. */
export function $insertBlocks(nodes: readonly DocumentNode[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || nodes.length === 0) return;
  if ($crossesCompartments(selection)) $removeAcross(selection);
  else if (!selection.isCollapsed()) selection.removeText();
  const place = $getSelection();
  if ($isRangeSelection(place)) $insertAt(place, nodes);
}

function $insertAt(place: RangeSelection, nodes: readonly DocumentNode[]): void {
  const node = place.anchor.getNode();
  const compartment = $compartmentOf(node);
  const salutation = $isSalutationNode(node) ? node : node.getTopLevelElement();
  if ($isSectionHeadingNode(compartment)) $insertIntoHeading(compartment, nodes);
  else if ($isSalutationNode(salutation)) $insertIntoSalutation(salutation, nodes);
  else if ($isOneLineNode(compartment)) $insertIntoClosed(compartment, nodes);
  else if (compartment.is($getRoot()) && nodes.some(({ type }) => type === 'section')) {
    $insertAtCaret(place, legalBlocks(nodes, 'letter'));
  } else {
    const blocks = flatBlocks(nodes);
    if (blocks.some(isClosed)) $insertAtCaret(place, blocks);
    else $insertNodes(blocks.map($nodeFrom));
  }
}
