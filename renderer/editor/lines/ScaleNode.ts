import { $getState, $setState, type EditorConfig, type LexicalNode } from 'lexical';
import { blockWords } from '../../words/blocks.ts';
import { element } from '../drawing.ts';
import { drawLine, markBlank } from '../line/OneLineNode.ts';
import { $headingIdOf } from './described.ts';
import { LineNode } from './LineNode.ts';
import { createScale, renderScale } from './scale-control.ts';
import { $scaleDataOf, scaleStates } from './scale-state.ts';
import styles from './Lines.module.css';

/** Numbers to choose one of, with words for the ends, and a note beside it. */
export class ScaleNode extends LineNode {
  override $config() {
    return this.config('scale', {
      extends: LineNode,
      stateConfigs: Object.values(scaleStates).map(stateConfig => ({ stateConfig, flat: true })),
    });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = element('div', `${styles['block']} ${styles['scale']}`);
    dom.dataset['block'] = 'scale';
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', blockWords.scale.label);
    createScale(dom, `scale-${this.getKey()}`);
    drawLine(dom, styles['line']);
    this.render(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.render(dom);
    return false;
  }

  override isBlank(): boolean {
    return this.isEmpty() && $getState(this, scaleStates.value) === null;
  }

  private render(dom: HTMLElement): void {
    markBlank(dom, this.isEmpty(), blockWords.scale.blank);
    renderScale(dom, $scaleDataOf(this), $headingIdOf(this));
  }
}

/** Chooses a number; the chosen one again takes the choice back. */
export function $chooseOnScale(scale: ScaleNode, value: number): void {
  $setState(scale, scaleStates.value, chosen => (chosen === value ? null : value));
}

export const $isScaleNode = (node: LexicalNode | null | undefined): node is ScaleNode =>
  node instanceof ScaleNode;
