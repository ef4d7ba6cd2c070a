import type { LexicalEditor } from 'lexical';
import {
  childrenOf,
  paragraphOf,
  type Document,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { NO_SCALE_DATA } from '../lines/scale-state.ts';
import { NO_PICTURE_DATA } from '../picture/picture-state.ts';
import { NO_SECTION_DATA } from '../section/section-state.ts';
import { UNKNOWN_TYPE, unwrapUnknown } from './UnknownNode.ts';

/** The document as it stands, pending input included. Off the keystroke path: it reads every node. */
export function documentOf(editor: LexicalEditor): Document {
  const { root } = editor.read(() => editor.getEditorState().toJSON());
  return { version: 1, root: storedNode(root) };
}

/** What Lexical leaves out of its JSON because it is the default; the file format does not. */
const DEFAULTS: Readonly<Record<string, object>> = {
  section: NO_SECTION_DATA,
  commitment: { status: 'open' },
  scale: NO_SCALE_DATA,
  picture: NO_PICTURE_DATA,
};

/** A node of the editor's JSON as the file format writes it. */
export function storedNode(json: object): DocumentNode {
  const node = json as DocumentNode;
  if (node.type === UNKNOWN_TYPE) return unwrapUnknown(node);
  if (node.children === undefined) return node;
  const children = childrenOf(node).map(storedNode);
  if (isBeingRead(node)) return { ...paragraphOf(''), children };
  return { ...DEFAULTS[node.type], ...node, children };
}

/** A picture whose file is still being read is no picture yet; what is written below it is text already. */
const isBeingRead = ({ type, reading }: DocumentNode): boolean =>
  type === 'picture' && reading !== undefined && reading !== '';
