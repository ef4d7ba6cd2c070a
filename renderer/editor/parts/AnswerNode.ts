import type { LexicalNode } from 'lexical';
import { PartedNode } from './PartedNode.ts';

/** A point that was heard, and beside it the answer. One that is not answered yet says so. */
export class AnswerNode extends PartedNode {
  override $config() {
    return this.config('answer', { extends: PartedNode });
  }
}

export const $isAnswerNode = (node: LexicalNode | null | undefined): node is AnswerNode =>
  node instanceof AnswerNode;
