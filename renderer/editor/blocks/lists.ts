import { $insertList, $isListItemNode, $removeList, type ListType } from '@lexical/list';
import { $handleIndentAndOutdent } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  $normalizeSelection__EXPERIMENTAL,
  $setSelection,
  type RangeSelection,
} from 'lexical';
import { $crossesSections, $piecesOf, $selectionOf } from '../section/compartments.ts';
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
  if ($crossesSections(selection)) $inEachPiece(selection, apply);
  else apply();
}

/** Lexical's list commands would take a section's heading for a block like any other. */
function $inEachPiece(selection: RangeSelection, apply: () => void): void {
  const parts: RangeSelection[] = [];
  for (const piece of $piecesOf(selection)) {
    const part = $normalizeSelection__EXPERIMENTAL($selectionOf(piece));
    if ($selectedBlocks(part).length === 0) continue;
    $setSelection(part);
    apply();
    const left = $getSelection();
    if ($isRangeSelection(left)) parts.push(left.clone());
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return;
  first.focus.set(last.focus.key, last.focus.offset, last.focus.type);
  $setSelection(first);
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
