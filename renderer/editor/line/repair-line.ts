import { $isLinkNode } from '@lexical/link';
import {
  $createTextNode,
  $isElementNode,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isUnknownNode } from '../document/UnknownNode.ts';

/** Keeps an element to one line: line breaks become spaces, blocks in it only their text. */
export function $keepToOneLine(line: ElementNode, keepsLinks: boolean): void {
  for (const child of line.getChildren()) {
    if (keepsLinks && $isLinkNode(child)) for (const inner of child.getChildren()) $flatten(inner);
    else if ($isElementNode(child)) $dissolve(child, keepsLinks);
    else $flatten(child);
  }
}

function $flatten(node: LexicalNode): void {
  const isText = $isTextNode(node) && !$isTabNode(node);
  if (!isText && !$isUnknownNode(node)) node.replace($createTextNode(' '));
}

/** A link gives up its text as it is, so that a selection in it stays where it was. */
function $dissolve(element: ElementNode, keepsLinks: boolean): void {
  $keepToOneLine(element, keepsLinks);
  const isBlock = !element.isInline();
  if (isBlock && element.getPreviousSibling() !== null) {
    element.insertBefore($createTextNode(' '));
  }
  const follower = element.getNextSibling();
  for (const child of element.getChildren()) element.insertBefore(child);
  if (isBlock && follower !== null && !$isElementNode(follower)) {
    element.insertBefore($createTextNode(' '));
  }
  element.remove();
}
