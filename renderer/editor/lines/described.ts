import type { LexicalNode } from 'lexical';
import { $isSectionBodyNode } from '../section/SectionBodyNode.ts';
import { headingId } from '../section/SectionHeadingNode.ts';

/** The id of the heading above a block, so that controls of the same name can be told apart. */
export function $headingIdOf(node: LexicalNode): string {
  const body = node.getParent();
  const heading = $isSectionBodyNode(body) ? body.getPreviousSibling() : null;
  return heading === null ? '' : headingId(heading.getKey());
}

/** Says of a drawn control which section it belongs to. */
export function describeByHeading(node: LexicalNode, control: Element | null): void {
  const id = $headingIdOf(node);
  if (control === null || (control.getAttribute('aria-describedby') ?? '') === id) return;
  if (id === '') control.removeAttribute('aria-describedby');
  else control.setAttribute('aria-describedby', id);
}
