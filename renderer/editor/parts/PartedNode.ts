import { ElementNode, type EditorConfig, type LexicalNode } from 'lexical';
import { invariant } from '#shared/assert.ts';
import { isPartedType, PARTS, type PartedType, type PartName } from '#shared/domain/blocks.ts';
import { blockWords } from '../../words/blocks.ts';
import { element } from '../drawing.ts';
import { $createPartNode, $isPartNode, type PartNode } from './PartNode.ts';
import styles from './Parts.module.css';

/** Blocks that stand in a list of their kind. */
export type Listed = Extract<PartedType, 'commitment' | 'answer'>;

/** A block of named parts. Nothing merges across its edge, nor across those of its parts. */
export class PartedNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('amends/PartedNode'), { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const type = this.getPartedType();
    const dom = element('div', `${styles['block']} ${styles[type]}`);
    dom.dataset['block'] = type;
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', blockWords.blocks[type]);
    return dom;
  }

  override updateDOM(_previous: this, _dom: HTMLElement): boolean {
    return false;
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  /** Which parts it has, and in which order. */
  getPartedType(): PartedType {
    const type = this.getType();
    invariant(isPartedType(type), 'only the blocks that PARTS names are made of parts');
    return type;
  }

  /** What a list of such blocks is a list of; null for one that stands alone. */
  getListed(): Listed | null {
    const type = this.getPartedType();
    return type === 'commitment' || type === 'answer' ? type : null;
  }

  getParts(): PartNode[] {
    return this.getChildren().filter($isPartNode);
  }

  getPart(name: PartName): PartNode | null {
    return this.getParts().find(part => part.getName() === name) ?? null;
  }

  /** Nothing is written in any of its parts. */
  isBlank(): boolean {
    return this.getParts().every(part => part.isEmpty());
  }

  /** Whether it has its own parts, all of them, in their order, and nothing else. */
  isWhole(): boolean {
    const names = PARTS[this.getPartedType()];
    const children = this.getChildren();
    return (
      children.length === names.length &&
      children.every((child, index) => $isPartNode(child) && child.getName() === names[index])
    );
  }
}

/** Gives a new block its empty parts. */
export const $withParts = <T extends PartedNode>(block: T): T =>
  block.append(...PARTS[block.getPartedType()].map(name => $createPartNode(name)));

export const $isPartedNode = (node: LexicalNode | null | undefined): node is PartedNode =>
  node instanceof PartedNode;
