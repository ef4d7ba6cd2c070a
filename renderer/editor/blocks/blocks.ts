import { $isListItemNode, $isListNode, type ListType } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  INTERNAL_$isBlock,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isSingleLine } from '../section/compartments.ts';
import { $isSalutationNode } from '../section/SalutationNode.ts';

/** What a block of text can be turned into. */
export const TEXT_BLOCKS = ['paragraph', 'heading1', 'heading2', 'heading3', 'quote'] as const;
export type TextBlock = (typeof TEXT_BLOCKS)[number];

/** What the caret stands in; "fixed" is a line that stays what it is. */
export type BlockKind = TextBlock | ListType | 'fixed';

const creators: Record<TextBlock, () => ElementNode> = {
  paragraph: $createParagraphNode,
  heading1: () => $createHeadingNode('h1'),
  heading2: () => $createHeadingNode('h2'),
  heading3: () => $createHeadingNode('h3'),
  quote: () => $createQuoteNode(),
};

const headingKinds: Record<string, TextBlock> = { h1: 'heading1', h2: 'heading2', h3: 'heading3' };

/** Turns the selected blocks into another kind. Headings of sections, the salutation and the lines of blocks stay. */
export function $setTextBlocks(kind: TextBlock): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const block of $selectedBlocks(selection)) {
    if ($kindOf(block) === kind) continue;
    // Whatever the list indented starts again at the margin.
    block.replace(creators[kind](), true);
  }
}

/** The blocks of a selection whose kind may change, in the order of the text. */
export function $selectedBlocks(selection: RangeSelection): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  for (const node of selection.getNodes()) {
    const block = $blockOf(node);
    if (block !== null && !$isFixed(block)) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

/** The kind of the block that a selection begins in. */
export function $currentKind(selection: RangeSelection): BlockKind {
  const block = $blockOf(selection.anchor.getNode());
  return block === null ? 'paragraph' : $kindOf(block);
}

export function $kindOf(block: ElementNode): BlockKind {
  if ($isFixed(block)) return 'fixed';
  if ($isHeadingNode(block)) return headingKinds[block.getTag()] ?? 'heading3';
  if ($isQuoteNode(block)) return 'quote';
  const list = block.getParent();
  return $isListItemNode(block) && $isListNode(list) ? list.getListType() : 'paragraph';
}

const $isFixed = (block: ElementNode): boolean => $isSingleLine(block) || $isSalutationNode(block);

function $blockOf(node: LexicalNode): ElementNode | null {
  const block = $findMatchingParent(node, INTERNAL_$isBlock);
  return $isElementNode(block) && !block.isShadowRoot() ? block : null;
}
