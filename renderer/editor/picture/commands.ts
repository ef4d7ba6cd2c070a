import { createCommand, type LexicalCommand } from 'lexical';

/** Asks for pictures and puts them where the caret is. */
export const PICK_PICTURES_COMMAND: LexicalCommand<void> = createCommand('PICK_PICTURES_COMMAND');

/** Opens the small window for the description, beside the button that asks for it. */
export const DESCRIBE_PICTURE_COMMAND: LexicalCommand<HTMLElement> = createCommand(
  'DESCRIBE_PICTURE_COMMAND',
);
