import {
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalNode,
} from 'lexical';
import type { CommitmentStatus } from '#shared/domain/blocks.ts';
import { statusState } from './part-state.ts';
import { PartedNode } from './PartedNode.ts';
import { createStatus, renderStatus, statusIn } from './status-control.ts';
import { partId } from './PartNode.ts';

/** A promise: who, what, by when, how it would be noticed, and how it stands. */
export class CommitmentNode extends PartedNode {
  override $config() {
    return this.config('commitment', {
      extends: PartedNode,
      stateConfigs: [{ stateConfig: statusState, flat: true }],
    });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    createStatus(dom, `status-${this.getKey()}`);
    this.renderStatus(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.renderStatus(dom);
    return false;
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(dom).withBefore(statusIn(dom));
  }

  private renderStatus(dom: HTMLElement): void {
    const what = this.getPart('what');
    renderStatus(dom, $getState(this, statusState), what === null ? '' : partId(what.getKey()));
  }
}

export const $setStatus = (commitment: CommitmentNode, status: CommitmentStatus): void =>
  void $setState(commitment, statusState, status);

export const $isCommitmentNode = (node: LexicalNode | null | undefined): node is CommitmentNode =>
  node instanceof CommitmentNode;
