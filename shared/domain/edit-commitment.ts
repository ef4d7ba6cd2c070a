import { PARTS, partNamed, type PartOf } from './blocks.ts';
import type { CommitmentEdit } from './commitment.ts';
import { childrenOf, type Document, type DocumentNode } from './document.ts';
import { withText } from './inline-nodes.ts';
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
 * A commitment with what was changed in the ledger. What stays of a text keeps its formats, and
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
    children: [...withText(before === undefined ? [] : childrenOf(before), text)],
  };
  return {
    ...node,
    children:
      before === undefined
        ? [...children, part]
        : children.map(child => (child === before ? part : child)),
  };
}
