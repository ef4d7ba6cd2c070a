import { setDOMUnmanaged, stopLexicalPropagation } from 'lexical';

/**
 * Makes an element an island in the text: drawn there, but neither read nor written by the editor,
 * and a press on it leaves the caret, the selection and the scroll where they are.
 */
export function makeIsland(dom: HTMLElement): HTMLElement {
  dom.contentEditable = 'false';
  setDOMUnmanaged(dom, { captureSelection: true });
  // Enter and Space on a control of the island must not also reach the text.
  for (const name of ['keydown', 'click', 'pointerdown']) {
    dom.addEventListener(name, stopLexicalPropagation);
  }
  dom.addEventListener('mousedown', event => event.preventDefault());
  return dom;
}
