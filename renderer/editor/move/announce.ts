import { createCommand, type LexicalCommand, type LexicalEditor } from 'lexical';

/** Says something to those who listen to the letter, once they are done with what is being read. */
export const ANNOUNCE_COMMAND: LexicalCommand<string> = createCommand('ANNOUNCE_COMMAND');

export const announce = (editor: LexicalEditor, text: string): void => {
  editor.dispatchCommand(ANNOUNCE_COMMAND, text);
};
