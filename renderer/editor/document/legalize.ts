import { markOf, stricter, withMark, type PassageMark } from '#shared/domain/audience.ts';
import { isPartedType } from '#shared/domain/blocks.ts';
import { childrenOf, paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import {
  isClosed,
  isDamaged,
  isLine,
  legalLineBlock,
  legalParted,
  strayPart,
} from './legal-block.ts';
import { isInline, isKnown, legalInline, legalLine, textOnly } from './legal-line.ts';
import { UNKNOWN_TYPE, wrapUnknown } from './UnknownNode.ts';

/** Where blocks may stand: at the top of a letter sections are allowed, inside a section they are not. */
type Place = 'letter' | 'section';

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'quote']);

/**
 * The children that a letter may have, made from any: the same nodes when they are legal already.
 * No word is lost, unknown types are wrapped to be kept, and doing it twice changes nothing.
 */
export function legalLetter(children: readonly DocumentNode[]): readonly DocumentNode[] {
  const blocks = legalBlocks(children, 'letter').map((block, index) =>
    block.type === 'salutation' && index > 0 ? { ...block, type: 'paragraph' } : block,
  );
  return endsInText(blocks) ? blocks : [...blocks, paragraphOf('')];
}

/** The caret must always find a place behind the last section or block. */
const endsInText = (blocks: readonly DocumentNode[]): boolean => {
  const last = blocks.at(-1);
  if (last === undefined || last.type === UNKNOWN_TYPE) return false;
  return last.type !== 'section' && !isClosed(last);
};

/** Blocks that may stand at a place, in the order of what they were made from. */
export function legalBlocks(children: readonly DocumentNode[], place: Place): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  let line: DocumentNode[] = [];
  const endLine = () => {
    if (line.length > 0) blocks.push({ ...paragraphOf(''), children: line });
    line = [];
  };
  for (const child of children) {
    if (isInline(child)) {
      line.push(...legalInline(child));
      continue;
    }
    endLine();
    blocks.push(...legalBlock(child, place));
  }
  endLine();
  return blocks;
}

function legalBlock(node: DocumentNode, place: Place): DocumentNode[] {
  if (!isKnown(node)) return [node.type === UNKNOWN_TYPE ? node : wrapUnknown(node, false)];
  if (TEXT_BLOCKS.has(node.type)) return legalTextBlock(node, place);
  if (isDamaged(node)) return [wrapUnknown(node, false)];
  if (isLine(node)) return [legalLineBlock(node)];
  if (isParted(node)) return legalPartedBlocks(node, place);
  switch (node.type) {
    case 'list':
      return legalList(node);
    case 'listitem':
      return legalList({ type: 'list', version: 1, listType: 'bullet', children: [node] });
    case 'salutation':
      return [legalSalutation(node, place)];
    case 'section':
      return place === 'letter' ? [legalSection(node)] : flatSection(node);
    case 'section-heading':
      return headingFrom(node);
    case 'part':
      return legalBlocks(strayPart(node), place);
    default:
      return legalBlocks(childrenOf(node), place);
  }
}

type Parted = Parameters<typeof legalParted>[0];

const isParted = (node: DocumentNode): node is Parted => isPartedType(node.type);

/** What stood in a block besides its parts comes behind it. */
function legalPartedBlocks(node: Parted, place: Place): DocumentNode[] {
  const { block, rest } = legalParted(node);
  return [block, ...legalBlocks(rest, place)];
}

/** Blocks inside a paragraph, heading or quote become its neighbours. */
function legalTextBlock(node: DocumentNode, place: Place): DocumentNode[] {
  const children = childrenOf(node);
  if (children.every(child => isInline(child) || !isKnown(child))) {
    return [{ ...node, children: legalLine(children) }];
  }
  return legalBlocks(children, place).map(block =>
    block.type === 'paragraph' ? { ...node, children: childrenOf(block) } : block,
  );
}

function legalSalutation(node: DocumentNode, place: Place): DocumentNode {
  const type = place === 'letter' ? 'salutation' : 'paragraph';
  return { ...node, type, children: textOnly(node, false) };
}

function legalSection(node: DocumentNode): DocumentNode {
  const children = childrenOf(node);
  const heading = children.find(child => child.type === 'section-heading');
  const body = children.find(child => child.type === 'section-body');
  const rest = children.filter(child => child !== heading);
  const blocks = legalBlocks(rest, 'section');
  return {
    ...node,
    children: [
      {
        ...(heading ?? { type: 'section-heading', version: 1 }),
        children: heading === undefined ? [] : textOnly(heading, true),
      },
      {
        ...(body ?? { type: 'section-body', version: 1 }),
        children: blocks.length > 0 ? blocks : [paragraphOf('')],
      },
    ],
  };
}

/**
 * A section where none may be: its name as a heading, then what was written in it. Who may read the
 * section is said of its words: they may not become open by losing it.
 */
function flatSection(node: DocumentNode): DocumentNode[] {
  const mark = markOf(node);
  const children = childrenOf(node);
  return legalBlocks(
    mark === null ? children : children.map(child => withWordsMarked(child, mark)),
    'section',
  );
}

function withWordsMarked(node: DocumentNode, mark: PassageMark): DocumentNode {
  if (node.type === 'text') return withMark(node, stricter(markOf(node), mark));
  if (node.children === undefined) return node;
  return { ...node, children: childrenOf(node).map(child => withWordsMarked(child, mark)) };
}

function headingFrom(node: DocumentNode): DocumentNode[] {
  const text = textOnly(node, true);
  return text.length > 0 ? [{ type: 'heading', version: 1, tag: 'h3', children: text }] : [];
}

function legalList(list: DocumentNode): DocumentNode[] {
  const items = childrenOf(list).flatMap(child =>
    legalItems(
      child.type === 'listitem' ? child : { type: 'listitem', version: 1, children: [child] },
    ),
  );
  return items.length > 0 ? [{ ...list, children: items }] : [];
}

/** A list item holds either one line of text or one nested list, never both. */
function legalItems(item: DocumentNode): DocumentNode[] {
  const items: DocumentNode[] = [];
  let line: DocumentNode[] = [];
  const endLine = () => {
    if (line.length > 0) items.push({ ...item, children: line });
    line = [];
  };
  for (const child of childrenOf(item)) {
    if (isInline(child)) line.push(...legalInline(child));
    else if (!isKnown(child)) line.push(...legalLine([child]));
    else if (child.type === 'list') {
      endLine();
      items.push(...legalList(child).map(list => ({ ...item, children: [list] })));
    } else {
      if (line.length > 0) line.push({ type: 'linebreak', version: 1 });
      line.push(...textOnly(child, false));
    }
  }
  endLine();
  return items.length > 0 ? items : [{ ...item, children: [] }];
}
