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
import { catchUpWithCaret } from './caret.ts';
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

/** An update that is a step of its own to undo. */
const asStep =
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
  'format.forEveryone': asStep(() => $setReadersOfWords(null)),
  'format.forCounsellor': asStep(() => $setReadersOfWords('counsellor')),
  'format.forMe': asStep(() => $setReadersOfWords('private')),
  'format.notNeeded': asStep(() => $setReadersOfWords('not-needed')),
  'insert.statement': asStep(() => $insertBlock(newBlocks.statement())),
  'insert.feelings': asStep(() => $insertBlock(newBlocks.feelings())),
  'insert.ladder': asStep(() => $insertBlock(newBlocks.ladder())),
  'insert.commitment': asStep(() => $insertBlock(newBlocks.commitment())),
  'insert.answer': asStep(() => $insertBlock(newBlocks.answer())),
  'insert.checklist': asStep(() => $insertBlock(newBlocks.checklist())),
  'insert.scale': asStep(() => $insertBlock(newBlocks.scale())),
  'insert.date': asStep(() => $insertBlock(newBlocks.date())),
  'insert.section': asStep($insertSection),
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

export const editorActions = Object.keys(performs) as readonly ActionId[];
