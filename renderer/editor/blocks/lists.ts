import { $insertList, $isListItemNode, $removeList, type ListType } from '@lexical/list';
import { $handleIndentAndOutdent } from '@lexical/utils';
import {
  $createPoint,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $normalizeSelection__EXPERIMENTAL,
  $setSelection,
  type ElementNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import {
  $crossesCompartments,
  $isClosedBlock,
  $piecesOf,
  $selectionOf,
  type Piece,
} from '../section/compartments.ts';
import { $isSectionBodyNode } from '../section/SectionBodyNode.ts';
import { $kindOf, $selectedBlocks } from './blocks.ts';

/** As deep as lists may nest; documents have a limit, and so has the sheet. */
const LIST_MAX_INDENT = 7;

/** Makes the selected blocks a list, or paragraphs again when they are that list already. */
export function $toggleList(type: ListType): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const blocks = $selectedBlocks(selection);
  if (blocks.length === 0) return;
  const isOn = blocks.every(block => $kindOf(block) === type);
  const apply = () => (isOn ? $removeList() : $insertList(type));
  if ($crossesCompartments(selection)) $inEachStretch(selection, apply);
  else apply();
}

/** Lexical's list commands would take a section's heading for a block like any other. */
function $inEachStretch(selection: RangeSelection, apply: () => void): void {
  const changed: RangeSelection[] = [];
  for (const stretch of $stretchesOf(selection)) {
    $setSelection($normalizeSelection__EXPERIMENTAL($selectionOf(stretch)));
    apply();
    const left = $getSelection();
    if ($isRangeSelection(left)) changed.push(left.clone());
  }
  const [first, last] = [changed[0], changed.at(-1)];
  if (first === undefined || last === undefined) return;
  first.focus.set(last.focus.key, last.focus.offset, last.focus.type);
  $setSelection(first);
}

type Span = Pick<Piece, 'anchor' | 'focus'>;

/** The selected blocks of text, those that stand side by side together. */
function $stretchesOf(selection: RangeSelection): Span[] {
  const pieces = $piecesOf(selection)
    .flatMap($blockPieces)
    .filter(piece => $selectedBlocks($selectionOf(piece)).length > 0);
  const stretches: { anchor: PointType; focus: PointType; last: ElementNode }[] = [];
  for (const { container, anchor, focus } of pieces) {
    const before = stretches.at(-1);
    if (before?.last.is(container.getPreviousSibling()) === true) {
      before.focus = focus;
      before.last = container;
    } else stretches.push({ anchor, focus, last: container });
  }
  return stretches;
}

/** A body that was wholly selected, cut into its blocks: a list may not swallow those of parts. */
function $blockPieces(piece: Piece): readonly Piece[] {
  if (!$isSectionBodyNode(piece.container)) return [piece];
  return piece.container
    .getChildren()
    .filter($isElementNode)
    .filter(block => !$isClosedBlock(block))
    .map(block => ({
      container: block,
      anchor: $createPoint(block.getKey(), 0, 'element'),
      focus: $createPoint(block.getKey(), block.getChildrenSize(), 'element'),
      isWhole: true,
    }));
}

/** Moves the selected list items one level in or out; false when none is selected. */
export function $indentItems(step: 1 | -1): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const items = $selectedBlocks(selection).filter($isListItemNode);
  if (items.length === 0) return false;
  $handleIndentAndOutdent(block => {
    if (!$isListItemNode(block)) return;
    const indent = block.getIndent() + step;
    if (indent >= 0 && indent <= LIST_MAX_INDENT) block.setIndent(indent);
  });
  return true;
}

/** Ticks or unticks the check-list item the caret is in; false when it is in none. */
export function $toggleCheck(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const items = $selectedBlocks(selection).filter(block => $kindOf(block) === 'check');
  for (const item of items) if ($isListItemNode(item)) item.toggleChecked();
  return items.length > 0;
}
