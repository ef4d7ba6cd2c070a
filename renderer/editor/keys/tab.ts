import type { LexicalEditor } from 'lexical';

/**
 * Tab leaves the text for the next button behind the caret, Shift+Tab for the one before it, so
 * that no one is held in the text and no one starts again at the top of the letter.
 */
export function moveFocusFromText(editor: LexicalEditor, event: KeyboardEvent): void {
  const root = editor.getRootElement();
  const caret = root?.ownerDocument.getSelection()?.focusNode ?? null;
  if (root === null || caret === null || !root.contains(caret)) return;
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-guide], [data-check]')].filter(
    isShown,
  );
  const next = event.shiftKey
    ? buttons.findLast(button => isBefore(button, caret))
    : buttons.find(button => isBefore(caret, button));
  if (next !== undefined) {
    event.preventDefault();
    next.focus();
    return;
  }
  // From the last button the browser itself finds what follows the letter.
  if (!event.shiftKey) buttons.at(-1)?.focus({ preventScroll: true });
}

const isBefore = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const isShown = (element: HTMLElement): boolean => element.checkVisibility();
