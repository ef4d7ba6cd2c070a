import { $isLinkNode, LinkNode } from '@lexical/link';
import { $isTextNode, type LexicalEditor } from 'lexical';
import { TEXT_FORMAT } from '#shared/domain/document.ts';
import { isAllowedUrl } from './link-url.ts';

/** A link that may not point where it does is only its text; one without text is nothing. */
export const registerLinkRules = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(LinkNode, link => {
    if (!isAllowedUrl(link.getURL()) || $isLinkNode(link.getParent())) {
      for (const child of link.getChildren()) link.insertBefore(child);
      link.remove();
      return;
    }
    // A link is underlined by itself.
    for (const child of link.getChildren()) {
      if ($isTextNode(child) && (child.getFormat() & TEXT_FORMAT.underline) !== 0) {
        child.toggleFormat('underline');
      }
    }
  });
