import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { blockOfParts } from '#shared/domain/blocks.ts';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $at, edit, letterOf, openLetter } from './support.ts';

export const statement = (when = '', feel = '', need = '', like = ''): DocumentNode =>
  blockOfParts('statement', { when, feel, need, like });
export const commitment = (who = '', what = '', by = '', notice = ''): DocumentNode =>
  blockOfParts('commitment', { who, what, by, notice });
export const answer = (heard = '', reply = ''): DocumentNode =>
  blockOfParts('answer', { heard, reply });

export const open = (...children: DocumentNode[]): LexicalEditor =>
  openLetter(letterOf(...children));

export const enter = (editor: LexicalEditor) =>
  edit(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
export const backspace = (editor: LexicalEditor) =>
  edit(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
export const del = (editor: LexicalEditor) =>
  edit(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false));
export const type = (editor: LexicalEditor, text: string) =>
  edit(editor, () => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text));
export const goTo = (editor: LexicalEditor, path: number[], edge: 'start' | 'end') =>
  edit(
    editor,
    () => void (edge === 'start' ? $at(...path).selectStart() : $at(...path).selectEnd()),
  );
