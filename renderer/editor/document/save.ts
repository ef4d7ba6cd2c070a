import type { LexicalEditor } from 'lexical';
import {
  childrenOf,
  isSection,
  type Document,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { NO_SECTION_DATA } from '../section/section-state.ts';
import { UNKNOWN_TYPE, unwrapUnknown } from './UnknownNode.ts';

/** The document as it stands, pending input included. Off the keystroke path: it reads every node. */
export function documentOf(editor: LexicalEditor): Document {
  const { root } = editor.read(() => editor.getEditorState().toJSON());
  return { version: 1, root: storedNode(root) };
}

/** A node of the editor's JSON as the file format writes it. */
export function storedNode(json: object): DocumentNode {
  const node = json as DocumentNode;
  if (node.type === UNKNOWN_TYPE) return unwrapUnknown(node);
  if (node.children === undefined) return node;
  const children = childrenOf(node).map(storedNode);
  return isSection(node) ? { ...NO_SECTION_DATA, ...node, children } : { ...node, children };
}
