import { markOf, staysOut, type Copy } from '../domain/audience.ts';
import { blockText } from '../domain/block-text.ts';
import {
  childrenOf,
  inlineText,
  isSection,
  type Document,
  type DocumentNode,
} from '../domain/document.ts';
import type { Removal } from '../domain/export.ts';
import { headingOf } from '../domain/projection.ts';

/** Blocks that help the writer and are no part of what is written. */
export const HELP_FOR_WRITING: ReadonlySet<string> = new Set(['ladder']);

/** A document without what a copy may not hold, and what that was. */
export interface Withheld {
  readonly document: Document;
  readonly removals: readonly Removal[];
}

/**
 * Takes out of a document whatever may not be in a copy: the one place where that is decided. A
 * passage goes with everything inside it. Of what is left every node is the same, but for a space
 * that would stand twice where words were taken out: a gap would show that there were some.
 */
export function withhold(document: Document, copy: Copy): Withheld {
  const removals: Removal[] = [];

  function kept(node: DocumentNode, section: string): DocumentNode[] {
    const why = reasonFor(node, copy);
    if (why !== null) {
      const text = writtenIn(node).trim();
      const place = isSection(node) ? headingOf(node) : section;
      if (text !== '' || isSection(node)) {
        removals.push({ section: place, what: whatIs(node), why, text });
      }
      return [];
    }
    if (node.children === undefined) return [node];
    const inside = isSection(node) ? headingOf(node) : section;
    const children = closeGaps(
      childrenOf(node).map(child => kept(child, inside)),
      node,
    );
    if (isSame(children, childrenOf(node))) return [node];
    // What holds nothing any more was not left empty by the writer.
    return children.length === 0 && node.type !== 'root' ? [] : [{ ...node, children }];
  }

  const [root = document.root] = kept(document.root, '');
  return { document: root === document.root ? document : { ...document, root }, removals };
}

/** Joins what is left of the children, without a second space where one of them went. */
function closeGaps(
  kept: readonly (readonly DocumentNode[])[],
  parent: DocumentNode,
): DocumentNode[] {
  const left: DocumentNode[] = [];
  let isAfterGap = false;
  for (const nodes of kept) {
    const [first, ...others] = nodes;
    if (first === undefined) {
      isAfterGap = true;
      continue;
    }
    const isDoubled = isAfterGap && startsWithSpace(first) && endsWithSpace(left.at(-1), parent);
    const rest = isDoubled ? { ...first, text: String(first['text']).slice(1) } : first;
    left.push(...(rest['text'] === '' ? [] : [rest]), ...others);
    isAfterGap = false;
  }
  return left;
}

const startsWithSpace = ({ text }: DocumentNode): boolean =>
  typeof text === 'string' && text.startsWith(' ');

/** At the beginning of a line a space would stand out as well. */
const endsWithSpace = (node: DocumentNode | undefined, parent: DocumentNode): boolean =>
  node === undefined
    ? INLINE_PARENTS.has(parent.type)
    : typeof node['text'] === 'string' && node['text'].endsWith(' ');

const INLINE_PARENTS = new Set(['paragraph', 'heading', 'quote', 'listitem', 'part']);

function reasonFor(node: DocumentNode, copy: Copy): Removal['why'] | null {
  if (HELP_FOR_WRITING.has(node.type)) return 'help';
  const mark = markOf(node);
  return staysOut(mark, copy) ? mark : null;
}

const isSame = (one: readonly DocumentNode[], other: readonly DocumentNode[]): boolean =>
  one.length === other.length && one.every((node, index) => node === other[index]);

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'part']);

const whatIs = (node: DocumentNode): Removal['what'] => {
  if (isSection(node)) return 'section';
  return INLINE.has(node.type) ? 'words' : 'passage';
};

/** What a node says, one block a line; of a section, what stands below its heading. */
function writtenIn(node: DocumentNode): string {
  const said = blockText(node);
  if (said !== undefined) return said;
  const children = childrenOf(node).filter(({ type }) => type !== 'section-heading');
  const holdsBlocks = children.some(child => !INLINE.has(child.type) && child.children);
  if (!holdsBlocks) return inlineText(node);
  return children
    .map(writtenIn)
    .filter(text => text.trim() !== '')
    .join('\n');
}
