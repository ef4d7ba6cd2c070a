import {
  $getNearestNodeFromDOMNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { blockWords } from '../../words/blocks.ts';
import { ASIDE_STEP } from '../choices.ts';
import { element } from '../drawing.ts';
import { drawLine, markBlank } from '../line/OneLineNode.ts';
import { $rewriteLine } from '../line/rewrite-line.ts';
import { createDayNote, renderDayNote } from './day-note.ts';
import { createDayPicker } from './day-picker.ts';
import { describeByHeading } from './described.ts';
import { LineNode } from './LineNode.ts';
import styles from './Lines.module.css';

/** A day, written as people write it, with a calendar beside it. */
export class DateNode extends LineNode {
  override $config() {
    return this.config('date', { extends: LineNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = element('div', `${styles['block']} ${styles['date']}`);
    dom.dataset['block'] = 'date';
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', blockWords.date.label);
    drawLine(dom, styles['line']);
    dom.append(
      createDayPicker(dom, text => write(editor, dom, text)),
      createDayNote(),
    );
    this.render(dom, true);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.render(dom, false);
    return false;
  }

  private render(dom: HTMLElement, isNew: boolean): void {
    markBlank(dom, this.isEmpty(), blockWords.date.blank);
    renderDayNote(dom, this.getTextContent(), isNew, true);
    describeByHeading(this, dom.querySelector('[data-control="day"]'));
  }
}

function write(editor: LexicalEditor, dom: HTMLElement, text: string): void {
  editor.update(
    () => {
      const node = $getNearestNodeFromDOMNode(dom);
      if (!$isDateNode(node) || node.getTextContent() === text) return;
      $rewriteLine(node, text);
    },
    { tag: ASIDE_STEP },
  );
}

export const $isDateNode = (node: LexicalNode | null | undefined): node is DateNode =>
  node instanceof DateNode;
