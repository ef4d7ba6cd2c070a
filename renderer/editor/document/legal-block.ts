import { isPartedType, PARTS, type PartedType, type PartName } from '#shared/domain/blocks.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { isInline, isKnown, oneLine } from './legal-line.ts';

/** Blocks that are one line of text beside something that was chosen. */
const LINES = new Set(['scale', 'date', 'feelings', 'picture']);

/** Whether a block keeps its text to itself: the caret can not go on behind it. */
export const isClosed = ({ type }: DocumentNode): boolean => isPartedType(type) || LINES.has(type);

export const isLine = ({ type }: DocumentNode): boolean => LINES.has(type);

/** Numbers more than these would not fit on a sheet; no template has them. */
const MOST_ON_A_SCALE = 100;

/**
 * Whether what a block carries besides its text can not be understood, though its type is known.
 * Such a block is kept exactly as it is, like one of an unknown type.
 */
export function isDamaged(node: DocumentNode): boolean {
  if (node.type === 'picture') return typeof node['picture'] !== 'string';
  if (node.type !== 'scale') return false;
  const { value = null, min = 0, max = 10 } = node;
  if (!isWhole(min) || !isWhole(max) || !(value === null || isWhole(value))) return true;
  return min >= max || max - min > MOST_ON_A_SCALE;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

export const legalLineBlock = (node: DocumentNode): DocumentNode => ({
  ...node,
  children: oneLine(childrenOf(node)),
});

/** A block with all its parts in their order, and apart from it whatever else stood in it. */
export function legalParted(node: DocumentNode & { readonly type: PartedType }): {
  readonly block: DocumentNode;
  readonly rest: readonly DocumentNode[];
} {
  const children = childrenOf(node);
  const found = PARTS[node.type].map(name => partIn(children, name));
  const parts = PARTS[node.type].map((name, index) => legalPart(found[index], name));
  return {
    block: { ...node, children: parts },
    rest: children.filter(child => !found.includes(child)),
  };
}

const partIn = (children: readonly DocumentNode[], name: PartName): DocumentNode | undefined =>
  children.find(child => child.type === 'part' && child['part'] === name);

const legalPart = (part: DocumentNode | undefined, name: PartName): DocumentNode => ({
  ...(part ?? { type: 'part', version: 1, part: name }),
  children: oneLine(childrenOf(part ?? { type: 'part' })),
});

/** A part that stands in no block of its kind: its text, if there is any. */
export function strayPart(part: DocumentNode): readonly DocumentNode[] {
  const children = childrenOf(part);
  if (children.length === 0) return [];
  const isLineOfText = children.every(child => isInline(child) || !isKnown(child));
  return isLineOfText ? [{ type: 'paragraph', version: 1, children }] : children;
}
