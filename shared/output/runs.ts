import { markOf, stricter, type PassageMark } from '../domain/audience.ts';
import { childrenOf, TEXT_FORMAT, type DocumentNode } from '../domain/document.ts';
import type { Inline } from '../domain/inline-nodes.ts';
import { EMPHASES, type Emphasis, type PlainRun, type Run } from './letter.ts';

const BITS: Readonly<Record<Emphasis, number>> = {
  bold: TEXT_FORMAT.bold,
  italic: TEXT_FORMAT.italic,
  underline: TEXT_FORMAT.underline,
  strike: TEXT_FORMAT.strikethrough,
};

/** What stands in a line. Of a node that is not known, its text is kept. */
export const runsOf = (nodes: Inline, mark: PassageMark | null = null): readonly Run[] =>
  nodes.flatMap(node => runsOfNode(node, mark));

function runsOfNode(node: DocumentNode, outer: PassageMark | null): readonly Run[] {
  const mark = stricter(outer, markOf(node));
  if (node.type !== 'link' && node.type !== 'autolink') return plainRuns(node, outer);
  const runs = childrenOf(node).flatMap(child => plainRuns(child, mark));
  const url = safeUrl(node['url']);
  return url === null ? runs : [{ kind: 'link', url, runs }];
}

/** A link inside a link is its text. */
function plainRuns(node: DocumentNode, outer: PassageMark | null): readonly PlainRun[] {
  if (node.type === 'linebreak') return [{ kind: 'break' }];
  if (node.type === 'tab') return [{ kind: 'tab' }];
  const mark = stricter(outer, markOf(node));
  if (typeof node['text'] !== 'string') {
    return childrenOf(node).flatMap(child => plainRuns(child, mark));
  }
  const text = writable(node['text']);
  return text === '' ? [] : [{ kind: 'text', text, emphasis: emphasisOf(node['format']), mark }];
}

/** Text that any format can hold: well-formed, and without control characters but tab and line feed. */
export const writable = (text: string): string =>
  text.toWellFormed().replace(/[[\p{Cc}--[\t\n]]\uFFFE\uFFFF]/gv, '');

function emphasisOf(format: unknown): readonly Emphasis[] {
  const bits = typeof format === 'number' ? format : 0;
  return EMPHASES.filter(emphasis => (bits & BITS[emphasis]) !== 0);
}

/** An address that a link may lead to, or null. */
function safeUrl(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  const address = writable(url).trim();
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : null;
}

/** The text of a line, line breaks and tabs included. */
export const textOf = (runs: readonly Run[]): string => runs.map(textOfRun).join('');

function textOfRun(run: Run): string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'break':
      return '\n';
    case 'tab':
      return '\t';
    case 'link':
      return textOf(run.runs);
    default:
      return run satisfies never;
  }
}

/**
 * Where a link leads, for who can not follow it: the address of mail without its scheme; null where
 * the link's own words say it already.
 */
export function addressBeside({ url, runs }: Extract<Run, { kind: 'link' }>): string | null {
  const address = url.replace(/^mailto:/i, '');
  return textOf(runs).trim() === address ? null : address;
}
