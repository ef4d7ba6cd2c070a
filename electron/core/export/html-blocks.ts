import { blockLines, type BlockLine } from '#shared/domain/block-text.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { plain, type Inline } from '#shared/domain/inline-nodes.ts';
import { pictureHtml, type Pictures } from './html-picture.ts';
import { inlineHtml } from './html-text.ts';

/** A block of the printed letter, or a blank line that the writer left between two. */
export type Block = { readonly kind: 'text'; readonly html: string } | { readonly kind: 'blank' };

/** Blocks that help the writer and are no part of the letter. */
const NEVER_PRINTED = new Set(['ladder']);

const INLINE_TYPES = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);
const HEADING_TAGS: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3' };

/**
 * A paragraph of at most this many characters, about three lines, stays on one page. Chromium splits
 * three lines into two and one whatever `widows` and `orphans` ask for.
 */
const KEPT_WHOLE = 260;

/** The blocks of some nodes. A node that is not known is taken for what its children make it. */
export function blocksOf(nodes: readonly DocumentNode[], pictures: Pictures): readonly Block[] {
  return nodes.flatMap(node => blocksOfNode(node, pictures));
}

/** Blocks as HTML: at most one blank line between two, none at either end. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks
    .filter(({ kind }, index) => kind === 'text' || blocks[index + 1]?.kind === 'text')
    .map((block, index) => {
      if (block.kind === 'text') return block.html;
      return index === 0 ? '' : '<p><br></p>';
    })
    .join('');
}

export const hasText = (blocks: readonly Block[]): boolean =>
  blocks.some(({ kind }) => kind === 'text');

function blocksOfNode(node: DocumentNode, pictures: Pictures): readonly Block[] {
  if (NEVER_PRINTED.has(node.type)) return [];
  if (node.type === 'picture') return pictureBlock(node, pictures);
  const lines = blockLines(node);
  if (lines !== undefined) return lines.map(line => lineBlock(line, node.type));
  if (node.type === 'list') return listBlock(node);
  if (node.type === 'quote') return quoteBlock(node, pictures);
  if (node.type === 'heading') return textBlock(node, HEADING_TAGS[String(node['tag'])] ?? 'h4');
  return holdsBlocks(node) ? blocksOf(childrenOf(node), pictures) : textBlock(node, 'p');
}

const isInline = (node: DocumentNode): boolean =>
  INLINE_TYPES.has(node.type) || node.children === undefined;

const holdsBlocks = (node: DocumentNode): boolean =>
  childrenOf(node).length > 0 && !childrenOf(node).some(isInline);

function textBlock(node: DocumentNode, tag: string): readonly Block[] {
  const children = isInline(node) ? [node] : childrenOf(node);
  if (plain(children).trim() === '') return [{ kind: 'blank' }];
  return [{ kind: 'text', html: tagged(tag, children) }];
}

function tagged(tag: string, nodes: Inline, classes: readonly string[] = []): string {
  const isLong = tag === 'p' && plain(nodes).length > KEPT_WHOLE;
  const all = isLong ? [...classes, 'long'] : classes;
  const named = all.length === 0 ? '' : ` class="${all.join(' ')}"`;
  return `<${tag} dir="auto"${named}>${inlineHtml(nodes)}</${tag}>`;
}

/** A commitment stands in a line of its own kind; the others read as any other paragraph. */
function lineBlock({ kind, nodes }: BlockLine, type: string): Block {
  const html = tagged('p', nodes, type === 'commitment' ? ['commitment'] : []);
  const quoted = `<blockquote dir="auto" class="heard">${html}</blockquote>`;
  return { kind: 'text', html: kind === 'quote' ? quoted : html };
}

function pictureBlock(node: DocumentNode, pictures: Pictures): readonly Block[] {
  const html = pictureHtml(node, pictures);
  return html === '' ? [] : [{ kind: 'text', html }];
}

function quoteBlock(node: DocumentNode, pictures: Pictures): readonly Block[] {
  const inner = holdsBlocks(node) ? blocksOf(childrenOf(node), pictures) : textBlock(node, 'p');
  if (!hasText(inner)) return [{ kind: 'blank' }];
  return [{ kind: 'text', html: `<blockquote dir="auto">${joinBlocks(inner)}</blockquote>` }];
}

function listBlock(list: DocumentNode): readonly Block[] {
  const html = listHtml(list);
  return html === '' ? [] : [{ kind: 'text', html }];
}

function listHtml(list: DocumentNode): string {
  const items: { own: string; nested: string }[] = [];
  for (const item of childrenOf(list)) {
    const nested = childrenOf(item).filter(({ type }) => type === 'list');
    const own = itemHtml(item, list['listType']);
    // An item that holds only a list is how Lexical writes the deeper level of the item before.
    const previous = items.at(-1);
    const inner = nested.map(listHtml).join('');
    if (own === '' && previous !== undefined) previous.nested += inner;
    else if (own !== '' || inner !== '') items.push({ own, nested: inner });
  }
  if (items.length === 0) return '';
  const body = items.map(({ own, nested }) => `<li dir="auto">${own}${nested}</li>`).join('');
  const { open, close } = listTags(list);
  return `${open}${body}${close}`;
}

function listTags(list: DocumentNode): { readonly open: string; readonly close: string } {
  if (list['listType'] === 'check') return { open: '<ul class="check">', close: '</ul>' };
  if (list['listType'] !== 'number') return { open: '<ul>', close: '</ul>' };
  const start = list['start'];
  const isShifted = Number.isSafeInteger(start) && start !== 1;
  return { open: isShifted ? `<ol start="${String(start)}">` : '<ol>', close: '</ol>' };
}

function itemHtml(item: DocumentNode, listType: unknown): string {
  const words = childrenOf(item).filter(({ type }) => type !== 'list');
  if (plain(words).trim() === '') return '';
  if (listType !== 'check') return inlineHtml(words);
  return `<span class="box">${item['checked'] === true ? '☑' : '☐'}</span> ${inlineHtml(words)}`;
}
