import {
  $addUpdateTag,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { actionOf } from '#shared/actions.ts';
import { $indentItems, $toggleCheck } from '../blocks/lists.ts';
import { $goToPartBeside } from '../parts/keys.ts';
import { expectPlainPaste } from '../paste/plain-paste.ts';
import { editorActions, performInEditor } from '../perform.ts';
import { moveFocusFromText, registerControlKeys } from './tab.ts';
import { isShortcut, shortcutFrom } from './shortcut.ts';

const plainPastes = (actionOf('edit.pastePlain').keys ?? []).map(shortcutFrom);

const shortcuts = editorActions.flatMap(id =>
  (actionOf(id).keys ?? []).map(keys => ({ id, shortcut: shortcutFrom(keys) })),
);

const tick = shortcutFrom('CmdOrCtrl+Enter');

/** The keys of the editor's actions, as `shared/actions.ts` names them, and Tab. */
export const KeysExtension = defineExtension({
  name: 'amends/keys',
  register: editor =>
    mergeRegister(
      registerControlKeys(editor),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        event => {
          if (isShortcut(event, tick, IS_APPLE) && $toggleCheck()) {
            event.preventDefault();
            return true;
          }
          // No page may start a paste: this one key is left to the browser, and what comes of it is plain.
          if (plainPastes.some(shortcut => isShortcut(event, shortcut, IS_APPLE))) {
            expectPlainPaste(editor);
            return true;
          }
          const found = shortcuts.find(({ shortcut }) => isShortcut(event, shortcut, IS_APPLE));
          if (found === undefined) return false;
          if (performInEditor(editor, found.id)) event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        event => {
          const isHandled =
            $goToPartBeside(event.shiftKey) || $indentItems(event.shiftKey ? -1 : 1);
          if (isHandled) event.preventDefault();
          else moveFocusFromText(editor, event);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // The browser tells of a new caret late: by then a key may have led the focus elsewhere.
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          if (hasFocusElsewhere(editor.getRootElement())) $addUpdateTag(SKIP_SELECTION_FOCUS_TAG);
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
});

function hasFocusElsewhere(root: HTMLElement | null): boolean {
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  return !isNowhere && root?.contains(activeElement) === false;
}
