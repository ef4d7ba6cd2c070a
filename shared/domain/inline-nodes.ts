import { childrenOf, inlineText, textOf, type DocumentNode } from './document.ts';
import { withoutEnd } from './text-end.ts';
import { changeBetween } from './text-change.ts';

/** What stands in one line: text with its formats, links, line breaks. */
export type Inline = readonly DocumentNode[];

/** The plain text of a line. */
export const plain = (nodes: Inline): string => nodes.map(inlineText).join('');

/** Words of the app as a line. */
export const words = (text: string): Inline => (text === '' ? [] : [textOf(text)]);

/** Lines in a row, with something between those that hold text. */
export const joined = (lines: readonly Inline[], between: string): Inline =>
  lines
    .filter(line => plain(line).trim() !== '')
    .flatMap((line, index) => [...words(index === 0 ? '' : between), ...line]);

/**
 * A line with another text. What stays of its text keeps its formats and links, and nodes that this
 * version does not know stay unless their own text went.
 */
export function withText(nodes: Inline, text: string): Inline {
  const { at, removed, inserted } = changeBetween(plain(nodes), text);
  const after = at + removed;
  let from = 0;
  const before: DocumentNode[] = [];
  const rest: DocumentNode[] = [];
  for (const node of nodes) {
    const to = from + inlineText(node).length;
    if (to <= at) before.push(node);
    else if (from >= after) rest.push(node);
    else if (from === to) before.push(node);
    else {
      before.push(...part(node, 0, at - from));
      rest.push(...part(node, after - from, to - from));
    }
    from = to;
  }
  return [...before, ...linesOf(inserted), ...rest];
}

/** A stretch of a node. A link of which only a part stays is text. */
function part(node: DocumentNode, from: number, to: number): Inline {
  const text = inlineText(node).slice(Math.max(from, 0), Math.max(to, 0));
  if (text === '') return [];
  return typeof node['text'] === 'string' ? [{ ...node, text }] : linesOf(text);
}

/** Text with the breaks that were written in it. */
const linesOf = (text: string): DocumentNode[] =>
  text
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [{ type: 'linebreak', version: 1 }]),
      ...(line === '' ? [] : [textOf(line)]),
    ]);

/** A line without the white space around it. */
export const trimmed = (nodes: Inline): Inline => cutEnd(cutStart(nodes), /\s/u);

/** A line whose first letter is small or a capital, as its place in a sentence wants it. */
export function withFirst(nodes: Inline, wanted: 'upper' | 'lower'): Inline {
  const [first, ...rest] = nodes;
  if (first === undefined) return nodes;
  if (first.children !== undefined) {
    return [{ ...first, children: withFirst(childrenOf(first), wanted) }, ...rest];
  }
  const text = inlineText(first);
  if (text === '' || typeof first['text'] !== 'string') return nodes;
  const [letter = ''] = text;
  const turned = wanted === 'upper' ? letter.toUpperCase() : letter.toLowerCase();
  return [{ ...first, text: turned + text.slice(letter.length) }, ...rest];
}

/** A line without the signs of one kind at its end. Formats and links stay. */
export function cutEnd(nodes: Inline, sign: RegExp): Inline {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at];
    const kept =
      node &&
      cutNode(
        node,
        text => withoutEnd(text, sign),
        line => cutEnd(line, sign),
      );
    if (kept === nodes.at(-1)) return nodes;
    if (kept !== undefined) return [...nodes.slice(0, at), kept];
  }
  return nodes.slice(0, 0);
}

function cutStart(nodes: Inline): Inline {
  for (const [at, node] of nodes.entries()) {
    const kept = cutNode(node, text => text.trimStart(), cutStart);
    if (kept === nodes[0]) return nodes;
    if (kept !== undefined) return [kept, ...nodes.slice(at + 1)];
  }
  return nodes.slice(0, 0);
}

/** The node, a shorter one in its place, or undefined when nothing is left of it. */
function cutNode(
  node: DocumentNode,
  cutText: (text: string) => string,
  cutLine: (nodes: Inline) => Inline,
): DocumentNode | undefined {
  if (typeof node['text'] === 'string') {
    const text = cutText(node['text']);
    if (text === node['text'] && text !== '') return node;
    return text === '' ? undefined : { ...node, text };
  }
  if (node.children === undefined) return inlineText(node).trim() === '' ? undefined : node;
  const children = cutLine(childrenOf(node));
  if (children === node.children && children.length > 0) return node;
  return children.length === 0 ? undefined : { ...node, children };
}
