import { styleOf } from './inline-style.ts';
import type { ListItem } from '#shared/reading/flat-block.ts';
import { STYLE } from './trusted-html.ts';

/**
 * Word and Outlook write lists as paragraphs that say in their style which list they belong to, and
 * put the bullet or number into the text.
 */
export function wordListItem(
  element: Element,
  style: ReadonlyMap<string, string>,
): ListItem | undefined {
  const list = style.get('mso-list');
  const level = /level(\d+)/.exec(list ?? '')?.[1];
  if (level === undefined) return undefined;
  const marker = markerOf(element).trim();
  const number = /^\(?(\d{1,4}|[a-z]{1,4})[.)]/i.exec(marker)?.[1];
  return {
    level: Number(level) - 1,
    listType: number === undefined ? 'bullet' : 'number',
    start: /^\d+$/.test(number ?? '') ? Number(number) : 1,
  };
}

/** The bullet or number that Word put into the text itself. */
function markerOf(element: Element): string {
  const ignored = [...element.querySelectorAll(`[${STYLE}]`)].find(isWordMarker);
  if (ignored !== undefined) return ignored.textContent ?? '';
  let marker = '';
  let isInside = false;
  for (const child of element.childNodes) {
    if (startsMarker(child)) isInside = true;
    else if (endsMarker(child)) break;
    else if (isInside) marker += child.textContent ?? '';
  }
  return marker;
}

export const isWordMarker = (element: Element): boolean =>
  styleOf(element).get('mso-list') === 'ignore';

export const startsMarker = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE && (node.nodeValue ?? '').startsWith('[if !supportLists]');

export const endsMarker = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE && (node.nodeValue ?? '').startsWith('[endif]');
