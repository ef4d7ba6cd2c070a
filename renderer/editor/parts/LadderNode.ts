import type { EditorConfig, ElementDOMSlot, LexicalNode } from 'lexical';
import { blockWords } from '../../words/blocks.ts';
import { element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import { PartedNode } from './PartedNode.ts';
import styles from './Parts.module.css';

const marks = new WeakMap<HTMLElement, HTMLElement>();

/** Three drafts of the same thing side by side. They help the writer, and are never printed. */
export class LadderNode extends PartedNode {
  override $config() {
    return this.config('ladder', { extends: PartedNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    const mark = makeIsland(element('p', styles['mark'], blockWords.ladder.mark));
    mark.dir = 'ltr';
    dom.append(mark);
    marks.set(dom, mark);
    return dom;
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(dom).withAfter(marks.get(dom));
  }
}

export const $isLadderNode = (node: LexicalNode | null | undefined): node is LadderNode =>
  node instanceof LadderNode;
