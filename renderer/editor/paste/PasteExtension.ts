import { ClipboardImportExtension } from '@lexical/clipboard';
import { DRAG_DROP_PASTE, RichTextExtension } from '@lexical/rich-text';
import { eventFiles } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $applyLink, $linkAtCaret } from '../link/link-at-caret.ts';
import { isAllowedUrl } from '../link/link-url.ts';
import { $crossesCompartments } from '../section/compartments.ts';
import { $insertBlocks } from './insert.ts';
import { OWN_TYPE, ownNodes } from './own-nodes.ts';
import { takePlainPaste } from './plain-paste.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from '#shared/reading/read-plain.ts';
import { parseInert } from './trusted-html.ts';

/** Everything that enters the letter from outside goes through here, cleaned and never cut off. */
export const PasteExtension = defineExtension({
  name: 'amends/paste',
  dependencies: [
    RichTextExtension,
    // What Lexical inserts by itself (a drop, a replacement by the system) takes the same way in.
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [OWN_TYPE]: [(_data, _selection, _next, transfer) => $insertTransfer(transfer, false)],
        'text/html': [(_data, _selection, _next, transfer) => $insertTransfer(transfer, true)],
        'text/plain': [(_data, _selection, _next, transfer) => $insertTransfer(transfer, true)],
      },
    }),
  ],
  register: editor =>
    mergeRegister(
      editor.registerCommand(PASTE_COMMAND, event => onPaste(editor, event), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DROP_COMMAND, refuseFiles, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DRAGSTART_COMMAND, $refuseSections, COMMAND_PRIORITY_HIGH),
      // Pictures and files have no place in a letter yet; the browser must not open them either.
      editor.registerCommand(DRAG_DROP_PASTE, () => true, COMMAND_PRIORITY_HIGH),
    ),
});

function onPaste(editor: LexicalEditor, event: Event): boolean {
  const transfer = 'clipboardData' in event ? (event.clipboardData as DataTransfer | null) : null;
  if (transfer === null) return false;
  event.preventDefault();
  const isPlain = takePlainPaste(editor);
  editor.update(() => void $insertTransfer(transfer, isPlain), { tag: PASTE_TAG });
  return true;
}

function refuseFiles(event: DragEvent): boolean {
  const [hasFiles, , hasText] = eventFiles(event);
  if (!hasFiles || hasText) return false;
  event.preventDefault();
  return true;
}

/** Moving a selection takes it out of its place; the parts of a letter are not taken out. */
function $refuseSections(event: DragEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$crossesCompartments(selection)) return false;
  event.preventDefault();
  return true;
}

function $insertTransfer(transfer: DataTransfer, isPlain: boolean): boolean {
  const text = transfer.getData('text/plain').trim();
  const isOverText = $getSelection()?.isCollapsed() === false && $linkAtCaret() !== null;
  if (!isPlain && isOverText && isAllowedUrl(text)) $applyLink(text);
  else $insertBlocks(blocksOf(transfer, isPlain));
  return true;
}

/** The blocks a clipboard holds, from the richest form that can be read. */
function blocksOf(transfer: DataTransfer, isPlain: boolean): readonly DocumentNode[] {
  const plain = transfer.getData('text/plain') || transfer.getData('text/uri-list');
  if (isPlain) return readPlain(plain);
  const own = ownNodes(transfer.getData(OWN_TYPE));
  if (own !== null && own.length > 0) return own;
  const html = transfer.getData('text/html');
  const rich = html === '' ? [] : readHtml(parseInert(html));
  return rich.length > 0 ? rich : readPlain(plain);
}
