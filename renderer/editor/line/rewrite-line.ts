import {
  $createTextNode,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { changeBetween, type TextChange } from '#shared/domain/text-change.ts';

/**
 * Gives a line another text, with the caret at its end. Only what differs is touched: formats,
 * links and nodes that are not understood stay. `seen` is the line that the new text was made of;
 * what was typed since then stays as well.
 */
export function $rewriteLine(line: ElementNode, text: string, seen = line.getTextContent()): void {
  const change = fitted(changeBetween(seen, text), seen, line.getTextContent());
  const leaves = $leavesOf(line);
  $put(line, leaves, change);
  $take(leaves, change);
  line.selectEnd();
}

/** A change of a line that has become another since: where it no longer fits, it is added at the end. */
function fitted(change: TextChange, seen: string, now: string): TextChange {
  const { at, removed, inserted } = change;
  const stillStands = now.startsWith(seen.slice(0, at + removed));
  return stillStands ? change : { at: now.length, removed: 0, inserted };
}

interface Leaf {
  readonly node: LexicalNode;
  readonly from: number;
  readonly to: number;
}

function $leavesOf(line: ElementNode): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: LexicalNode): void => {
    if ($isElementNode(node)) return node.getChildren().forEach(visit);
    const from = leaves.at(-1)?.to ?? 0;
    leaves.push({ node, from, to: from + node.getTextContentSize() });
  };
  visit(line);
  return leaves;
}

/** Puts words behind those that are to go, into the text that is there if there is one. */
function $put(line: ElementNode, leaves: readonly Leaf[], { at, removed, inserted }: TextChange) {
  if (inserted === '') return;
  const place = at + removed;
  const text = leaves.find(({ node, to }) => $isTextNode(node) && place <= to);
  if ($isTextNode(text?.node) && place >= text.from) {
    text.node.spliceText(place - text.from, 0, inserted);
    return;
  }
  const behind = leaves.find(({ from }) => from >= place);
  const added = $createTextNode(inserted);
  if (behind === undefined) line.append(added);
  else behind.node.insertBefore(added);
}

function $take(leaves: readonly Leaf[], { at, removed }: TextChange): void {
  for (const { node, from, to } of leaves) {
    const start = Math.max(at, from);
    const length = Math.min(at + removed, to) - start;
    if (length <= 0) continue;
    if (!$isTextNode(node) || length === node.getTextContentSize()) node.remove();
    else node.spliceText(start - from, length, '');
  }
}
