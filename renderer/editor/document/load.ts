import { $getRoot, $parseSerializedNode, type LexicalNode } from 'lexical';
import { childrenOf, type Document, type DocumentNode } from '#shared/domain/document.ts';
import { legalLetter } from './legalize.ts';

/** Marks the update that brings a stored document into the editor: no edit, and not undoable. */
export const LOAD_TAG = 'amends-load';

/** Fills the editor with a stored document, repaired where it is not legal. */
export function $loadDocument(document: Document): void {
  $getRoot()
    .clear()
    .append(...legalLetter(childrenOf(document.root)).map($nodeFrom));
}

/** A legal node of a document as a node of the editor. */
export function $nodeFrom(json: DocumentNode): LexicalNode {
  // Both types describe the same JSON; Lexical's wants a mutable `children`.
  return $parseSerializedNode(json as Parameters<typeof $parseSerializedNode>[0]);
}
