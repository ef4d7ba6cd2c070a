import { z } from 'zod';

/**
 * The text of an entry: serialised Lexical state in a versioned envelope. It is the only truth
 * about what was written; plain text, word counts and search terms are projections of it.
 * Node type names and state keys below are a file format: renaming one is a migration.
 */
export interface Document {
  readonly version: 1;
  readonly root: DocumentNode;
}

/** Any node of the tree. Fields that belong to one type are read through the guards below. */
export interface DocumentNode {
  readonly type: string;
  readonly version?: number;
  readonly children?: readonly DocumentNode[];
  readonly [field: string]: unknown;
}

/** The node types that the editor writes. A document may hold others, from a newer version. */
export const NODE_TYPES = [
  'root',
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'text',
  'linebreak',
  'tab',
  'salutation',
  'section',
  'section-heading',
  'section-body',
  'statement',
  'commitment',
  'answer',
  'ladder',
  'part',
  'scale',
  'date',
  'feelings',
  'picture',
] as const;

/** Lexical's text formats, as bits of a text node's `format`. Source: lexical 0.52 LexicalConstants. */
export const TEXT_FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
} as const;

/** What a section carries besides its heading and body. Written flat into the node's JSON. */
export interface SectionNodeJson extends DocumentNode {
  readonly type: 'section';
  readonly sectionId: string;
  readonly sectionType: string;
  readonly prompt: string;
  readonly hint: string;
  readonly starter: string;
  readonly private: boolean;
  readonly promptHidden: boolean;
}

/** Limits of security.md 2.4: one document is at most 2 MiB of JSON and 64 levels deep. */
export const DOCUMENT_MAX_BYTES = 2 * 1024 * 1024;
export const DOCUMENT_MAX_DEPTH = 64;

/** An empty page: one empty paragraph. */
export const emptyDocument = (): Document => ({
  version: 1,
  root: { type: 'root', version: 1, children: [paragraphOf('')] },
});

/** A paragraph node holding plain text, or nothing. */
export const paragraphOf = (text: string): DocumentNode => ({
  type: 'paragraph',
  version: 1,
  children: text === '' ? [] : [textOf(text)],
});

/** A text node without formatting. */
export const textOf = (text: string): DocumentNode => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  style: '',
  mode: 'normal',
  detail: 0,
});

/** The children of a node; none for a leaf. */
export const childrenOf = (node: DocumentNode): readonly DocumentNode[] => node.children ?? [];

/** The text inside a block, line breaks and tabs included; an unknown node gives its text. */
export function inlineText(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return '\t';
  if (typeof node['text'] === 'string') return node['text'];
  return childrenOf(node).map(inlineText).join('');
}

export const isSection = (node: DocumentNode): node is SectionNodeJson => node.type === 'section';

/**
 * Checks the envelope and the shape of every node: an object with a string `type`, children only
 * as arrays of nodes, at most `DOCUMENT_MAX_DEPTH` levels. Unknown node types pass: a document from
 * a newer version keeps what this version does not understand.
 */
export const Document = z.custom<Document>(isDocument, 'not a document');

function isDocument(value: unknown): boolean {
  if (!isPlainObject(value) || value['version'] !== 1) return false;
  const root = value['root'];
  return isNode(root, 1) && (root as DocumentNode).type === 'root';
}

function isNode(value: unknown, depth: number): boolean {
  if (depth > DOCUMENT_MAX_DEPTH || !isPlainObject(value)) return false;
  if (typeof value['type'] !== 'string') return false;
  if (value['type'] === 'text' && typeof value['text'] !== 'string') return false;
  const children = value['children'];
  if (children === undefined) return true;
  return Array.isArray(children) && children.every(child => isNode(child, depth + 1));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
