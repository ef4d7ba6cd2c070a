import { setDOMUnmanaged, stopLexicalPropagation } from 'lexical';

/** What a control of an island receives must not also reach the text. */
const OWN_EVENTS = ['keydown', 'click', 'pointerdown', 'cut', 'copy', 'paste', 'drop'];

/**
 * Makes an element an island in the text: drawn there, but neither read nor written by the editor,
 * and a press on it leaves the caret, the selection and the scroll where they are.
 */
export function makeIsland(dom: HTMLElement): HTMLElement {
  dom.contentEditable = 'false';
  setDOMUnmanaged(dom, { captureSelection: true });
  for (const name of OWN_EVENTS) dom.addEventListener(name, stopLexicalPropagation);
  dom.addEventListener('mousedown', event => {
    if (!isField(event.target)) event.preventDefault();
  });
  return dom;
}

/** A field has a caret of its own, and takes it by the press. */
const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** The controls that are drawn into the text, in their order; of a group of choices only one. */
export const controlsIn = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(
    '[contenteditable="false"] :is(button, input, [tabindex]):not([tabindex="-1"], :disabled), [data-check]',
  ),
];
