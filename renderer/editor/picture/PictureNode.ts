import { $create, $getState, $setState, type EditorConfig, type LexicalNode } from 'lexical';
import { pictureWords } from '../../words/pictures.ts';
import { element } from '../drawing.ts';
import { drawLine, markBlank } from '../line/OneLineNode.ts';
import { $headingIdOf } from '../lines/described.ts';
import { LineNode } from '../lines/LineNode.ts';
import { createFrame, renderFrame } from './frame.ts';
import styles from './Picture.module.css';
import { $pictureDataOf, pictureStateConfigs, readingState } from './picture-state.ts';

/** A picture of the vault with its caption below, which is ordinary text. */
export class PictureNode extends LineNode {
  override $config() {
    return this.config('picture', { extends: LineNode, stateConfigs: pictureStateConfigs });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = element('div', styles['picture']);
    dom.dataset['block'] = 'picture';
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', pictureWords.picture);
    createFrame(dom, this.getKey());
    drawLine(dom, styles['caption']);
    this.render(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.render(dom);
    return false;
  }

  private render(dom: HTMLElement): void {
    markBlank(dom, this.isEmpty(), pictureWords.caption);
    renderFrame(dom, {
      ...$pictureDataOf(this),
      isReading: $getState(this, readingState) !== '',
      describedBy: $headingIdOf(this),
    });
  }
}

/** A picture that is still being read. */
export const $createPictureNode = (reading: string): PictureNode =>
  $setState($create(PictureNode), readingState, reading);

export const $isPictureNode = (node: LexicalNode | null | undefined): node is PictureNode =>
  node instanceof PictureNode;
