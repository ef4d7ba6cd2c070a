import { registerEventListeners, type LexicalEditor } from 'lexical';
import { SHOW_DROP_COMMAND } from '../move/grips.ts';
import type { Place } from '../move/move.ts';
import { placeAt } from '../move/places.ts';
import { carriesPicture, picturesIn } from './picture-files.ts';

/** Pictures that are dropped go between two blocks, where a line shows it; other files stay refused. */
export function registerPictureDrop(
  editor: LexicalEditor,
  add: (files: readonly File[], place: Place | null) => void,
): () => void {
  const showPlace = (y: number | null) => editor.dispatchCommand(SHOW_DROP_COMMAND, y);
  return editor.registerRootListener(root =>
    root === null
      ? undefined
      : registerEventListeners(root, {
          dragover: event => {
            if (!carriesPicture(event.dataTransfer)) return;
            // Without this the browser would not let go of it here.
            event.preventDefault();
            if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
            showPlace(event.clientY);
          },
          dragleave: event => {
            const to = event.relatedTarget;
            if (!(to instanceof Node && root.contains(to))) showPlace(null);
          },
          drop: event => {
            showPlace(null);
            const files = picturesIn(event.dataTransfer);
            if (files.length === 0) return;
            event.preventDefault();
            // What is no picture goes on to the window, which says what can be done with it.
            if (files.length === event.dataTransfer?.files.length) event.stopPropagation();
            add(files, placeAt(editor, event.clientY, false));
          },
        }),
  );
}
