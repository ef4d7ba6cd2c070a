import {
  $isParagraphNode,
  ElementNode,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalNode,
} from 'lexical';
import { $isLineNode } from '../lines/LineNode.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { createGuide, guideParts, renderGuide, type Guide } from './guide.ts';
import { headingId } from './SectionHeadingNode.ts';
import { $readersOf } from './readers.ts';
import { $sectionDataOf, NO_SECTION_DATA } from './section-state.ts';

/** What the writer writes in a section: blocks, at least one. Its guide is drawn inside its element. */
export class SectionBodyNode extends ElementNode {
  override $config() {
    return this.config('section-body', { extends: ElementNode });
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement('div');
    dom.className = String(theme['sectionBody'] ?? '');
    dom.dataset['text'] = '';
    createGuide(dom, `guide-${this.getKey()}`);
    renderGuide(dom, this.getGuide());
    return dom;
  }

  // Called for every key typed inside: only whether something is written can change, and reading that is cheap.
  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    renderGuide(dom, this.getGuide());
    return false;
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    const { above, below } = guideParts(dom);
    return super.getDOMSlot(dom).withAfter(above).withBefore(below);
  }

  override isShadowRoot(): true {
    return true;
  }

  /** Nothing is written in it, and nothing chosen. */
  isBlank(): boolean {
    return this.getChildren().every($isBlank);
  }

  /** It holds one empty paragraph, into which a beginning can be written. */
  isBare(): boolean {
    const first = this.getFirstChild();
    return this.getChildrenSize() === 1 && $isParagraphNode(first) && first.isEmpty();
  }

  getGuide(): Guide {
    const section = this.getParent();
    const data = section === null ? NO_SECTION_DATA : $sectionDataOf(section);
    const heading = this.getPreviousSibling();
    const describedBy = heading === null ? '' : headingId(heading.getKey());
    const readers = section === null ? null : $readersOf(section);
    const last = this.getLastChild();
    const listOf = $isPartedNode(last) && !last.isBlank() ? last.getListed() : null;
    return { ...data, readers, describedBy, isBlank: this.isBare(), listOf };
  }
}

const $isBlank = (block: LexicalNode): boolean =>
  $isPartedNode(block) || $isLineNode(block)
    ? block.isBlank()
    : $isParagraphNode(block) && block.isEmpty();

export const $isSectionBodyNode = (node: LexicalNode | null | undefined): node is SectionBodyNode =>
  node instanceof SectionBodyNode;
