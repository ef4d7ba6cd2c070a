import { createCommand, type EditorConfig, type LexicalCommand, type LexicalNode } from 'lexical';
import { blockWords } from '../../words/blocks.ts';
import { controlButton, element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import { drawLine, markBlank } from '../line/OneLineNode.ts';
import { describeByHeading } from './described.ts';
import { LineNode } from './LineNode.ts';
import styles from './Lines.module.css';

/** The person wants to look feelings up, for the line that the caret is in. */
export const WANT_FEELINGS_COMMAND: LexicalCommand<void> = createCommand('WANT_FEELINGS_COMMAND');

/** A line of feelings, with commas between them. */
export class FeelingsNode extends LineNode {
  override $config() {
    return this.config('feelings', { extends: LineNode });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = element('div', `${styles['block']} ${styles['feelings']}`);
    dom.dataset['block'] = 'feelings';
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', blockWords.feelings.label);
    drawLine(dom, styles['line']);
    const island = makeIsland(element('div', styles['picker']));
    island.dir = 'ltr';
    island.append(controlButton('feelings', styles['button'], blockWords.feelings.choose));
    dom.append(island);
    this.render(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.render(dom);
    return false;
  }

  private render(dom: HTMLElement): void {
    markBlank(dom, this.isEmpty(), blockWords.feelings.blank);
    describeByHeading(this, dom.querySelector('[data-control="feelings"]'));
  }
}

export const $isFeelingsNode = (node: LexicalNode | null | undefined): node is FeelingsNode =>
  node instanceof FeelingsNode;
