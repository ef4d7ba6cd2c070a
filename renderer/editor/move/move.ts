import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { $isSalutationNode } from '../section/SalutationNode.ts';
import { $isSectionNode } from '../section/SectionNode.ts';
import { announce } from './announce.ts';
import { $nameOf } from './names.ts';
import { $selectedAtTop, $selectedInBody, type Stretch } from './stretch.ts';

export type Direction = 'up' | 'down';

/** Where a block can be dropped: before another one, or at the end of a body or of the letter. */
export interface Place {
  readonly container: NodeKey;
  readonly before: NodeKey | null;
}

/** Moves the block at the caret, or its section where it has come to the section's edge. One step to undo. */
export function moveSelected(editor: LexicalEditor, direction: Direction): void {
  run(editor, () => {
    const inBody = $selectedInBody();
    if (inBody !== null && $neighbourOf(inBody, direction) !== null) {
      return $step(inBody, direction);
    }
    const atTop = $selectedAtTop();
    return atTop === null ? movingWords.stuck : $step(atTop, direction);
  });
}

/** Moves one section; used by its menu. */
export function moveSection(editor: LexicalEditor, key: NodeKey, direction: Direction): void {
  run(editor, () => {
    const section = $getNodeByKey(key);
    return section === null
      ? movingWords.stuck
      : $step({ first: section, last: section }, direction);
  });
}

/** Whether a step that way would change anything. */
export const $canMove = (node: LexicalNode, direction: Direction): boolean =>
  $neighbourOf({ first: node, last: node }, direction) !== null;

/** Moves a block or section to the place where it was dropped. */
export function moveTo(editor: LexicalEditor, key: NodeKey, place: Place): void {
  run(editor, () => {
    const node = $getNodeByKey(key);
    const container = $getNodeByKey(place.container);
    if (node === null || !$isElementNode(container) || $isAt(node, place)) return null;
    const before = place.before === null ? null : $getNodeByKey(place.before);
    if (before === null) container.append(node);
    else before.insertBefore(node);
    return movingWords.moved($nameOf(node), $positionOf(node));
  });
}

/** Whether a node stands at a place already. */
export function $isAt(node: LexicalNode, { container, before }: Place): boolean {
  if (node.getParent()?.getKey() !== container) return false;
  return before === node.getKey() || before === (node.getNextSibling()?.getKey() ?? null);
}

function run(editor: LexicalEditor, $move: () => string | null): void {
  let said: string | null = null;
  const onUpdate = () => {
    if (said !== null) announce(editor, said);
  };
  editor.update(
    () => {
      said = $move();
    },
    // A key that is handled inside an update moves a moment later: only then is there anything to say.
    { discrete: true, tag: HISTORY_PUSH_TAG, onUpdate },
  );
}

/** The neighbour changes sides, so that what is moved keeps its caret and selection. */
function $step(stretch: Stretch, direction: Direction): string {
  const neighbour = $neighbourOf(stretch, direction);
  if (neighbour === null) return direction === 'up' ? movingWords.atTop : movingWords.atBottom;
  if (direction === 'up') stretch.last.insertAfter(neighbour);
  else stretch.first.insertBefore(neighbour);
  return movingWords.moved($nameOf(stretch.first), $positionOf(stretch.first));
}

function $neighbourOf({ first, last }: Stretch, direction: Direction): LexicalNode | null {
  if (direction === 'down') {
    const next = last.getNextSibling();
    return next === null || $isEmptyEnd(last, next) ? null : next;
  }
  const previous = first.getPreviousSibling();
  return $isSalutationNode(previous) ? null : previous;
}

/** The empty line that every letter keeps behind its last section is no place to pass. */
const $isEmptyEnd = (last: LexicalNode, next: LexicalNode): boolean =>
  $isSectionNode(last) &&
  next.getNextSibling() === null &&
  $isParagraphNode(next) &&
  next.isEmpty();

/** Which of its kind it is, counted as a reader would: sections among sections, blocks among blocks. */
function $positionOf(node: LexicalNode): { readonly index: number; readonly of: number } {
  const isOfKind = $isSectionNode(node) ? $isSectionNode : isAny;
  const siblings = (node.getParent() ?? $getRoot()).getChildren().filter(isOfKind);
  return { index: siblings.findIndex(sibling => sibling.is(node)) + 1, of: siblings.length };
}

const isAny = (): boolean => true;
