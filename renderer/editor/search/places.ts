import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTabNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Hit } from './fold.ts';

/** A place in a text node. It holds no text, so it may be kept. */
export interface Place {
  readonly key: NodeKey;
  readonly offset: number;
}

/** A stretch of text that was found; a word may be half bold, so it ends in another node perhaps. */
export interface Found {
  readonly start: Place;
  readonly end: Place;
}

/** The lines of the letter: the blocks that hold text, in its order. */
export const $lines = (): ElementNode[] => $linesIn($getRoot());

function $linesIn(node: LexicalNode): ElementNode[] {
  if (!$isElementNode(node)) return [];
  const children = node.getChildren();
  return children.some(child => child.isInline()) ? [node] : children.flatMap($linesIn);
}

/** What stands for a line break, or anything else that is no text, in the text of a line. */
const NO_TEXT = '\uFFFC';

interface Leaf {
  readonly key: NodeKey;
  readonly text: string;
}

/** What is found in a line, across its text nodes and never across what is no text. */
export function $findInLine(line: ElementNode, find: (text: string) => readonly Hit[]): Found[] {
  const leaves = $leavesOf(line);
  const hits = find(leaves.map(leaf => leaf.text).join(''));
  return hits.map(hit => ({ start: startIn(leaves, hit.start), end: endIn(leaves, hit.end) }));
}

const $leavesOf = (node: LexicalNode): Leaf[] =>
  $isElementNode(node)
    ? node.getChildren().flatMap($leavesOf)
    : [{ key: node.getKey(), text: $isPlainText(node) ? node.getTextContent() : NO_TEXT }];

const $isPlainText = (node: LexicalNode): boolean => $isTextNode(node) && !$isTabNode(node);

/** The place before the sign that begins there. */
function startIn(leaves: readonly Leaf[], at: number): Place {
  let from = 0;
  for (const { key, text } of leaves) {
    if (at < from + text.length) return { key, offset: at - from };
    from += text.length;
  }
  return { key: leaves.at(-1)?.key ?? '', offset: 0 };
}

/** The place behind the sign that ends there. */
function endIn(leaves: readonly Leaf[], at: number): Place {
  let from = 0;
  for (const { key, text } of leaves) {
    if (at <= from + text.length) return { key, offset: at - from };
    from += text.length;
  }
  return { key: leaves.at(-1)?.key ?? '', offset: 0 };
}

/** Whether a search can mean text at all. */
export const isFindable = (text: string): boolean => text !== '' && !text.includes(NO_TEXT);

/** Selects a stretch of text. */
export function $selectFound({ start, end }: Found): void {
  if ($getNodeByKey(start.key) === null || $getNodeByKey(end.key) === null) return;
  const selection = $createRangeSelection();
  selection.anchor.set(start.key, start.offset, 'text');
  selection.focus.set(end.key, end.offset, 'text');
  $setSelection(selection);
}

/** A stretch of text as it is drawn; null when it is not drawn, or not any more. */
export function rangeOf(editor: LexicalEditor, { start, end }: Found): StaticRange | null {
  const startContainer = textIn(editor, start);
  const endContainer = textIn(editor, end);
  if (startContainer === null || endContainer === null) return null;
  // A live range would be corrected with every key that is typed.
  return new StaticRange({
    startContainer,
    startOffset: start.offset,
    endContainer,
    endOffset: end.offset,
  });
}

/** Where a stretch of text stands in the window. */
export function rectOf({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRange): DOMRect {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.getBoundingClientRect();
}

function textIn(editor: LexicalEditor, { key, offset }: Place): Text | null {
  let dom: Node | null = editor.getElementByKey(key);
  while (dom !== null && dom.nodeType !== Node.TEXT_NODE) dom = dom.firstChild;
  return dom instanceof Text && offset <= dom.length ? dom : null;
}
