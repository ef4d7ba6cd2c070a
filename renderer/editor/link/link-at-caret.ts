import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type RangeSelection,
} from 'lexical';
import { $currentKind } from '../blocks/blocks.ts';
import { $crossesCompartments } from '../section/compartments.ts';

/** The address of the link at the selection, empty for a new one; null where there can be none. */
export function $linkAtCaret(): { readonly url: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $crossesCompartments(selection)) return null;
  if ($currentKind(selection) === 'fixed') return null;
  const [link] = $linksIn(selection);
  return { url: link?.getURL() ?? '' };
}

/** Makes the selection a link, changes the link that is there, or with null takes it away. */
export function $applyLink(url: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $linkAtCaret() === null) return;
  const isInLink = $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null;
  if (url !== null && selection.isCollapsed() && !isInLink) {
    const text = url.replace(/^(?:mailto:|https?:\/\/)/, '').replace(/\/$/, '');
    $insertNodes([$createLinkNode(url, { rel: 'noreferrer' }).append($createTextNode(text))]);
    return;
  }
  if (url === null) $unlink(selection);
  else $toggleLink(url);
}

/** Takes the links away that a selection touches, and leaves their text. */
export function $unlink(selection: RangeSelection): void {
  for (const link of $linksIn(selection)) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
  }
}

function $linksIn(selection: RangeSelection): LinkNode[] {
  const links = selection.getNodes().map(node => $findMatchingParent(node, $isLinkNode));
  return [
    ...new Map(
      links.filter(link => link !== null).map(link => [link.getKey(), link] as const),
    ).values(),
  ];
}
