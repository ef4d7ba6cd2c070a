import {
  $generateJSONFromSelectedNodes,
  copyToClipboard,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import {
  $findMatchingParent,
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
import type { DocumentNode } from '#shared/domain/document.ts';
import { storedNode } from '../document/save.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { NAMESPACE, OWN_TYPE } from '../paste/own-nodes.ts';
import { $crossesCompartments } from '../section/compartments.ts';
import { $removeAcross } from '../section/remove-across.ts';
import { htmlOfBlocks } from './to-html.ts';
import { textOfBlocks } from './to-plain.ts';

/** What leaves the letter by copy, cut and drag: clean HTML and plain text, without prompts. */
export const CopyExtension = defineExtension({
  name: 'amends/copy',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        [OWN_TYPE]: [
          selection => JSON.stringify({ namespace: NAMESPACE, nodes: $copied(selection) }),
        ],
        'text/html': [selection => htmlOfBlocks($copied(selection))],
        'text/plain': [selection => textOfBlocks($copied(selection))],
      },
    }),
  ],
  register: editor =>
    editor.registerCommand(CUT_COMMAND, event => onCut(editor, event), COMMAND_PRIORITY_HIGH),
});

/** What a selection holds, as the file format writes it. */
export function $copied(selection: BaseSelection | null): DocumentNode[] {
  if (selection === null || selection.isCollapsed()) return [];
  const nodes = $generateJSONFromSelectedNodes($getEditor(), selection).nodes.map(storedNode);
  const block = $blockOfParts(selection);
  const isOfParts = nodes.length > 0 && nodes.every(({ type }) => type === 'part');
  return block !== null && isOfParts ? [{ ...block, children: nodes }] : nodes;
}

/** Some parts of a block are a block with these parts. */
function $blockOfParts(selection: BaseSelection): DocumentNode | null {
  const first = selection.getNodes()[0];
  const block = first === undefined ? null : $findMatchingParent(first, $isPartedNode);
  return block === null ? null : storedNode(block.exportJSON());
}

/** Cutting over sections takes the text and leaves the structure, like deleting does. */
function onCut(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$crossesCompartments(selection)) return false;
  const clipboardEvent = event !== null && 'clipboardData' in event ? event : null;
  void copyToClipboard(editor, clipboardEvent).then(() => {
    editor.update(
      () => {
        const current = $getSelection();
        if ($isRangeSelection(current)) $removeAcross(current);
      },
      { tag: CUT_TAG },
    );
  });
  return true;
}
