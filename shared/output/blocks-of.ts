import { markOf } from '../domain/audience.ts';
import { blockLines, type BlockLine } from '../domain/block-text.ts';
import { PICTURE_WIDTHS } from '../domain/blocks.ts';
import { childrenOf, type DocumentNode } from '../domain/document.ts';
import { PictureId } from '../domain/ids.ts';
import { plain, trimmed } from '../domain/inline-nodes.ts';
import type { Block, Heading, Item, LineType, List } from './letter.ts';
import { runsOf, writable } from './runs.ts';
import { HELP_FOR_WRITING } from './withhold.ts';

export interface Pictures {
  /** Whether the vault has the bytes of a picture. */
  readonly hasPicture: (id: PictureId) => boolean;
}

const INLINE_TYPES = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);
const LEVELS: Readonly<Record<string, Heading['level']>> = { h1: 1, h2: 2 };
const BLANK: Block = { kind: 'blank' };

/** The blocks of some nodes. A node that is not known is taken for what its children make it. */
export const blocksOf = (nodes: readonly DocumentNode[], pictures: Pictures): readonly Block[] =>
  nodes.flatMap(node => blocksOfNode(node, pictures));

/** At most one blank line between two blocks, none at either end. */
export const tidy = (blocks: readonly Block[]): readonly Block[] =>
  blocks
    .filter(
      ({ kind }, index) => kind !== 'blank' || (blocks[index + 1]?.kind ?? 'blank') !== 'blank',
    )
    .filter(({ kind }, index) => kind !== 'blank' || index > 0);

export const hasText = (blocks: readonly Block[]): boolean =>
  blocks.some(({ kind }) => kind !== 'blank');

function blocksOfNode(node: DocumentNode, pictures: Pictures): readonly Block[] {
  if (HELP_FOR_WRITING.has(node.type)) return [];
  if (node.type === 'picture') return pictureBlock(node, pictures);
  const lines = blockLines(node);
  // `blockLines` answers for these types, the ladder and the picture.
  if (lines !== undefined) return lines.map(line => lineBlock(line, node));
  if (node.type === 'list') return listBlock(node);
  if (node.type === 'quote') return quoteBlock(node, pictures);
  if (node.type !== 'heading' && holdsBlocks(node)) return blocksOf(childrenOf(node), pictures);
  return textBlock(node);
}

const isInline = (node: DocumentNode): boolean =>
  INLINE_TYPES.has(node.type) || node.children === undefined;

const holdsBlocks = (node: DocumentNode): boolean =>
  childrenOf(node).length > 0 && !childrenOf(node).some(isInline);

function textBlock(node: DocumentNode): readonly Block[] {
  const children = isInline(node) ? [node] : childrenOf(node);
  if (plain(children).trim() === '') return [BLANK];
  const block = { runs: runsOf(children), mark: markOf(node) };
  if (node.type !== 'heading') return [{ kind: 'paragraph', ...block }];
  return [{ kind: 'heading', level: LEVELS[String(node['tag'])] ?? 3, ...block }];
}

const lineBlock = ({ kind, nodes }: BlockLine, node: DocumentNode): Block => ({
  kind: 'line',
  of: node.type as LineType,
  isHeard: kind === 'quote',
  runs: runsOf(nodes),
  mark: markOf(node),
});

function pictureBlock(node: DocumentNode, { hasPicture }: Pictures): readonly Block[] {
  const id = PictureId.safeParse(node['picture']);
  const picture = id.success && hasPicture(id.data) ? id.data : null;
  const caption = runsOf(trimmed(childrenOf(node)));
  if (picture === null && caption.length === 0) return [];
  const { description } = node;
  return [
    {
      kind: 'picture',
      picture,
      description: typeof description === 'string' ? writable(description) : '',
      width: PICTURE_WIDTHS.find(width => width === node['width']) ?? 100,
      caption,
      mark: markOf(node),
    },
  ];
}

function quoteBlock(node: DocumentNode, pictures: Pictures): readonly Block[] {
  const inner = holdsBlocks(node)
    ? blocksOf(childrenOf(node), pictures)
    : textBlock({ ...node, type: 'paragraph' });
  if (!hasText(inner)) return [BLANK];
  return [{ kind: 'quote', blocks: tidy(inner), mark: markOf(node) }];
}

function listBlock(node: DocumentNode): readonly Block[] {
  const list = listOf(node);
  return list === null ? [] : [list];
}

const STYLES: Readonly<Record<string, List['style']>> = { check: 'check', number: 'number' };

/** A list with the items that hold something; null for none. */
function listOf(node: DocumentNode): List | null {
  const style = STYLES[String(node['listType'])] ?? 'bullet';
  const items: (Item & { lists: List[] })[] = [];
  for (const child of childrenOf(node)) {
    const lists = childrenOf(child)
      .filter(({ type }) => type === 'list')
      .flatMap(each => listOf(each) ?? []);
    const item = itemOf(child, style);
    const previous = items.at(-1);
    // An item that holds only a list is how Lexical writes the deeper level of the item before.
    if (item.runs.length === 0 && previous !== undefined) previous.lists.push(...lists);
    else if (item.runs.length > 0 || lists.length > 0) items.push({ ...item, lists });
  }
  const start = Number.isSafeInteger(node['start']) ? Number(node['start']) : 1;
  return items.length === 0 ? null : { kind: 'list', style, start, items, mark: markOf(node) };
}

function itemOf(node: DocumentNode, style: List['style']): Omit<Item, 'lists'> {
  const words = childrenOf(node).filter(({ type }) => type !== 'list');
  return {
    runs: plain(words).trim() === '' ? [] : runsOf(words),
    checked: style === 'check' ? node['checked'] === true : null,
    mark: markOf(node),
  };
}
