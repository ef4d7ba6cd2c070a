import type { Block, Heading, Item, List, Part, Run } from '#shared/output/letter.ts';
import { textOf } from '#shared/output/runs.ts';
import { pictureHtml, type PictureSource } from './html-picture.ts';
import { escapeHtml, inlineHtml, type LinkHtml } from './html-text.ts';

/** What HTML is made with besides the letter. */
export interface HtmlMeans extends PictureSource {
  readonly linkHtml: LinkHtml;
  /** What stands for a line that the writer left free. */
  readonly blank?: string;
}

const HEADING_TAGS: Readonly<Record<Heading['level'], string>> = { 1: 'h2', 2: 'h3', 3: 'h4' };

/**
 * A paragraph of at most this many characters, about three lines, stays on one page. Chromium splits
 * three lines into two and one whatever `widows` and `orphans` ask for.
 */
const KEPT_WHOLE = 260;

/** A part of a letter: a salutation, a section under its heading, or blocks. */
export function partHtml(part: Part, means: HtmlMeans): string {
  if (part.kind === 'loose') return blocksHtml(part.blocks, means);
  if (part.kind === 'salutation') {
    return `<p class="salutation" dir="auto">${inlineHtml(part.runs, means.linkHtml)}</p>`;
  }
  const heading = part.heading === '' ? '' : `<h2 dir="auto">${escapeHtml(part.heading)}</h2>`;
  return `<section>${heading}${blocksHtml(part.blocks, means)}</section>`;
}

/** Blocks in their order. */
export const blocksHtml = (blocks: readonly Block[], means: HtmlMeans): string =>
  blocks.map(block => blockHtml(block, means)).join('');

/** One block. */
export function blockHtml(block: Block, means: HtmlMeans): string {
  switch (block.kind) {
    case 'blank':
      return means.blank ?? '<p><br></p>';
    case 'paragraph':
      return tagged('p', block.runs, means);
    case 'heading':
      return tagged(HEADING_TAGS[block.level], block.runs, means);
    case 'line': {
      const text = tagged('p', block.runs, means);
      return block.isHeard ? `<blockquote dir="auto" class="heard">${text}</blockquote>` : text;
    }
    case 'quote':
      return `<blockquote dir="auto">${blocksHtml(block.blocks, means)}</blockquote>`;
    case 'list':
      return listHtml(block, means);
    case 'picture':
      return pictureHtml(block, means, means.linkHtml);
    default:
      return block satisfies never;
  }
}

function tagged(
  tag: string,
  runs: readonly Run[],
  { linkHtml }: HtmlMeans,
  classes: readonly string[] = [],
): string {
  const isLong = tag === 'p' && textOf(runs).length > KEPT_WHOLE;
  const all = isLong ? [...classes, 'long'] : classes;
  const named = all.length === 0 ? '' : ` class="${all.join(' ')}"`;
  return `<${tag} dir="auto"${named}>${inlineHtml(runs, linkHtml)}</${tag}>`;
}

function listHtml(list: List, means: HtmlMeans): string {
  const { open, close } = listTags(list);
  const items = list.items.map(item => {
    const lists = item.lists.map(each => listHtml(each, means)).join('');
    return `<li dir="auto">${itemHtml(item, means)}${lists}</li>`;
  });
  return `${open}${items.join('')}${close}`;
}

function listTags({ style, start }: List): { readonly open: string; readonly close: string } {
  if (style === 'check') return { open: '<ul class="check">', close: '</ul>' };
  if (style === 'bullet') return { open: '<ul>', close: '</ul>' };
  return { open: start === 1 ? '<ol>' : `<ol start="${start}">`, close: '</ol>' };
}

function itemHtml({ runs, checked }: Item, { linkHtml }: HtmlMeans): string {
  const words = inlineHtml(runs, linkHtml);
  if (checked === null || runs.length === 0) return words;
  return `<span class="box">${checked ? '☑' : '☐'}</span> ${words}`;
}
