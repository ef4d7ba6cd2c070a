import {
  $getNearestNodeFromDOMNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Day } from '#shared/domain/day.ts';
import { datedAround, dayIn, writeDay } from '#shared/domain/day-text.ts';
import { blockWords } from '../../words/blocks.ts';
import { ASIDE_STEP } from '../choices.ts';
import { element } from '../drawing.ts';
import { drawLine, lineIn, markBlank } from '../line/OneLineNode.ts';
import { $rewriteLine } from '../line/rewrite-line.ts';
import { createDayNote } from './day-note.ts';
import { createDayPicker } from './day-picker.ts';
import { describeByHeading } from './described.ts';
import { letterDaysOf } from './letter-days.ts';
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
      createDayPicker({
        current: () => read(editor, dom),
        onDay: day => write(editor, dom, writeDay(day, letterDaysOf(editor).locale.value)),
      }),
      createDayNote(),
    );
    this.render(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.render(dom);
    return false;
  }

  private render(dom: HTMLElement): void {
    markBlank(dom, this.isEmpty(), blockWords.date.blank);
    describeByHeading(this, dom.querySelector('[data-control="day"]'));
  }
}

function read(editor: LexicalEditor, dom: HTMLElement): Day | null {
  const { writtenOn, locale } = letterDaysOf(editor);
  return dayIn(lineIn(dom).textContent ?? '', datedAround(writtenOn.value, locale.value));
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
