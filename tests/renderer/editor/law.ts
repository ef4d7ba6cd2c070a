import { PARTS, type PartedType } from '#shared/domain/blocks.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';

const PARTED = Object.keys(PARTS) as PartedType[];
const LINES = ['scale', 'date', 'feelings', 'picture'];
const CLOSED = [...PARTED, ...LINES];
const BLOCKS = ['paragraph', 'heading', 'quote', 'list', ...CLOSED];
const TEXT = ['text', 'linebreak', 'tab', 'link', 'new-inline'];
const ONE_LINE = ['text', 'link', 'new-inline'];

/** The law, written down a second time: which types may stand in which. */
export const LAW: Readonly<Record<string, readonly string[]>> = {
  root: [...BLOCKS, 'salutation', 'section', 'new-block'],
  section: ['section-heading', 'section-body'],
  'section-heading': ['text', 'new-inline'],
  'section-body': [...BLOCKS, 'new-block'],
  salutation: ['text', 'new-inline'],
  paragraph: TEXT,
  heading: TEXT,
  quote: TEXT,
  list: ['listitem'],
  listitem: [...TEXT, 'list'],
  link: ['text', 'linebreak', 'tab', 'new-inline'],
  ...Object.fromEntries(PARTED.map(type => [type, ['part']])),
  part: ONE_LINE,
  ...Object.fromEntries(LINES.map(type => [type, ONE_LINE])),
};

/** Where a tree breaks the law, as paths; empty for a legal letter. */
export function offences(node: DocumentNode, path = node.type): string[] {
  const law = LAW[node.type];
  // What carries nonsense beside its text is kept exactly as it was, whatever is in it.
  if (law === undefined || isDamaged(node)) return [];
  const children = childrenOf(node);
  const strangers = children
    .filter(({ type }) => !law.includes(type.replace(/^new-.*/, found => newType(node, found))))
    .map(({ type }) => `${path} > ${type}`);
  return [
    ...strangers,
    ...ofSection(node, path),
    ...ofParts(node, path),
    ...ofRoot(node),
    ...children.flatMap(child => offences(child, `${path} > ${child.type}`)),
  ];
}

export const isDamaged = ({ type, min, max }: DocumentNode): boolean =>
  type === 'scale' && typeof min === 'number' && typeof max === 'number' && min > max;

const newType = ({ type }: DocumentNode, found: string): string =>
  ['root', 'section-body'].includes(type) && found.startsWith('new-') ? 'new-block' : 'new-inline';

function ofSection(node: DocumentNode, path: string): string[] {
  if (node.type === 'section-body' && childrenOf(node).length === 0) return [`${path} is empty`];
  if (node.type !== 'section') return [];
  const types = childrenOf(node).map(({ type }) => type);
  return types.join() === 'section-heading,section-body' ? [] : [`${path}: ${types.join()}`];
}

function ofParts(node: DocumentNode, path: string): string[] {
  const type = PARTED.find(parted => parted === node.type);
  if (type === undefined) return [];
  const names = childrenOf(node).map(part => String(part['part']));
  return names.join() === PARTS[type].join() ? [] : [`${path}: ${names.join()}`];
}

function ofRoot(node: DocumentNode): string[] {
  if (node.type !== 'root') return [];
  const types = childrenOf(node).map(({ type }) => type);
  const last = types.at(-1);
  const isClosed = last === undefined || [...CLOSED, 'section'].includes(last);
  return [
    ...(types.lastIndexOf('salutation') > 0 ? ['a salutation that is not the first line'] : []),
    ...(isClosed || last.startsWith('new-') ? ['no last line'] : []),
  ];
}
