import type { LexicalEditor } from 'lexical';

/** The browser tells of a moved caret a moment later; a key pressed at once means the new place. */
export function catchUpWithCaret(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  if (root === null || root !== document.activeElement || editor.isComposing()) return;
  document.dispatchEvent(new Event('selectionchange'));
}

/** Whether the focus is in the text, or on a control that is drawn into it. */
export const isInText = (editor: LexicalEditor): boolean =>
  editor.getRootElement()?.contains(document.activeElement) === true;

/**
 * To be called before the text is changed from beside it: a caret of the browser that stayed in the
 * text would slip as that changes, and ours follow it.
 */
export function releaseCaret(editor: LexicalEditor): void {
  const caret = window.getSelection();
  const root = editor.getRootElement();
  if (!isInText(editor) && root?.contains(caret?.anchorNode ?? null) === true) {
    caret?.removeAllRanges();
  }
}
