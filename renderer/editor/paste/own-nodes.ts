import { childrenOf, Document, isSection, type DocumentNode } from '#shared/domain/document.ts';
import { legalBlocks } from '../document/legalize.ts';

/** Copies between letters carry this name, so that no other Lexical editor's nodes are taken for ours. */
export const NAMESPACE = 'amends';

/** Where Lexical puts the nodes of a copy. */
export const OWN_TYPE = 'application/x-lexical-editor';

/** The nodes of a copy made in this editor, checked like anything that comes from outside. */
export function ownNodes(clipboard: string): DocumentNode[] | null {
  const copy = parseJson(clipboard);
  if (typeof copy !== 'object' || copy === null) return null;
  const { namespace, nodes } = copy as { namespace?: unknown; nodes?: unknown };
  if (namespace !== NAMESPACE) return null;
  const parsed = Document.safeParse({ version: 1, root: { type: 'root', children: nodes } });
  if (!parsed.success) return null;
  return childrenOf(parsed.data.root).flatMap(partlyCopied).map(withoutLooks);
}

/** Blocks that may stand inside a section: a copied section becomes a heading and its text. */
export const flatBlocks = (nodes: readonly DocumentNode[]): DocumentNode[] =>
  legalBlocks(
    nodes.map(node => (node.type === 'salutation' ? { ...node, type: 'paragraph' } : node)),
    'section',
  );

/** A section whose heading was not part of the copy is not copied as one: only its text is. */
function partlyCopied(node: DocumentNode): readonly DocumentNode[] {
  if (!isSection(node)) return [node];
  const heading = childrenOf(node).find(child => child.type === 'section-heading');
  return heading === undefined || childrenOf(heading).length === 0 ? flatBlocks([node]) : [node];
}

/** Text carries formats, never a style of its own. */
function withoutLooks(node: DocumentNode): DocumentNode {
  const plain = node.type === 'text' && node['style'] !== '' ? { ...node, style: '' } : node;
  const children = node.children?.map(withoutLooks);
  return children === undefined ? plain : { ...plain, children };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
