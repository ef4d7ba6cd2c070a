import type { LexicalNode } from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { $isSectionNode } from '../section/SectionNode.ts';

/** What a block is called when it is spoken about: a section by its heading, others by their kind. */
export function $nameOf(node: LexicalNode): string {
  if (!$isSectionNode(node)) return movingWords.kind(node.getType());
  const heading = node.getFirstChild()?.getTextContent().trim() ?? '';
  return heading === '' ? movingWords.section : movingWords.named(heading);
}
