import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { clearHighlight, showHighlight } from './highlight.ts';
import { hitsIn, type Hit } from './fold.ts';

const HIGHLIGHT = 'amends-search';

interface Place {
  readonly node: TextNode;
  readonly offset: number;
}

interface Found {
  readonly start: Place;
  readonly end: Place;
}

/** Selects the first place that matches, scrolls to it, and marks all of them until the next edit. */
export function revealFirst(editor: LexicalEditor, words: readonly string[]): boolean {
  const found = editor.read(() =>
    $blocksOf($getRoot()).flatMap(block => $hitsInBlock(block, words)),
  );
  const [first] = found;
  if (first === undefined) return false;
  editor.update(() => $select(first), { discrete: true });
  showHighlight(
    HIGHLIGHT,
    found.map(hit => rangeOf(editor, hit)).filter(range => range !== null),
  );
  const block = editor.getElementByKey(first.start.node.getKey());
  block?.scrollIntoView({ block: 'center' });
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    clearSearchMarks();
    stop();
  });
  return true;
}

/** Takes the marks away; with the letter, so that nothing keeps its text. */
export const clearSearchMarks = (): void => clearHighlight(HIGHLIGHT);

/** Blocks that hold text, in the order of the letter. */
function $blocksOf(node: LexicalNode): ElementNode[] {
  if (!$isElementNode(node)) return [];
  const children = node.getChildren();
  const holdsText = children.some(child => child.isInline());
  return holdsText ? [node] : children.flatMap($blocksOf);
}

/** A word may be half bold: it is looked for in the block, and found in its text nodes. */
function $hitsInBlock(block: ElementNode, words: readonly string[]): Found[] {
  const leaves = $leavesOf(block);
  const text = leaves.map(leaf => leaf.getTextContent()).join('');
  return hitsIn(text, words).flatMap(hit => $foundIn(leaves, hit));
}

const $leavesOf = (node: LexicalNode): LexicalNode[] =>
  $isElementNode(node) ? node.getChildren().flatMap($leavesOf) : [node];

function $foundIn(leaves: readonly LexicalNode[], { start, end }: Hit): Found[] {
  let offset = 0;
  let from: Place | null = null;
  for (const node of leaves) {
    const size = node.getTextContent().length;
    if ($isTextNode(node)) {
      if (from === null && start < offset + size) from = { node, offset: start - offset };
      if (from !== null && end <= offset + size) {
        return [{ start: from, end: { node, offset: end - offset } }];
      }
    }
    offset += size;
  }
  return [];
}

function $select({ start, end }: Found): void {
  const selection = $createRangeSelection();
  selection.anchor.set(start.node.getKey(), start.offset, 'text');
  selection.focus.set(end.node.getKey(), end.offset, 'text');
  $setSelection(selection);
}

function rangeOf(editor: LexicalEditor, { start, end }: Found): Range | null {
  const from = textIn(editor, start.node);
  const to = textIn(editor, end.node);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from, start.offset);
  range.setEnd(to, end.offset);
  return range;
}

function textIn(editor: LexicalEditor, node: TextNode): Text | null {
  let dom: Node | null = editor.getElementByKey(node.getKey());
  while (dom !== null && dom.nodeType !== Node.TEXT_NODE) dom = dom.firstChild;
  return $isTextNode(node) && dom instanceof Text ? dom : null;
}
