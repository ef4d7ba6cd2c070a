import { childrenOf, isSection, type Document, type DocumentNode } from './document.ts';

/**
 * Whether a document holds anything of its writer: words, a picture, or something chosen on a
 * scale. It looks no further than the first of them, so that it can be asked at every save.
 */
export const holdsWriting = ({ root }: Document): boolean => holdsWritingIn(root);

/** The same for a part of a document, such as one of its sections. */
export const holdsWritingIn = (node: DocumentNode): boolean => isWritten(node, false);

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
