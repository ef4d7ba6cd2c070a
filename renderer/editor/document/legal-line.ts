import {
  NODE_TYPES,
  childrenOf,
  inlineText,
  textOf,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { isAllowedUrl } from '../link/link-url.ts';
import { UNKNOWN_TYPE, wrapUnknown } from './UnknownNode.ts';

const INLINE = new Set(['text', 'linebreak', 'tab', 'link']);
const KNOWN = new Set<string>(NODE_TYPES);

export const isInline = (node: DocumentNode): boolean => INLINE.has(node.type);
export const isKnown = (node: DocumentNode): boolean => KNOWN.has(node.type);

/** What may stand in a paragraph; an unknown node is kept in it. */
export const legalLine = (children: readonly DocumentNode[]): DocumentNode[] =>
  children.flatMap(child => {
    if (isInline(child)) return legalInline(child);
    return child.type === UNKNOWN_TYPE ? child : wrapUnknown(child, true);
  });

export function legalInline(node: DocumentNode): DocumentNode[] {
  if (node.type !== 'link') return [node];
  const children = childrenOf(node).flatMap(child =>
    child.type === 'link' || !isInline(child) ? textOnly(child, false) : [child],
  );
  const url = node['url'];
  if (typeof url !== 'string' || !isAllowedUrl(url)) return children;
  return children.length > 0 ? [{ ...node, children }] : [];
}

/** Any nodes as one line: formats, links and unknown nodes are kept, line breaks become spaces. */
export function oneLine(children: readonly DocumentNode[]): DocumentNode[] {
  return withGaps(children, child => {
    if (child.type === 'link') return legalInline(child).flatMap(inOneLine);
    return isInline(child)
      ? inOneLine(child)
      : isKnown(child)
        ? oneLine(childrenOf(child))
        : legalLine([child]);
  });
}

function inOneLine(node: DocumentNode): DocumentNode[] {
  if (node.type === 'link') return [{ ...node, children: childrenOf(node).flatMap(inOneLine) }];
  if (node.type === 'linebreak' || node.type === 'tab') return [textOf(' ')];
  return [node];
}

/** The text of a node as one line; formats are kept unless the line is plain. */
export function textOnly(node: DocumentNode, plain: boolean): DocumentNode[] {
  if (node.type === 'text') return inlineText(node) === '' ? [] : [plain ? asPlain(node) : node];
  if (node.type === 'linebreak' || node.type === 'tab') return [textOf(' ')];
  if (!isKnown(node)) return legalLine([node]);
  return withGaps(childrenOf(node), child => textOnly(child, plain));
}

/** A space where blocks that become one line met. */
function withGaps(
  children: readonly DocumentNode[],
  lineOf: (child: DocumentNode) => DocumentNode[],
): DocumentNode[] {
  const line: DocumentNode[] = [];
  let wasBlock = false;
  for (const child of children) {
    const nodes = lineOf(child);
    const isBlock = isKnown(child) && !isInline(child);
    if (line.length > 0 && nodes.length > 0 && (isBlock || wasBlock)) line.push(textOf(' '));
    line.push(...nodes);
    wasBlock = isBlock;
  }
  return line;
}

const asPlain = (node: DocumentNode): DocumentNode =>
  node['format'] === 0 || node['format'] === undefined ? node : { ...node, format: 0 };
