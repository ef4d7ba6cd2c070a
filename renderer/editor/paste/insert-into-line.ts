import { $insertNodes, $isElementNode, type ElementNode } from 'lexical';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { isClosed } from '../document/legal-block.ts';
import { oneLine } from '../document/legal-line.ts';
import { legalBlocks } from '../document/legalize.ts';
import { $nodeFrom } from '../document/load.ts';
import type { OneLineNode } from '../line/OneLineNode.ts';
import { $isLineNode } from '../lines/LineNode.ts';
import { $isAnswerNode } from '../parts/AnswerNode.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { $isPartNode, type PartNode } from '../parts/PartNode.ts';
import { newBlocks } from '../parts/insert.ts';
import type { SalutationNode } from '../section/SalutationNode.ts';
import type { SectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { $insertBehind } from './insert-among.ts';
import { flatBlocks } from './own-nodes.ts';

/** The first line goes into a heading, and what follows to the start of its section's text. */
export function $insertIntoHeading(
  heading: SectionHeadingNode,
  nodes: readonly DocumentNode[],
): void {
  const { line, rest } = firstLine(flatBlocks(nodes));
  $insertLine(line);
  const body = heading.getNextSibling();
  const first = $isElementNode(body) ? body.getFirstChild() : null;
  if (first === null || rest.length === 0) return;
  const inserted = rest.map($nodeFrom);
  for (const node of inserted) first.insertBefore(node);
  const last = inserted.at(-1);
  if ($isElementNode(last)) last.selectEnd();
}

/** The first line goes into the salutation, and what follows behind it. */
export function $insertIntoSalutation(
  salutation: SalutationNode,
  nodes: readonly DocumentNode[],
): void {
  const blocks = legalBlocks(nodes, 'letter');
  const { line, rest } = firstLine(blocks);
  $insertLine(line);
  if (rest.length > 0) $insertBehind(salutation, rest);
}

/**
 * A line that keeps to itself takes all of the text as one line; several paragraphs are several
 * points that were heard. Blocks of their own go behind the one that the caret is in.
 */
export function $insertIntoClosed(line: OneLineNode, nodes: readonly DocumentNode[]): void {
  const blocks = flatBlocks(nodes);
  const parent = line.getParent();
  const block = $isPartedNode(parent) ? parent : line;
  if (blocks.some(isClosed)) {
    $insertBehind(block, blocks);
    if (($isPartedNode(block) || $isLineNode(block)) && block.isBlank()) block.remove();
  } else if ($isPartNode(line) && line.getName() === 'heard') $insertPoints(line, blocks);
  else $insertLine(oneLine(blocks));
}

/** The first point goes into the part, and every further one into an answer of its own behind it. */
function $insertPoints(heard: PartNode, blocks: readonly DocumentNode[]): void {
  const [first = [], ...others] = blocks.flatMap(linesOf).filter(line => line.length > 0);
  $insertLine(first);
  let last: ElementNode | null = heard.getParent();
  for (const line of others) {
    if (!$isAnswerNode(last)) return;
    const answer = newBlocks.answer();
    const part = answer.getPart('heard');
    part?.append(...line.map($nodeFrom));
    last.insertAfter(answer);
    part?.selectEnd();
    last = answer;
  }
}

/** Each block as one line, each item of a list as its own. */
const linesOf = (block: DocumentNode): DocumentNode[][] =>
  block.type === 'list' || hasList(block) ? childrenOf(block).flatMap(linesOf) : [oneLine([block])];

const hasList = (item: DocumentNode): boolean =>
  childrenOf(item).some(({ type }) => type === 'list');

interface Cut {
  readonly line: readonly DocumentNode[];
  readonly rest: readonly DocumentNode[];
}

/** The first line of some blocks, and the blocks without it. Closed blocks and sections stay whole. */
function firstLine(blocks: readonly DocumentNode[]): Cut {
  const [first, ...others] = blocks;
  if (first === undefined) return { line: [], rest: [] };
  if (first.type === 'list') {
    const [item, ...items] = childrenOf(first);
    if (item === undefined || hasList(item)) return { line: [], rest: blocks };
    const left = items.length > 0 ? [{ ...first, children: items }] : [];
    return { line: oneLine(childrenOf(item)), rest: [...left, ...others] };
  }
  const isText = ['paragraph', 'heading', 'quote', 'salutation'].includes(first.type);
  return isText ? { line: oneLine(childrenOf(first)), rest: others } : { line: [], rest: blocks };
}

function $insertLine(line: readonly DocumentNode[]): void {
  if (line.length > 0) $insertNodes(line.map($nodeFrom));
}
