import {
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { PARTS, type PartOf } from '#shared/domain/blocks.ts';
import { isInText, releaseCaret } from '../caret.ts';
import { ASIDE_STEP } from '../choices.ts';
import { $isFeelingsNode } from '../lines/FeelingsNode.ts';
import { $isPartNode, type PartNode } from '../parts/PartNode.ts';
import { $isStatementNode, type StatementNode } from '../parts/StatementNode.ts';
import { $isSectionNode, type SectionNode } from '../section/SectionNode.ts';
import { $rewriteLine } from '../line/rewrite-line.ts';
import { watch, type Watched } from './watched.ts';

/** Where the caret is, as far as what stands beside the letter cares. */
export interface CaretPlace {
  /** A statement or a line of feelings; anything else is text. */
  readonly block: 'statement' | 'feelings' | 'text';
  /** The part of the statement; null elsewhere. */
  readonly part: PartOf<'statement'> | null;
  /** What is written in that part or line; '' elsewhere. */
  readonly line: string;
}

/** Marks what was written by `writeLine`. */
const WRITTEN_TAG = 'amends/written-beside';

const IN_TEXT: CaretPlace = { block: 'text', part: null, line: '' };

export const watchPlace = (editor: LexicalEditor): Watched<CaretPlace> =>
  watch(editor, {
    read: () => editor.read('latest', $placeOfCaret),
    isSame: (a, b) => a.block === b.block && a.part === b.part && a.line === b.line,
    concerns: () => true,
    isAtOnce: ({ tags }) => tags.has(WRITTEN_TAG),
    pauseMs: 120,
  });

function $placeOfCaret(): CaretPlace {
  const line = $lineOfCaret();
  if (line === null) return IN_TEXT;
  const text = line.getTextContent();
  if (!$isPartNode(line)) return { block: 'feelings', part: null, line: text };
  return { block: 'statement', part: $statementPart(line), line: text };
}

/** The part of a statement or the line of feelings that the caret is in. */
function $lineOfCaret(): ElementNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(selection.focus.getNode(), $isFeelingLine);
}

const $isFeelingLine = (node: LexicalNode): node is ElementNode =>
  $isFeelingsNode(node) || ($isPartNode(node) && $statementPart(node) !== null);

const $statementPart = (part: PartNode): PartOf<'statement'> | null =>
  PARTS.statement.find(name => name === part.getName()) ?? null;

/**
 * Writes a line anew from beside the letter, as a change of how it was last seen there: one step to
 * undo, and the focus stays where it is. In text there is no line, and all of it goes in at the caret.
 */
export function writeLine(editor: LexicalEditor, seen: string, text: string): void {
  releaseCaret(editor);
  editor.update(
    () => {
      const line = $lineOfCaret();
      if (line === null) $insertAtCaret(text);
      else $rewriteLine(line, text, seen);
    },
    {
      discrete: true,
      // Moving the browser's caret would take the focus; where it is in the text it must move along.
      tag: isInText(editor) ? [HISTORY_PUSH_TAG, WRITTEN_TAG] : [...ASIDE_STEP, WRITTEN_TAG],
    },
  );
}

function $insertAtCaret(text: string): void {
  const selection = $getSelection();
  const place = $isRangeSelection(selection) ? selection : $getRoot().selectEnd();
  place.insertText($followsAWord(place) ? ` ${text}` : text);
}

/** Whether a word that is put in there would stick to what is written before it. */
function $followsAWord(place: RangeSelection): boolean {
  const start = place.isBackward() ? place.focus : place.anchor;
  const before = start.getNode().getTextContent().slice(0, start.offset);
  return start.type === 'text' && /[\p{L}\p{N}.,;:!?…]$/u.test(before);
}

/** Puts the caret at the end of a part of the statement it is in, or of the nearest one. */
export function goToPart(editor: LexicalEditor, part: PartOf<'statement'>): void {
  editor.update(() => $nearestStatement()?.getPart(part)?.selectEnd(), { discrete: true });
  editor.focus();
}

function $nearestStatement(): StatementNode | null {
  const selection = $getSelection();
  const caret = $isRangeSelection(selection) ? selection.focus.getNode() : $getRoot();
  const around = $findMatchingParent(caret, $isStatementNode);
  if (around !== null) return around;
  const all = $statementsIn($getRoot());
  return all.find(statement => caret.isBefore(statement)) ?? all.at(-1) ?? null;
}

/** Statements stand at the top of a letter or in the body of a section. */
function $statementsIn(root: ElementNode): StatementNode[] {
  return root
    .getChildren()
    .flatMap(block =>
      $isStatementNode(block) ? block : $isSectionNode(block) ? $inBody(block) : [],
    );
}

const $inBody = (section: SectionNode): StatementNode[] =>
  section.getBody()?.getChildren().filter($isStatementNode) ?? [];
