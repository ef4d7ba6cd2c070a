import { PARTS, partNamed, type PartOf } from './blocks.ts';
import type { CommitmentEdit } from './commitment.ts';
import { childrenOf, textOf, type Document, type DocumentNode } from './document.ts';
import { partText } from './projection.ts';

type CommitmentChange = CommitmentEdit['change'];

/** The commitments of a document, in its order: their places are the ledger's indexes. */
export const commitmentsIn = (node: DocumentNode): readonly DocumentNode[] => [
  ...(node.type === 'commitment' ? [node] : []),
  ...childrenOf(node).flatMap(commitmentsIn),
];

/** The document with another node in the place of one of its own. */
export function withNode(document: Document, from: DocumentNode, to: DocumentNode): Document {
  const replace = (node: DocumentNode): DocumentNode => {
    if (node === from) return to;
    if (node.children === undefined) return node;
    const children = node.children.map(replace);
    return children.every((child, at) => child === node.children?.[at])
      ? node
      : { ...node, children };
  };
  return { ...document, root: replace(document.root) };
}

/**
 * A commitment with what was changed in the ledger. Parts whose text stays keep their formats, and
 * a change that changes nothing gives the same node.
 */
export function editedCommitment(node: DocumentNode, change: CommitmentChange): DocumentNode {
  const { status } = change;
  const restated = status === undefined || status === node['status'] ? node : { ...node, status };
  return PARTS.commitment.reduce(
    (edited, part) => withPart(edited, part, change[part]?.trim()),
    restated,
  );
}

function withPart(
  node: DocumentNode,
  name: PartOf<'commitment'>,
  text: string | undefined,
): DocumentNode {
  if (text === undefined || text === partText(node, name)) return node;
  const before = partNamed(node, name);
  const children = childrenOf(node);
  const part: DocumentNode = {
    ...(before ?? { type: 'part', version: 1, part: name }),
    children: inlineOf(text),
  };
  return {
    ...node,
    children:
      before === undefined
        ? [...children, part]
        : children.map(child => (child === before ? part : child)),
  };
}

/** A part is one line; what was written in several keeps its breaks. */
const inlineOf = (text: string): DocumentNode[] =>
  text
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [{ type: 'linebreak', version: 1 }]),
      ...(line === '' ? [] : [textOf(line)]),
    ]);
