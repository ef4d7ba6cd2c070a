import { buildEditorFromExtensions } from '@lexical/extension';
import {
  $getRoot,
  $isElementNode,
  defineExtension,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { isPartedType } from '#shared/domain/blocks.ts';
import {
  childrenOf,
  inlineText,
  paragraphOf,
  textOf,
  type Document,
  type DocumentNode,
} from '#shared/domain/document.ts';
import { $loadDocument } from '../../../renderer/editor/document/load.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { LetterExtension } from '../../../renderer/editor/extension.ts';

/** A real editor of the app on a real element, without React around it. */
export function openLetter(document: Document): LexicalEditor {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test/entry',
      dependencies: [LetterExtension],
      $initialEditorState: () => $loadDocument(document),
    }),
  );
  const root = globalThis.document.createElement('div');
  root.contentEditable = 'true';
  globalThis.document.body.replaceChildren(root);
  editor.setRootElement(root);
  return editor;
}

/** Runs an edit to its end, transforms and history included. */
export function edit(editor: LexicalEditor, $run: () => void, tag?: string): void {
  editor.update($run, tag === undefined ? { discrete: true } : { discrete: true, tag });
}

export const letterOf = (...children: DocumentNode[]): Document => ({
  version: 1,
  root: { type: 'root', version: 1, children },
});

export const p = (text: string): DocumentNode => paragraphOf(text);

export const salutation = (text: string): DocumentNode => ({
  type: 'salutation',
  version: 1,
  children: text === '' ? [] : [textOf(text)],
});

export function section(heading: string, ...body: DocumentNode[]): DocumentNode {
  return {
    type: 'section',
    version: 1,
    sectionId: heading.toLowerCase(),
    sectionType: 'text',
    prompt: `Prompt of ${heading}`,
    hint: '',
    starter: 'I began ',
    private: false,
    promptHidden: false,
    children: [
      { type: 'section-heading', version: 1, children: [textOf(heading)] },
      { type: 'section-body', version: 1, children: body.length > 0 ? body : [p('')] },
    ],
  };
}

/** A letter in short: what it holds, without what Lexical adds to every node. */
export function outline(editor: LexicalEditor): string[] {
  return childrenOf(documentOf(editor).root).map(outlineOf);
}

export function outlineOf(node: DocumentNode): string {
  const children = childrenOf(node);
  if (isPartedType(node.type))
    return `${node.type}${stateOf(node)}(${children.map(inlineText).join('|')})`;
  if (node.type === 'section') return `${name(children[0])}{${body(children[1])}}`;
  const nested = children.some(child => ['list', 'listitem'].includes(child.type));
  const text = nested ? `[${children.map(outlineOf).join(' ')}]` : inlineText(node);
  return node.type === 'paragraph' ? text : `${sign(node)}${text}`;
}

const sign = (node: DocumentNode): string => {
  const signs: Record<string, string> = { salutation: '~', quote: '>', listitem: '', list: '' };
  if (node.type === 'heading') return `${String(node['tag'])}:`;
  if (node.type === 'list') return String(node['listType']);
  return signs[node.type] ?? `<${node.type}>`;
};

/** What a block carries besides its text, where it is not as usual. */
const stateOf = ({ status }: DocumentNode): string =>
  typeof status !== 'string' || status === 'open' ? '' : `!${status}`;

const name = (node: DocumentNode | undefined): string =>
  node === undefined ? '' : inlineText(node);
const body = (node: DocumentNode | undefined): string =>
  node === undefined ? '' : childrenOf(node).map(outlineOf).join('|');

/** Walks down by index: `$at(1, 1, 0)` is the first block in the body of the second block. */
export function $at(...path: number[]): ElementNode {
  let node: LexicalNode | null = $getRoot();
  for (const index of path) node = $isElementNode(node) ? node.getChildAtIndex(index) : null;
  if (!$isElementNode(node)) throw new Error(`no element at ${path.join('.')}`);
  return node;
}
