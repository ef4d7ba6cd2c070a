import { blockLines } from '#shared/domain/block-text.ts';
import { TEXT_FORMAT, childrenOf, inlineText, type DocumentNode } from '#shared/domain/document.ts';

/** Blocks as HTML for other programs: tags that carry meaning, no classes, no styles. */
export const htmlOfBlocks = (nodes: readonly DocumentNode[]): string => nodes.map(htmlOf).join('');

function htmlOf(node: DocumentNode): string {
  const inside = () => htmlOfBlocks(childrenOf(node));
  switch (node.type) {
    case 'text':
      return formatted(escaped(inlineText(node)), Number(node['format'] ?? 0));
    case 'linebreak':
      return '<br>';
    case 'tab':
      return '\t';
    case 'link':
      return `<a href="${escaped(urlOf(node))}">${inside()}</a>`;
    case 'heading':
      return element(HEADING_TAGS.has(String(node['tag'])) ? String(node['tag']) : 'h3', inside());
    case 'section-heading':
      return element('h2', inside());
    case 'quote':
      return element('blockquote', inside());
    case 'list':
      return listHtml(node);
    case 'paragraph':
    case 'salutation':
      return element('p', inside() || '<br>');
    default:
      return (
        blockHtml(node) ?? (node.children === undefined ? escaped(inlineText(node)) : inside())
      );
  }
}

/** A block of ours as it reads outside the editor; undefined for any other node. */
const blockHtml = (node: DocumentNode): string | undefined =>
  blockLines(node)
    ?.map(({ kind, nodes }) => element(kind === 'quote' ? 'blockquote' : 'p', htmlOfBlocks(nodes)))
    .join('');

const urlOf = ({ url }: DocumentNode): string => (typeof url === 'string' ? url : '');

const HEADING_TAGS = new Set(['h1', 'h2', 'h3']);

/** A nested list belongs into the item before it; the document keeps it in an item of its own. */
function listHtml(list: DocumentNode): string {
  const items: string[] = [];
  for (const item of childrenOf(list)) {
    const inside = htmlOfBlocks(childrenOf(item));
    const isNested = childrenOf(item)[0]?.type === 'list';
    if (isNested && items.length > 0) items.push(`${items.pop() ?? ''}${inside}`);
    else items.push(`<li${checkedAttribute(list, item)}>${inside}`);
  }
  const tag = list['listType'] === 'number' ? 'ol' : 'ul';
  const start =
    tag === 'ol' && Number(list['start'] ?? 1) !== 1 ? ` start="${Number(list['start'])}"` : '';
  return `<${tag}${start}>${items.map(item => `${item}</li>`).join('')}</${tag}>`;
}

const checkedAttribute = (list: DocumentNode, item: DocumentNode): string =>
  list['listType'] === 'check'
    ? ` role="checkbox" aria-checked="${String(item['checked'] === true)}"`
    : '';

function formatted(text: string, format: number): string {
  let html = text;
  if ((format & TEXT_FORMAT.strikethrough) !== 0) html = element('s', html);
  if ((format & TEXT_FORMAT.underline) !== 0) html = element('u', html);
  if ((format & TEXT_FORMAT.italic) !== 0) html = element('em', html);
  if ((format & TEXT_FORMAT.bold) !== 0) html = element('strong', html);
  return html;
}

const element = (tag: string, inside: string): string => `<${tag}>${inside}</${tag}>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, sign => ESCAPES[sign] ?? sign);
