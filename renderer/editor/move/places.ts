import {
  $getNodeByKey,
  $getRoot,
  type ElementNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $isSalutationNode } from '../section/SalutationNode.ts';
import { $isSectionNode } from '../section/SectionNode.ts';
import type { Place } from './move.ts';

/** A place, and the line across the text that shows it; in pixels of the window. */
export interface ShownPlace extends Place {
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

/** What lies at a height of the page: a section, a block of its text or of the letter itself, or both. */
export interface Under {
  readonly section: NodeKey | null;
  readonly block: NodeKey | null;
}

const NOTHING: Under = { section: null, block: null };

/** The section and the block beside which the pointer is. */
export const under = (editor: LexicalEditor, y: number): Under =>
  inLetter(editor, () => {
    const top = $childAt(editor, $getRoot(), y);
    const node = top === null ? null : $getNodeByKey(top);
    if (node === null || $isSalutationNode(node)) return NOTHING;
    if (!$isSectionNode(node)) return { section: null, block: top };
    const body = node.getBody();
    return { section: top, block: body === null ? null : $childAt(editor, body, y) };
  });

/** Where a section, or a block, would go if it were dropped at this height. */
export const placeAt = (editor: LexicalEditor, y: number, isSection: boolean): ShownPlace | null =>
  inLetter(editor, () => {
    const key = isSection ? null : $childAt(editor, $getRoot(), y);
    const section = key === null ? null : $getNodeByKey(key);
    const body = $isSectionNode(section) ? section.getBody() : null;
    return $placeIn(editor, body ?? $getRoot(), y);
  });

const inLetter = <T>(editor: LexicalEditor, $read: () => T): T =>
  editor.getEditorState().read($read, { editor });

/** The child that a height runs through; null between two of them. */
function $childAt(editor: LexicalEditor, container: ElementNode, y: number): NodeKey | null {
  const keys = container.getChildrenKeys();
  const index = firstWhere(keys, key => (rectOf(editor, key)?.bottom ?? 0) >= y);
  const key = keys[index];
  const rect = key === undefined ? null : rectOf(editor, key);
  return key !== undefined && rect !== null && rect.top <= y ? key : null;
}

function $placeIn(editor: LexicalEditor, container: ElementNode, y: number): ShownPlace | null {
  const keys = container.getChildrenKeys();
  const lowest = $isSalutationNode(container.getFirstChild()) ? 1 : 0;
  const found = firstWhere(keys, key => middleOf(rectOf(editor, key)) >= y);
  const index = Math.max(lowest, found);
  const [previousKey, nextKey] = [keys[index - 1], keys[index]];
  const previous = previousKey === undefined ? null : rectOf(editor, previousKey);
  const next = nextKey === undefined ? null : rectOf(editor, nextKey);
  const beside = next ?? previous;
  if (beside === null) return null;
  return {
    container: container.getKey(),
    before: nextKey ?? null,
    left: beside.left,
    width: beside.width,
    y: lineBetween(previous, next),
  };
}

const BESIDE_EDGE = 4;

function lineBetween(previous: DOMRect | null, next: DOMRect | null): number {
  if (previous !== null && next !== null) return (previous.bottom + next.top) / 2;
  return next === null ? (previous?.bottom ?? 0) + BESIDE_EDGE : next.top - BESIDE_EDGE;
}

const middleOf = (rect: DOMRect | null): number => (rect === null ? 0 : rect.top + rect.height / 2);

/** The first index at which a question that stays true becomes true; blocks follow each other downwards. */
function firstWhere(keys: readonly NodeKey[], isTrue: (key: NodeKey) => boolean): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const key = keys[middle];
    if (key !== undefined && isTrue(key)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const rectOf = (editor: LexicalEditor, key: NodeKey): DOMRect | null =>
  editor.getElementByKey(key)?.getBoundingClientRect() ?? null;

/** Whether a key is that of a section. */
export const isSectionKey = (editor: LexicalEditor, key: NodeKey): boolean =>
  inLetter(editor, () => $isSectionNode($getNodeByKey(key)));
