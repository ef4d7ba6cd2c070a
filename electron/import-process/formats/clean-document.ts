import { childrenOf, type Document, type DocumentNode } from '#shared/domain/document.ts';
import { wellFormed, type Losses } from '../item.ts';
import { allowedUrl } from './allowed-url.ts';

/** A document of one of our files as the vault may keep it: the same, but for what no letter of ours holds. */
export const cleanDocument = ({ root }: Document, losses: Losses): Document => ({
  version: 1,
  root: cleanNode(root, losses)[0] ?? root,
});

function cleanNode(node: DocumentNode, losses: Losses): readonly DocumentNode[] {
  const children = node.children && childrenOf(node).flatMap(child => cleanNode(child, losses));
  const url = isLink(node) ? allowedUrl(String(node['url'])) : undefined;
  if (url === null) {
    losses.add('link');
    return children ?? [];
  }
  const fields = Object.entries(node).flatMap(([name, value]) =>
    name === '__proto__' || name === 'children' ? [] : [[name, cleanValue(value)] as const],
  );
  const clean = {
    ...Object.fromEntries(fields),
    ...(url !== undefined && { url }),
  } as DocumentNode;
  return [children === undefined ? clean : { ...clean, children }];
}

const isLink = ({ type }: DocumentNode): boolean => type === 'link' || type === 'autolink';

/** Text is made whole; what a newer version wrote into a node is kept as it is. */
const cleanValue = (value: unknown): unknown =>
  typeof value === 'string' ? wellFormed(value) : value;
