import { $create, $getState, $setState, type EditorConfig, type LexicalNode } from 'lexical';
import { PARTS, type PartName } from '#shared/domain/blocks.ts';
import { blockWords } from '../../words/blocks.ts';
import { drawLine, markBlank, OneLineNode } from '../line/OneLineNode.ts';
import { createDayNote } from '../lines/day-note.ts';
import { controlButton, element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import { partState } from './part-state.ts';
import styles from './Parts.module.css';

/** One line of a block that is made of parts. Its name is drawn beside it, and is never text. */
export class PartNode extends OneLineNode {
  override $config() {
    return this.config('part', {
      extends: OneLineNode,
      stateConfigs: [{ stateConfig: partState, flat: true }],
    });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = element('div', styles['part']);
    const name = this.getName();
    dom.setAttribute('role', 'group');
    drawLine(dom, styles['line']).id = partId(this.getKey());
    if (name !== '') {
      const { label } = blockWords.parts[name];
      dom.dataset['part'] = name;
      dom.dataset['label'] = label;
      dom.setAttribute('aria-label', label);
      if (isDraft(name)) dom.append(createUse(label));
    }
    if (name === 'by') dom.append(createDayNote());
    this.render(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    const name = this.getName();
    if ((dom.dataset['part'] ?? '') !== name) return true;
    this.render(dom);
    return false;
  }

  getName(): PartName | '' {
    return $getState(this, partState);
  }

  // Called for every key typed in it: only whether anything is written is asked.
  private render(dom: HTMLElement): void {
    const name = this.getName();
    if (name === '') return;
    markBlank(dom, this.isEmpty(), blockWords.parts[name].blank);
    if (isDraft(name)) showUse(dom, this.isEmpty());
  }
}

const isDraft = (name: PartName | ''): boolean => PARTS.ladder.some(draft => draft === name);

/** The button that puts a draft into the letter. */
function createUse(label: string): HTMLElement {
  const island = makeIsland(element('div', styles['use']));
  island.dir = 'ltr';
  const button = controlButton('use-draft', styles['button'], blockWords.ladder.use);
  button.setAttribute('aria-label', blockWords.ladder.useNamed(label));
  island.append(button);
  return island;
}

function showUse(dom: HTMLElement, isEmpty: boolean): void {
  const button = dom.querySelector<HTMLButtonElement>('[data-control="use-draft"]');
  if (button !== null && button.disabled !== isEmpty) button.disabled = isEmpty;
}

/** The id of the text of a part, for what is named after it. */
export const partId = (key: string): string => `part-${key}`;

export const $createPartNode = (name: PartName): PartNode =>
  $setState($create(PartNode), partState, name);

export const $isPartNode = (node: LexicalNode | null | undefined): node is PartNode =>
  node instanceof PartNode;
