import { RichTextExtension } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  defineExtension,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { Place } from '../move/move.ts';
import { PICK_PICTURES_COMMAND } from './commands.ts';
import { $insertPictures } from './insert.ts';
import { pastedPictures, pickPictures } from './picture-files.ts';
import { registerPictureControls } from './picture-controls.ts';
import { registerPictureDrop } from './picture-drop.ts';
import { PictureNode } from './PictureNode.ts';
import { createReadings, type Readings } from './readings.ts';
import { registerShownPictures } from './shown-pictures.ts';

/** Pictures in a letter: by paste, by drop and from a list of files. */
export const PictureExtension = defineExtension({
  name: 'amends/picture',
  dependencies: [RichTextExtension],
  nodes: () => [PictureNode],
  register: editor => {
    const readings = createReadings(editor);
    const add = (files: readonly File[], place: Place | null) =>
      addPictures(editor, readings, files, place);
    return mergeRegister(
      // Before the paste of text: a picture that is copied in a browser comes with HTML of no use here.
      editor.registerCommand(
        PASTE_COMMAND,
        event => {
          const files = pastedPictures('clipboardData' in event ? event.clipboardData : null);
          if (files.length === 0) return false;
          event.preventDefault();
          add(files, null);
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        PICK_PICTURES_COMMAND,
        () => {
          void pickPictures().then(files => add(files, null));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      registerPictureDrop(editor, add),
      registerPictureControls(editor, readings.cancel),
      registerShownPictures(editor),
      readings.stop,
    );
  },
});

/** One step to undo for all of them. */
function addPictures(
  editor: LexicalEditor,
  readings: Readings,
  files: readonly File[],
  place: Place | null,
): void {
  // The letter may have been closed while the person chose.
  if (files.length === 0 || editor.getRootElement() === null) return;
  const names = readings.begin(files);
  editor.update(() => $insertPictures(names, place), { tag: HISTORY_PUSH_TAG });
  editor.focus();
}
