import type { LexicalNode } from 'lexical';
import { OneLineNode } from '../line/OneLineNode.ts';

/** A block that is one line of text beside something that was chosen: a date, a scale, a picture. */
export class LineNode extends OneLineNode {
  override $config() {
    return this.config(Symbol.for('amends/LineNode'), { extends: OneLineNode });
  }

  /** Whether nothing was written or chosen, so that taking it away loses nothing. */
  isBlank(): boolean {
    return this.isEmpty();
  }
}

export const $isLineNode = (node: LexicalNode | null | undefined): node is LineNode =>
  node instanceof LineNode;
