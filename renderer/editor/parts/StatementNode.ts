import type { LexicalNode } from 'lexical';
import { PartedNode } from './PartedNode.ts';

/** An "I feel" statement: when, I feel, because I need, I would like. */
export class StatementNode extends PartedNode {
  override $config() {
    return this.config('statement', { extends: PartedNode });
  }
}

export const $isStatementNode = (node: LexicalNode | null | undefined): node is StatementNode =>
  node instanceof StatementNode;
