import {
  $createParagraphNode,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';

/** The first line of a letter: "Dear …". It is there at most once, and only at the top. */
export class SalutationNode extends ElementNode {
  override $config() {
    return this.config('salutation', { extends: ElementNode });
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement('p');
    dom.className = String(theme['salutation'] ?? '');
    this.markBlank(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.markBlank(dom);
    return false;
  }

  // Backspace at its start has nothing to merge with.
  override collapseAtStart(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override insertNewAfter(_selection: unknown, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  private markBlank(dom: HTMLElement): void {
    const isBlank = this.isEmpty();
    if ('blank' in dom.dataset !== isBlank) dom.toggleAttribute('data-blank', isBlank);
  }
}

export const $isSalutationNode = (node: LexicalNode | null | undefined): node is SalutationNode =>
  node instanceof SalutationNode;
