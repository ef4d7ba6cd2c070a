import { childrenOf, isSection, type DocumentNode } from './document.ts';

/**
 * Whether a document, given as its root, or a part of it such as a section holds anything of its
 * writer: words, a picture, or something chosen on a scale. It looks no further than the first.
 */
export const holdsWriting = (node: DocumentNode): boolean => isWritten(node, false);

function isWritten(node: DocumentNode, inChecklist: boolean): boolean {
  // These come with a template, and stay when all that was written under them is gone.
  if (node.type === 'section-heading' || node.type === 'salutation') return false;
  if (inChecklist && node.type === 'listitem' && node['checked'] !== true) return false;
  if (node.type === 'picture') return true;
  if (node.type === 'scale' && typeof node['value'] === 'number') return true;
  if (typeof node['text'] === 'string' && node['text'].trim() !== '') return true;
  const inside = isSection(node) ? node.sectionType === 'checklist' : inChecklist;
  return childrenOf(node).some(child => isWritten(child, inside));
}
