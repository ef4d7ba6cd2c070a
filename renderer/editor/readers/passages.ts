import { $forEachSelectedTextNode } from '@lexical/selection';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { stricter, type PassageMark } from '#shared/domain/audience.ts';
import { $isLineNode, type LineNode } from '../lines/LineNode.ts';
import { $readersOf, $setReaders } from '../section/readers.ts';
import { $isSectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { $isSectionNode, type SectionNode } from '../section/SectionNode.ts';
import { $saidOf, $say } from './state.ts';

/**
 * Says who may read the selected words; with nothing selected, those of the block of the caret, and
 * in the heading of a section the whole section. The words carry it, not their block: so it goes
 * wherever they go when a block is split or joined. What was chosen beside a line, a picture or a
 * day, carries it itself, for there may be no word at all; so does an empty block, until words come.
 */
export function $setReadersOfWords(mark: PassageMark | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) {
    $forEachSelectedTextNode(text => $say(text, mark));
    for (const line of $linesWithin(selection)) $say(line, mark);
    return;
  }
  const block = $blockOf(selection.anchor.getNode());
  if (block === null) return;
  const section = $sectionOfHeading(block);
  if (section !== null) {
    $setReaders(section, mark);
    return;
  }
  const texts = block.getAllTextNodes();
  for (const text of texts) $say(text, mark);
  if ($isLineNode(block) || texts.length === 0) $say(block, mark);
}

/** Words that come into a block of which it was said while it was empty carry it from then on. */
export function $takeFromBlock(text: TextNode): void {
  const block = $blockOf(text);
  const said = block === null || $isLineNode(block) ? null : $saidOf(block);
  if (block === null || said === null || $sectionOfHeading(block) !== null) return;
  for (const each of block.getAllTextNodes()) $say(each, stricter($saidOf(each), said));
  $say(block, null);
}

/** Begins a new block that those may read who may read the words before it. Whether they are not all. */
export function $continueForSameReaders(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const said = $saidOf(selection.anchor.getNode());
  if (said === null) return false;
  const begun = selection.insertParagraph();
  if (begun?.isEmpty() === true) $say(begun, said);
  return true;
}

const $sectionOfHeading = (block: ElementNode): SectionNode | null =>
  $isSectionHeadingNode(block) ? $findMatchingParent(block, $isSectionNode) : null;

/** The pictures, days and scales that a selection reaches across; not one of which it has some words. */
function $linesWithin(selection: RangeSelection): readonly LineNode[] {
  const [from, to] = [selection.anchor, selection.focus].map(point => $blockOf(point.getNode()));
  if (from === to && selection.getTextContent() !== from?.getTextContent()) return [];
  return [...new Set(selection.getNodes().map($blockOf))].filter($isLineNode);
}

const $blockOf = (node: LexicalNode): ElementNode | null => $findMatchingParent(node, $isBlock);

const $isBlock = (node: LexicalNode): node is ElementNode =>
  $isElementNode(node) && !node.isInline();

/** Who may read the first of the selected words, or the word, line or section at the caret. */
export function $readersOfWords(selection: RangeSelection): PassageMark | null {
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const node = start.getNode();
  const block = selection.isCollapsed() ? $blockOf(node) : null;
  const section = block && $sectionOfHeading(block);
  if (section !== null) return $readersOf(section);
  if ($isElementNode(node)) return $saidOf(node);
  if (!$isTextNode(node)) return null;
  const isBehind = !selection.isCollapsed() && start.offset === node.getTextContentSize();
  const first = isBehind ? node.getNextSibling() : node;
  return $isTextNode(first) ? $saidOf(first) : null;
}
