import {
  $getNearestNodeFromDOMNode,
  $isParagraphNode,
  isHTMLElement,
  registerEventListener,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { controlsIn } from '../island.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { $isPartNode } from '../parts/PartNode.ts';
import { isInGuide } from '../section/guide.ts';
import { $isSectionBodyNode, type SectionBodyNode } from '../section/SectionBodyNode.ts';

/** Tab leaves the text for what stands next: a control behind the caret, or the text of another section. */
export function moveFocusFromText(editor: LexicalEditor, event: KeyboardEvent): void {
  const root = editor.getRootElement();
  const caret = root?.ownerDocument.getSelection()?.focusNode ?? null;
  if (root === null || caret === null || !root.contains(caret)) return;
  const own = elementOf(caret)?.closest('[data-text]') ?? null;
  moveOn(editor, event, { root, from: caret, own });
}

/**
 * Tab from a control in the text goes on in the same order. A letter typed on a button of the guide
 * is meant for the text beside it, and must not be lost.
 */
export const registerControlKeys = (editor: LexicalEditor): (() => void) =>
  editor.registerRootListener(root =>
    root === null
      ? undefined
      : registerEventListener(root, 'keydown', event => {
          const { target } = event;
          if (!isHTMLElement(target) || target === root || event.defaultPrevented) return;
          if (event.key === 'Tab') moveOn(editor, event, { root, from: target, own: null });
          else if (isInGuide(target) && isLetter(event)) goToTextOf(editor, target);
        }),
  );

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

interface Start {
  readonly root: HTMLElement;
  readonly from: Node;
  /** The text that the caret is in, whose own line is no place to go to. */
  readonly own: Element | null;
}

function moveOn(editor: LexicalEditor, event: KeyboardEvent, { root, from, own }: Start): void {
  const { shiftKey: isBackward } = event;
  const isPlace = (stop: HTMLElement) =>
    stop.checkVisibility() &&
    !stop.contains(from) &&
    !(stop.matches(TEXT) && own?.contains(stop) === true);
  const stops = stopsIn(root).filter(isPlace);
  const next = isBackward
    ? stops.findLast(stop => isBefore(stop, from))
    : stops.find(stop => isBefore(from, stop) && !isPassed(stop, from));
  if (next !== undefined) {
    event.preventDefault();
    if (next.matches(TEXT)) goToTextOf(editor, next);
    else next.focus();
    return;
  }
  // From the last control the browser itself finds what follows the letter. Before the first one it
  // would find the letter that is around it, and lead back here.
  if (!isBackward) controlsIn(root).at(-1)?.focus({ preventScroll: true });
  else if (root.contains(document.activeElement) && document.activeElement !== root) {
    event.preventDefault();
    lastBefore(root)?.focus();
  }
}

const lastBefore = (root: HTMLElement): HTMLElement | undefined =>
  [
    ...document.querySelectorAll<HTMLElement>('button, input, textarea, select, [tabindex]'),
  ].findLast(
    stop =>
      isBefore(stop, root) &&
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled') &&
      stop.checkVisibility(),
  );

/** The first line of each section's text: it stands between the controls above and those below. */
const TEXT = '[data-text] p[dir="auto"], [data-text] :is(h1, h2, h3, blockquote, li)';

function stopsIn(root: HTMLElement): HTMLElement[] {
  const firstLines = [...root.querySelectorAll<HTMLElement>('[data-text]')].flatMap(
    body => body.querySelector<HTMLElement>(TEXT) ?? [],
  );
  return [...controlsIn(root), ...firstLines].toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** Who goes on writing wants the next text, not what folds its prompt away; Shift+Tab leads there. */
const isPassed = (stop: HTMLElement, from: Node): boolean =>
  stop.closest('[data-guide-of="above"]') !== null &&
  elementOf(from)?.closest('[data-guide-of="above"]') === null;

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

/** Where a section that ends with blocks of parts goes on: in the first that is empty, or in the last. */
function $firstPartOf(blocks: readonly LexicalNode[]): ElementNode | null {
  const last = blocks.findLast(block => !($isParagraphNode(block) && block.isEmpty()));
  if (!$isPartedNode(last)) return null;
  const empty = blocks.find(block => $isPartedNode(block) && block.isBlank());
  const part = ($isPartedNode(empty) ? empty : last).getFirstChild();
  return $isPartNode(part) ? part : null;
}

/** Puts the caret at the end of the section's text that an element stands in, or of what it begins with. */
export function goToTextOf(editor: LexicalEditor, element: HTMLElement): void {
  editor.update(
    () => {
      const body = $bodyAround(element);
      if (body === null) return;
      ($firstPartOf(body.getChildren()) ?? body).selectEnd();
    },
    { discrete: true },
  );
  editor.focus();
}

function $bodyAround(element: HTMLElement): SectionBodyNode | null {
  const body = $getNearestNodeFromDOMNode(element.closest('[data-text]') ?? element);
  return $isSectionBodyNode(body) ? body : null;
}

const isBefore = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
