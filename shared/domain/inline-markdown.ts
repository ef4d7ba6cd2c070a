import { childrenOf, TEXT_FORMAT, type DocumentNode } from './document.ts';
import type { Inline } from './inline-nodes.ts';

/** A line as Markdown, with every character of the writer's meaning itself. */
export const inlineMarkdown = (nodes: Inline): string => nodes.map(nodeMarkdown).join('');

// A digit, dash, plus or hash is only a mark at the start of a line.
const MARKS = /[\\`*_~[\]<>|&]|^\s*(?:#{1,6}(?=\s)|[-+](?=\s)|\d+[.)](?=\s))/gm;

const escaped = (text: string): string =>
  text.replace(MARKS, mark => mark.replace(/[^\s\d]/g, '\\$&')).replace(/\n/g, '\\\n');

function nodeMarkdown(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\\\n';
  if (typeof node['text'] === 'string') return formatted(node['text'], node['format']);
  const inner = inlineMarkdown(childrenOf(node));
  const isLink = node.type === 'link' || node.type === 'autolink';
  return isLink && typeof node['url'] === 'string' && inner.trim() !== ''
    ? `[${inner}](<${node['url'].replace(/[<>\n]/g, encodeURIComponent)}>)`
    : inner;
}

const FORMAT_MARKS = [
  [TEXT_FORMAT.strikethrough, '~~'],
  [TEXT_FORMAT.bold, '**'],
  [TEXT_FORMAT.italic, '*'],
] as const;

/** Marks count only beside a letter, so white space stays outside of them. Underline has none. */
function formatted(text: string, format: unknown): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (core === '') return text;
  const bits = typeof format === 'number' ? format : 0;
  const marks = FORMAT_MARKS.filter(([bit]) => (bits & bit) !== 0).map(([, mark]) => mark);
  return before + marks.join('') + escaped(core) + marks.toReversed().join('') + after;
}
