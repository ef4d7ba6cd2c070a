import { $isRootNode, type ElementNode, type LexicalNode } from 'lexical';
import { $isSectionBodyNode } from './SectionBodyNode.ts';

/** Whether blocks may stand in an element: the letter itself, or the body of a section. */
export const $holdsBlocks = (node: LexicalNode | null | undefined): node is ElementNode =>
  $isRootNode(node) || $isSectionBodyNode(node);

/** The block of the letter, or of a section's body, that a node is or stands in. */
export function $blockAround(node: LexicalNode): LexicalNode | null {
  let block = node;
  for (let parent = block.getParent(); parent !== null; parent = block.getParent()) {
    if ($holdsBlocks(parent)) return block;
    block = parent;
  }
  return null;
}
