import {
  $createParagraphNode,
  $getRoot,
  $isRangeSelection,
  $getSelection,
  $setSelection,
  type RangeSelection,
} from 'lexical';
import { $piecesOf, $selectionOf, type Piece } from './compartments.ts';
import { $isPartNode } from '../parts/PartNode.ts';
import { $isSalutationNode } from './SalutationNode.ts';
import { $isSectionBodyNode } from './SectionBodyNode.ts';

/**
 * Empties what a selection covers and keeps the letter's structure: headings stay, a block keeps its
 * parts unless all of it was selected, and a body that was wholly selected holds one empty paragraph.
 * Leaves the caret where the selection began.
 */
export function $removeAcross(selection: RangeSelection): void {
  let caret: RangeSelection | null = null;
  for (const piece of $piecesOf(selection)) {
    $emptyPiece(piece);
    const left = $getSelection();
    if (caret === null && piece.container.isAttached() && $isRangeSelection(left)) {
      caret = left.clone();
    }
  }
  if (caret === null) $getRoot().selectEnd();
  else $setSelection(caret);
}

function $emptyPiece(piece: Piece): void {
  const { container, isWhole } = piece;
  if (!isWhole) {
    const part = $selectionOf(piece);
    $setSelection(part);
    part.removeText();
  } else if ($isSectionBodyNode(container)) {
    container.clear().append($createParagraphNode());
    container.selectStart();
  } else if ($isSalutationNode(container) || $isPartNode(container)) {
    container.clear().selectStart();
  } else {
    container.remove();
  }
}
