import { $isParentRTL } from '@lexical/selection';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
  SELECTION_CHANGE_COMMAND,
  type CommandListenerPriority,
  type CommandListenerPriorityBefore,
  type LexicalCommand,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { $deleteAtEdge, $leaveLine } from '../parts/keys.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { $holdsBlocks } from './blocks-of.ts';
import { $compartmentOf, $crossesCompartments } from './compartments.ts';
import { $isAtEdge, $moveOut, $restOfCompartment, $textBeside } from './edges.ts';
import { $removeAcross } from './remove-across.ts';
import { $isSalutationNode } from './SalutationNode.ts';
import { $isSectionHeadingNode } from './SectionHeadingNode.ts';
import { $isSectionNode } from './SectionNode.ts';

/** What the keys do at the edges of sections and blocks, and to a selection that reaches over one. */
export function registerBoundaries(editor: LexicalEditor): () => void {
  const on = <P>(
    command: LexicalCommand<P>,
    run: (selection: RangeSelection, payload: P) => boolean,
    priority: CommandListenerPriority | CommandListenerPriorityBefore = COMMAND_PRIORITY_HIGH,
  ) =>
    editor.registerCommand(
      command,
      payload => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && run(selection, payload);
      },
      priority,
    );
  // A check list answers the arrows first: they reach its boxes.
  const onArrow = (
    command: LexicalCommand<KeyboardEvent>,
    run: (selection: RangeSelection, event: KeyboardEvent) => boolean,
  ) => on(command, run, COMMAND_PRIORITY_BEFORE_EDITOR);
  return mergeRegister(
    on(DELETE_CHARACTER_COMMAND, $deleteHere),
    on(DELETE_LINE_COMMAND, $deleteHere),
    on(REMOVE_TEXT_COMMAND, $removeCrossing),
    on(DELETE_WORD_COMMAND, (selection, isBackward) => {
      return $deleteHere(selection, isBackward) || $deleteToEdge(editor, selection, isBackward);
    }),
    on(CONTROLLED_TEXT_INSERTION_COMMAND, $makeRoom),
    on(INSERT_TAB_COMMAND, $makeRoom),
    on(INSERT_PARAGRAPH_COMMAND, $makeRoomOrLeaveLine),
    on(INSERT_LINE_BREAK_COMMAND, $makeRoomOrLeaveLine),
    onArrow(KEY_ARROW_LEFT_COMMAND, (selection, event) => $stepSideways(selection, event, true)),
    onArrow(KEY_ARROW_RIGHT_COMMAND, (selection, event) => $stepSideways(selection, event, false)),
    onArrow(KEY_ARROW_UP_COMMAND, (selection, event) => $stepVertically(selection, event, true)),
    onArrow(KEY_ARROW_DOWN_COMMAND, (selection, event) => $stepVertically(selection, event, false)),
    on(SELECTION_CHANGE_COMMAND, $keepCaretInText),
    // Lexical would take the focus away, and with it the place where the writer was.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_BEFORE_EDITOR),
  );
}

function $removeCrossing(selection: RangeSelection): boolean {
  if (!$crossesCompartments(selection)) return false;
  $removeAcross(selection);
  return true;
}

const $deleteHere = (selection: RangeSelection, isBackward: boolean): boolean =>
  $removeCrossing(selection) || $deleteAtEdge(selection, isBackward);

/** Empties a selection that crosses edges; what was to be inserted then goes on as usual. */
function $makeRoom(selection: RangeSelection): boolean {
  $removeCrossing(selection);
  return false;
}

/** Enter in a line that has no second one goes on to the text that follows it. */
function $makeRoomOrLeaveLine(selection: RangeSelection): boolean {
  if ($removeCrossing(selection) || $leaveLine(selection)) return true;
  const heading = $compartmentOf(selection.anchor.getNode());
  if ($isSectionHeadingNode(heading)) {
    $textBeside(heading, false)?.selectStart();
    return true;
  }
  const line = selection.anchor.getNode();
  const top = $isSalutationNode(line) ? line : line.getTopLevelElement();
  if (!$isSalutationNode(top)) return false;
  const next = top.getNextSibling();
  const text = $isSectionNode(next) ? next.getHeading() : top;
  if (text !== null) $textBeside(text, false)?.selectStart();
  return true;
}

/** The browser would take the "previous word" out of the heading above. */
function $deleteToEdge(
  editor: LexicalEditor,
  selection: RangeSelection,
  isBackward: boolean,
): boolean {
  if (!selection.isCollapsed()) return false;
  const rest = $restOfCompartment(selection.anchor, isBackward);
  if (rest.getTextContent().trim() !== '') return false;
  return editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
}

function $stepSideways(selection: RangeSelection, event: KeyboardEvent, isLeft: boolean): boolean {
  if (event.shiftKey || !selection.isCollapsed()) return false;
  const isBackward = isLeft !== $isParentRTL(selection.anchor.getNode());
  if (!$isAtEdge(selection, isBackward) || !$moveOut(selection, isBackward)) return false;
  event.preventDefault();
  return true;
}

function $stepVertically(selection: RangeSelection, event: KeyboardEvent, isUp: boolean): boolean {
  if (event.shiftKey || !$isAtEdge(selection, isUp)) return false;
  // Lexical would stop between two sections, where nothing can be written.
  if (!$moveOut(selection, isUp)) return false;
  event.preventDefault();
  return true;
}

/** A click beside a section must not leave the caret where nothing can be written. */
function $keepCaretInText(selection: RangeSelection): boolean {
  const { anchor } = selection;
  const place = anchor.getNode();
  if (!selection.isCollapsed() || anchor.type !== 'element') return false;
  if (!$holdsBlocks(place) && !$isSectionNode(place) && !$isPartedNode(place)) return false;
  const next = place.getChildAtIndex(anchor.offset);
  const previous = place.getChildAtIndex(anchor.offset - 1);
  if ($isElementNode(next)) next.selectStart();
  else if ($isElementNode(previous)) previous.selectEnd();
  return false;
}
