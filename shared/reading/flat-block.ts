import { paragraphOf, textOf, type DocumentNode } from '../domain/document.ts';

export type ListKind = 'bullet' | 'number' | 'check';

/** Where a list item stands in its list. */
export interface ListItem {
  readonly level: number;
  readonly listType: ListKind;
  readonly start: number;
  readonly checked?: boolean;
}

/** A stretch of text with one look. `null` text is a line break. */
export interface Run {
  readonly text: string;
  readonly format: number;
  readonly link: string | null;
}

export const LINE_BREAK = 'break';
export const TAB = 'tab';
export type Inline = Run | typeof LINE_BREAK | typeof TAB;

/** A block as it is read, before lists are put together: one after the other, none inside another. */
export interface FlatBlock {
  readonly kind: 'paragraph' | 'quote' | 'h1' | 'h2' | 'h3' | ListItem;
  readonly line: readonly Inline[];
}

/** Deeper lists than this are drawn at this depth. */
const MAX_LEVEL = 7;

/** Blocks of the document from blocks as they were read. */
export function assemble(blocks: readonly FlatBlock[]): DocumentNode[] {
  const nodes: DocumentNode[] = [];
  for (let index = 0; index < blocks.length;) {
    const end = endOfList(blocks, index);
    if (end > index) nodes.push(...listsFrom(itemsOf(blocks.slice(index, end)), 0));
    else nodes.push(...blockFrom(blocks[index]));
    index = Math.max(end, index + 1);
  }
  return nodes;
}

function endOfList(blocks: readonly FlatBlock[], from: number): number {
  let end = from;
  while (typeof blocks[end]?.kind === 'object') end += 1;
  return end;
}

function blockFrom(block: FlatBlock | undefined): DocumentNode[] {
  if (block === undefined || typeof block.kind === 'object') return [];
  const children = inlineNodes(block.line);
  if (block.kind === 'paragraph') return [{ ...paragraphOf(''), children }];
  if (block.kind === 'quote') return [{ type: 'quote', version: 1, children }];
  return [{ type: 'heading', version: 1, tag: block.kind, children }];
}

type Item = ListItem & { readonly line: readonly Inline[] };

/** No item stands more than one level below the one before it. */
function itemsOf(blocks: readonly FlatBlock[]): Item[] {
  let previous = -1;
  return blocks.flatMap(({ kind, line }) => {
    if (typeof kind !== 'object') return [];
    previous = Math.max(0, Math.min(kind.level, previous + 1, MAX_LEVEL));
    return [{ ...kind, level: previous, line }];
  });
}

function listsFrom(items: readonly Item[], level: number): DocumentNode[] {
  const lists: { type: ListKind; start: number; children: DocumentNode[] }[] = [];
  for (let index = 0; index < items.length;) {
    const item = items[index];
    if (item === undefined) break;
    const last = lists.at(-1);
    if (item.level > level && last !== undefined) {
      let end = index;
      while ((items[end]?.level ?? 0) > level) end += 1;
      const nested = listsFrom(items.slice(index, end), level + 1);
      last.children.push(...nested.map(list => itemNode({ children: [list] })));
      index = end;
      continue;
    }
    const node = itemNode({ checked: item.checked, children: inlineNodes(item.line) });
    if (last?.type === item.listType) last.children.push(node);
    else lists.push({ type: item.listType, start: item.start, children: [node] });
    index += 1;
  }
  return lists.map(({ type, start, children }) => ({
    type: 'list',
    version: 1,
    listType: type,
    start,
    tag: type === 'number' ? 'ol' : 'ul',
    children,
  }));
}

const itemNode = (fields: {
  checked?: boolean | undefined;
  children: DocumentNode[];
}): DocumentNode => ({
  type: 'listitem',
  version: 1,
  value: 1,
  ...(fields.checked === undefined ? {} : { checked: fields.checked }),
  children: fields.children,
});

/** A line as nodes: runs of one address together in one link. */
function inlineNodes(line: readonly Inline[]): DocumentNode[] {
  const nodes: DocumentNode[] = [];
  let link: { url: string; children: DocumentNode[] } | null = null;
  for (const inline of line) {
    const url = typeof inline === 'string' ? null : inline.link;
    if (url === null) {
      link = null;
      nodes.push(leafFrom(inline));
      continue;
    }
    if (link === null || link.url !== url) {
      link = { url, children: [] };
      nodes.push({ type: 'link', version: 1, url, rel: 'noreferrer', children: link.children });
    }
    link.children.push(leafFrom(inline));
  }
  return nodes;
}

function leafFrom(inline: Inline): DocumentNode {
  if (inline === LINE_BREAK) return { type: 'linebreak', version: 1 };
  if (inline === TAB) return { ...textOf('\t'), type: 'tab', mode: 'normal', detail: 2 };
  return { ...textOf(inline.text), format: inline.format };
}
