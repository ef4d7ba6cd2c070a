import type { LexicalEditor } from 'lexical';

const waiting = new WeakSet<LexicalEditor>();

/** Makes the paste that follows plain, for the key that lets the browser paste by itself. */
export function expectPlainPaste(editor: LexicalEditor): void {
  waiting.add(editor);
  // The wish must not wait for a paste that never comes.
  setTimeout(() => waiting.delete(editor), 1000);
}

/** Whether this paste was asked to be plain; the wish holds once. */
export const takePlainPaste = (editor: LexicalEditor): boolean => waiting.delete(editor);
