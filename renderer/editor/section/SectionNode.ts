import {
  $create,
  $createParagraphNode,
  $getEditor,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { renderGuide } from './guide.ts';
import { $isSectionBodyNode, SectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionHeadingNode, headingId, SectionHeadingNode } from './SectionHeadingNode.ts';
import { $setSectionData, sectionStateConfigs, type SectionData } from './section-state.ts';

/** One part of a letter: exactly a heading and a body. What it asks for travels as its state. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode, stateConfigs: sectionStateConfigs });
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const dom = document.createElement('section');
    dom.className = String(theme['section'] ?? '');
    // A group, not a region: a dozen landmarks in one letter would drown the page's own.
    dom.setAttribute('role', 'group');
    this.describe(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.describe(dom);
    const body = this.getBody();
    const bodyDom = body === null ? null : $getEditor().getElementByKey(body.getKey());
    if (body !== null && bodyDom !== null) renderGuide(bodyDom, body.getGuide());
    return false;
  }

  // Lists, Enter and paste treat a shadow root as a page of its own: nothing merges across its edge.
  override isShadowRoot(): true {
    return true;
  }

  getBody(): SectionBodyNode | null {
    const last = this.getLastChild();
    return $isSectionBodyNode(last) ? last : null;
  }

  getHeading(): SectionHeadingNode | null {
    const first = this.getFirstChild();
    return $isSectionHeadingNode(first) ? first : null;
  }

  getHeadingKey(): NodeKey | null {
    return this.getHeading()?.getKey() ?? null;
  }

  private describe(dom: HTMLElement): void {
    const headingKey = this.getHeadingKey();
    const label = headingKey === null ? '' : headingId(headingKey);
    if (dom.getAttribute('aria-labelledby') !== label) dom.setAttribute('aria-labelledby', label);
  }
}

export const $isSectionNode = (node: LexicalNode | null | undefined): node is SectionNode =>
  node instanceof SectionNode;

/** A section with an empty heading and an empty paragraph. */
export function $createSectionNode(data: Partial<SectionData>): SectionNode {
  const section = $create(SectionNode);
  $setSectionData(section, data);
  return section.append(
    $create(SectionHeadingNode),
    $create(SectionBodyNode).append($createParagraphNode()),
  );
}
