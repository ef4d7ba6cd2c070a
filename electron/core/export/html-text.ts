import { childrenOf, TEXT_FORMAT, type DocumentNode } from '#shared/domain/document.ts';
import { inlineText } from '#shared/domain/projection.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that can stand anywhere in HTML. Control characters have no place in it and are dropped. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, character => ESCAPES[character] ?? '');

const FORMAT_TAGS = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strikethrough, 's'],
] as const;

/** The text inside a block with its formats. Of a node that is not known, its text is kept. */
export function inlineHtml(nodes: readonly DocumentNode[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: DocumentNode): string {
  if (node.type === 'linebreak') return '<br>';
  if (node.type === 'tab') return '\t';
  if (node.type === 'link' || node.type === 'autolink') return linkHtml(node);
  if (typeof node['text'] === 'string') return formatted(escapeHtml(node['text']), node['format']);
  return inlineHtml(childrenOf(node));
}

function formatted(html: string, format: unknown): string {
  const bits = typeof format === 'number' ? format : 0;
  return FORMAT_TAGS.reduceRight(
    (inner, [bit, tag]) => ((bits & bit) === 0 ? inner : `<${tag}>${inner}</${tag}>`),
    html,
  );
}

/** On paper nobody can follow a link: where it leads stands behind it, unless it is its own text. */
function linkHtml(node: DocumentNode): string {
  const children = inlineHtml(childrenOf(node));
  const address = printableAddress(node['url']);
  const isItsOwnText = address === null || inlineText(node).trim() === address;
  return isItsOwnText ? children : `${children} (${escapeHtml(address)})`;
}

function printableAddress(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  const address = url.trim();
  if (/^mailto:/i.test(address)) return address.slice('mailto:'.length);
  return /^https?:\/\//i.test(address) ? address : null;
}
