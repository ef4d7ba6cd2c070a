import {
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
  createCommand,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import type { ActionId } from '#shared/actions.ts';
import { $setTextBlocks } from './blocks/blocks.ts';
import { $clearFormatting } from './blocks/clear.ts';
import { $toggleList } from './blocks/lists.ts';
import { $insertBlock, $insertSection, newBlocks } from './parts/insert.ts';
import { moveSelected, type Direction } from './move/move.ts';
import { PICK_PICTURES_COMMAND } from './picture/commands.ts';
import { $setReadersOfWords } from './readers/passages.ts';

/** Opens the small window in which an address is typed. */
export const OPEN_LINK_COMMAND: LexicalCommand<void> = createCommand('OPEN_LINK_COMMAND');

/** Carries an action out; false when it could not be. */
type Perform = (editor: LexicalEditor) => boolean;

const update =
  ($run: () => void): Perform =>
  editor => {
    editor.update($run);
    return true;
  };

const dispatch =
  <P>(command: LexicalCommand<P>, payload: P): Perform =>
  editor => {
    editor.dispatchCommand(command, payload);
    return true;
  };

const move =
  (direction: Direction): Perform =>
  editor => {
    moveSelected(editor, direction);
    return true;
  };

/** What goes into the letter, or is said of it, is a step of its own to undo. */
const insert =
  ($run: () => void): Perform =>
  editor => {
    editor.update($run, { tag: HISTORY_PUSH_TAG });
    return true;
  };

/** The actions that are the editor's, and what they do. */
const performs: Partial<Record<ActionId, Perform>> = {
  'edit.undo': dispatch(UNDO_COMMAND, undefined),
  'edit.redo': dispatch(REDO_COMMAND, undefined),
  'format.bold': dispatch(FORMAT_TEXT_COMMAND, 'bold'),
  'format.italic': dispatch(FORMAT_TEXT_COMMAND, 'italic'),
  'format.underline': dispatch(FORMAT_TEXT_COMMAND, 'underline'),
  'format.strikethrough': dispatch(FORMAT_TEXT_COMMAND, 'strikethrough'),
  'format.link': dispatch(OPEN_LINK_COMMAND, undefined),
  'format.paragraph': update(() => $setTextBlocks('paragraph')),
  'format.heading1': update(() => $setTextBlocks('heading1')),
  'format.heading2': update(() => $setTextBlocks('heading2')),
  'format.heading3': update(() => $setTextBlocks('heading3')),
  'format.quote': update(() => $setTextBlocks('quote')),
  'format.bullets': update(() => $toggleList('bullet')),
  'format.numbered': update(() => $toggleList('number')),
  'format.checklist': update(() => $toggleList('check')),
  'format.clear': update($clearFormatting),
  'format.forEveryone': insert(() => $setReadersOfWords(null)),
  'format.forCounsellor': insert(() => $setReadersOfWords('counsellor')),
  'format.forMe': insert(() => $setReadersOfWords('private')),
  'format.notNeeded': insert(() => $setReadersOfWords('not-needed')),
  'insert.statement': insert(() => $insertBlock(newBlocks.statement())),
  'insert.feelings': insert(() => $insertBlock(newBlocks.feelings())),
  'insert.ladder': insert(() => $insertBlock(newBlocks.ladder())),
  'insert.commitment': insert(() => $insertBlock(newBlocks.commitment())),
  'insert.answer': insert(() => $insertBlock(newBlocks.answer())),
  'insert.checklist': insert(() => $insertBlock(newBlocks.checklist())),
  'insert.scale': insert(() => $insertBlock(newBlocks.scale())),
  'insert.date': insert(() => $insertBlock(newBlocks.date())),
  'insert.section': insert($insertSection),
  'insert.picture': dispatch(PICK_PICTURES_COMMAND, undefined),
  'section.up': move('up'),
  'section.down': move('down'),
};

/** Carries out an action of the editor; false when it is not the editor's. */
export function performInEditor(editor: LexicalEditor, action: ActionId): boolean {
  const perform = performs[action];
  if (perform === undefined) return false;
  catchUpWithCaret(editor);
  return perform(editor);
}

/** The browser tells of a moved caret a moment later; a key pressed at once means the new place. */
function catchUpWithCaret(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  if (root === null || root !== document.activeElement || editor.isComposing()) return;
  document.dispatchEvent(new Event('selectionchange'));
}

export const editorActions = Object.keys(performs) as readonly ActionId[];
