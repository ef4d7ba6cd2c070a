import {
  $generateJSONFromSelectedNodes,
  copyToClipboard,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import {
  $getEditor,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  CUT_COMMAND,
  CUT_TAG,
  defineExtension,
  type BaseSelection,
  type LexicalEditor,
} from 'lexical';
import { storedNode } from '../document/save.ts';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $crossesSections } from '../section/compartments.ts';
import { $removeAcrossSections } from '../section/remove-across.ts';
import { htmlOfBlocks } from './to-html.ts';
import { textOfBlocks } from './to-plain.ts';

/** What leaves the letter by copy, cut and drag: clean HTML and plain text, without prompts. */
export const CopyExtension = defineExtension({
  name: 'amends/copy',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'text/html': [selection => htmlOfBlocks($copied(selection))],
        'text/plain': [selection => textOfBlocks($copied(selection))],
      },
    }),
  ],
  register: editor =>
    editor.registerCommand(CUT_COMMAND, event => onCut(editor, event), COMMAND_PRIORITY_HIGH),
});

export const $copied = (selection: BaseSelection | null): DocumentNode[] =>
  selection === null || selection.isCollapsed()
    ? []
    : $generateJSONFromSelectedNodes($getEditor(), selection).nodes.map(storedNode);

/** Cutting over sections takes the text and leaves the structure, like deleting does. */
function onCut(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$crossesSections(selection)) return false;
  const clipboardEvent = event !== null && 'clipboardData' in event ? event : null;
  void copyToClipboard(editor, clipboardEvent).then(() => {
    editor.update(
      () => {
        const current = $getSelection();
        if ($isRangeSelection(current)) $removeAcrossSections(current);
      },
      { tag: CUT_TAG },
    );
  });
  return true;
}
