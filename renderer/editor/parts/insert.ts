import { $createListItemNode, $createListNode } from '@lexical/list';
import {
  $create,
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { DateNode } from '../lines/DateNode.ts';
import { FeelingsNode } from '../lines/FeelingsNode.ts';
import { ScaleNode } from '../lines/ScaleNode.ts';
import { $blockAround } from '../section/blocks-of.ts';
import { $isSectionBodyNode } from '../section/SectionBodyNode.ts';
import { $isSectionHeadingNode } from '../section/SectionHeadingNode.ts';
import { $createSectionNode } from '../section/SectionNode.ts';
import { AnswerNode } from './AnswerNode.ts';
import { CommitmentNode } from './CommitmentNode.ts';
import { LadderNode } from './LadderNode.ts';
import { $withParts } from './PartedNode.ts';
import { StatementNode } from './StatementNode.ts';

/** An empty block of each kind that the menu "Insert" offers. */
export const newBlocks = {
  statement: () => $withParts($create(StatementNode)),
  commitment: () => $withParts($create(CommitmentNode)),
  answer: () => $withParts($create(AnswerNode)),
  ladder: () => $withParts($create(LadderNode)),
  scale: () => $create(ScaleNode),
  date: () => $create(DateNode),
  feelings: () => $create(FeelingsNode),
  checklist: () => $createListNode('check').append($createListItemNode(false)),
} satisfies Record<string, () => ElementNode>;

/** Puts a block behind the one that the caret is in, or in the place of an empty paragraph. */
export function $insertBlock(block: ElementNode): void {
  const here = $blockAtCaret();
  if ($isParagraphNode(here) && here.isEmpty()) here.replace(block);
  else if (here === null) $getRoot().append(block);
  else here.insertAfter(block);
  block.selectStart();
}

/** Adds a section behind the one that the caret is in, with the caret in its heading. */
export function $insertSection(): void {
  const place = $topBlockAtCaret();
  const section = $createSectionNode({ sectionId: `own-${crypto.randomUUID()}` });
  if ($isParagraphNode(place) && place.isEmpty()) place.replace(section);
  else if (place === null) $getRoot().append(section);
  else place.insertAfter(section);
  section.getHeading()?.selectStart();
}

function $topBlockAtCaret(): LexicalNode | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : $getRoot();
  return (
    $findMatchingParent(node, parent => $isRootNode(parent.getParent())) ??
    $getRoot().getLastChild()
  );
}

function $blockAtCaret(): LexicalNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $getRoot().getLastChild();
  const { focus } = selection;
  const node = focus.getNode();
  const heading = $findMatchingParent(node, $isSectionHeadingNode);
  if (heading !== null) return $startOf(heading.getNextSibling());
  return $blockAround(node) ?? $getRoot().getLastChild();
}

/** From the heading of a section a block goes to the start of its text. */
function $startOf(body: LexicalNode | null): LexicalNode | null {
  if (!$isSectionBodyNode(body)) return body;
  const first = body.getFirstChild();
  if (first === null || ($isParagraphNode(first) && first.isEmpty())) return first;
  const room = $createParagraphNode();
  if ($isElementNode(first)) first.insertBefore(room);
  return room;
}
