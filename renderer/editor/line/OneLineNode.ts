import {
  $createParagraphNode,
  ElementNode,
  type ElementDOMSlot,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';

/**
 * An element that holds one line of text and keeps it to itself: a part of a block, a date, a
 * caption. Its text stands in an element of its own, apart from the controls that are drawn beside.
 */
export class OneLineNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('amends/OneLineNode'), { extends: ElementNode });
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(dom).withElement(lineIn(dom));
  }

  // Backspace at its start has nothing to merge with.
  override collapseAtStart(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }
}

const lines = new WeakMap<HTMLElement, HTMLElement>();

/** Draws the line of a node that holds one into its element. */
export function drawLine(dom: HTMLElement, className: string | undefined): HTMLElement {
  const line = document.createElement('p');
  line.className = className ?? '';
  line.dir = 'auto';
  lines.set(dom, line);
  dom.append(line);
  return line;
}

/** The element that the text of a drawn node stands in. */
export const lineIn = (dom: HTMLElement): HTMLElement => lines.get(dom) ?? dom;

/**
 * What stands in an empty line to say what it is for; it is never text. Those who listen hear it as
 * the description of the line's group.
 */
export function markBlank(dom: HTMLElement, isBlank: boolean, words: string): void {
  const { dataset } = lineIn(dom);
  const shown = isBlank ? words : undefined;
  if (dataset['blank'] === shown) return;
  if (shown === undefined) {
    delete dataset['blank'];
    dom.removeAttribute('aria-description');
  } else {
    dataset['blank'] = shown;
    dom.setAttribute('aria-description', shown);
  }
}

export const $isOneLineNode = (node: LexicalNode | null | undefined): node is OneLineNode =>
  node instanceof OneLineNode;
