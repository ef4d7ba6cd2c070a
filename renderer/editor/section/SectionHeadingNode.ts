import { ElementNode, type EditorConfig, type LexicalNode, type NodeKey } from 'lexical';

/** The name of a section: one line of plain text. */
export class SectionHeadingNode extends ElementNode {
  override $config() {
    return this.config('section-heading', { extends: ElementNode });
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement('h2');
    dom.className = String(theme['sectionHeading'] ?? '');
    dom.id = headingId(this.getKey());
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  // Backspace at its start has nothing to merge with.
  override collapseAtStart(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }
}

export const headingId = (key: NodeKey): string => `section-heading-${key}`;

export const $isSectionHeadingNode = (
  node: LexicalNode | null | undefined,
): node is SectionHeadingNode => node instanceof SectionHeadingNode;
