import { TEXT_FORMAT, type DocumentNode } from '#shared/domain/document.ts';
import { isAllowedUrl } from '../link/link-url.ts';
import {
  assemble,
  type FlatBlock,
  type ListItem,
  type ListKind,
} from '#shared/reading/flat-block.ts';
import { formatIn, isHidden, keepsSpaces, styleOf } from './inline-style.ts';
import { createLineReader, type LineReader } from '#shared/reading/line-reader.ts';
import { endsMarker, isWordMarker, startsMarker, wordListItem } from './word-list.ts';

/** What an element inherits from those around it. */
interface Surroundings {
  readonly format: number;
  readonly link: string | null;
  readonly keepsSpaces: boolean;
  readonly kind: Exclude<FlatBlock['kind'], ListItem>;
  readonly item: ListItem | null;
  readonly list: { readonly level: number; readonly type: ListKind; readonly start: number } | null;
  readonly depth: number;
}

/** Deeper than any real page: beyond it only the text is taken, so that no page can exhaust us. */
const MAX_DEPTH = 400;

/** Reads a page, a mail or a word processor's HTML as blocks of the document: every word, no looks. */
export function readHtml(page: Document): DocumentNode[] {
  const reader = createLineReader();
  const around: Surroundings = {
    format: 0,
    link: null,
    keepsSpaces: false,
    kind: 'paragraph',
    item: null,
    list: null,
    depth: 0,
  };
  readChildren(page.body, around, reader);
  endBlock(around, reader);
  return assemble(reader.blocks());
}

function readChildren(parent: Node, around: Surroundings, reader: LineReader): void {
  let isMarker = false;
  for (const child of parent.childNodes) {
    if (startsMarker(child)) isMarker = true;
    else if (endsMarker(child)) isMarker = false;
    else if (isMarker && around.item !== null) continue;
    else if (child.nodeType === Node.TEXT_NODE) readText(child.nodeValue ?? '', around, reader);
    else if (isElement(child)) readElement(child, around, reader);
  }
}

// Nodes of an inert document may belong to another window's `Element`.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

function readText(text: string, around: Surroundings, reader: LineReader): void {
  reader.text(text, { format: around.format, link: around.link }, around.keepsSpaces);
}

function readElement(element: Element, outer: Surroundings, reader: LineReader): void {
  const tag = element.tagName.toUpperCase();
  const style = styleOf(element);
  if (SKIPPED.has(tag) || isHidden(element, style) || isWordMarker(element)) return;
  if (outer.depth > MAX_DEPTH) return readText(` ${element.textContent ?? ''} `, outer, reader);
  if (tag === 'BR') return readBreak(element, reader);
  if (tag === 'IMG') return readText(emojiOf(element), outer, reader);
  if (element.classList.contains('Apple-converted-space')) return readText(' ', outer, reader);
  const inner = surroundingsIn(element, tag, style, outer);
  if (tag === 'TR' && isPlainRow(element)) return readRow(element, inner, reader);
  if (!BLOCKS.has(tag)) return readChildren(element, inner, reader);
  endBlock(outer, reader);
  readChildren(element, inner, reader);
  endBlock(inner, reader);
}

function surroundingsIn(
  element: Element,
  tag: string,
  style: ReadonlyMap<string, string>,
  outer: Surroundings,
): Surroundings {
  const heading = HEADINGS[tag] ?? (element.classList.contains('MsoTitle') ? 'h1' : undefined);
  const link = tag === 'A' ? (linkOf(element) ?? outer.link) : outer.link;
  let format = formatIn(element, style, outer.format);
  // A link is underlined by itself, a heading is heavy by itself.
  if (link !== null) format &= ~TEXT_FORMAT.underline;
  const kind = heading ?? (isQuote(tag, style) ? 'quote' : outer.kind);
  if (/^h\d$/.test(kind)) format &= ~TEXT_FORMAT.bold;
  const wordItem = BLOCKS.has(tag) ? wordListItem(element, style) : undefined;
  return {
    format,
    link,
    keepsSpaces: keepsSpaces(element, style, outer.keepsSpaces),
    kind,
    item: tag === 'LI' ? itemOf(element, outer) : (wordItem ?? outer.item),
    list: listOf(element, tag, outer),
    depth: outer.depth + 1,
  };
}

function endBlock({ item, kind }: Surroundings, reader: LineReader): void {
  if (item !== null && !/^h\d$/.test(kind)) reader.endInItem(item);
  else reader.endBlock(kind);
}

function listOf(element: Element, tag: string, outer: Surroundings): Surroundings['list'] {
  if (tag !== 'UL' && tag !== 'OL') return outer.list;
  const start = Number(element.getAttribute('start') ?? 1);
  return {
    level: outer.list === null ? 0 : outer.list.level + 1,
    type: tag === 'OL' ? 'number' : 'bullet',
    start: Number.isInteger(start) && start > 0 ? start : 1,
  };
}

function itemOf(element: Element, { list }: Surroundings): ListItem {
  const { level, type, start } = list ?? { level: 0, type: 'bullet', start: 1 };
  const checked = checkedOf(element);
  if (checked === undefined) return { level, listType: type, start };
  return { level, listType: 'check', start: 1, checked };
}

/** Check lists of Google Docs and our own (`aria-checked`), and of web pages (a check box inside). */
function checkedOf(item: Element): boolean | undefined {
  const stated = item.getAttribute('aria-checked');
  if (stated !== null) return stated === 'true';
  const box = item.querySelector(
    ':scope > input[type=checkbox], :scope > label > input[type=checkbox]',
  );
  return box === null ? undefined : box.hasAttribute('checked');
}

function linkOf(element: Element): string | null {
  const url = (element.getAttribute('href') ?? '').trim();
  return isAllowedUrl(url) ? url : null;
}

// Mail programs indent with a quote that shows no border.
const isQuote = (tag: string, style: ReadonlyMap<string, string>): boolean =>
  tag === 'BLOCKQUOTE' && !/^(none|0)/.test(style.get('border') ?? '');

function readBreak(element: Element, reader: LineReader): void {
  if (!element.classList.contains('Apple-interchange-newline')) reader.lineBreak();
}

/** Mail and chat send some emoji as pictures that carry the sign itself. */
function emojiOf(image: Element): string {
  const sign = image.getAttribute('alt') ?? '';
  return sign.length <= 16 && /^\p{RGI_Emoji}+$/v.test(sign) ? sign : '';
}

/** A row of a table of facts, not of a table that only lays out a mail. */
const isPlainRow = (row: Element): boolean =>
  row.children.length > 1 && row.querySelector(BLOCKS_IN_CELL) === null;

function readRow(row: Element, around: Surroundings, reader: LineReader): void {
  endBlock(around, reader);
  for (const [index, cell] of [...row.children].entries()) {
    if (index > 0) reader.tab();
    readChildren(cell, surroundingsIn(cell, cell.tagName, styleOf(cell), around), reader);
  }
  endBlock(around, reader);
}

const HEADINGS: Readonly<Record<string, 'h1' | 'h2' | 'h3'>> = {
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h3',
  H5: 'h3',
  H6: 'h3',
};

const SKIPPED = new Set(
  'SCRIPT STYLE HEAD TITLE META LINK NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO INPUT SELECT TEXTAREA'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const BLOCKS_IN_CELL = 'p, div, table, ul, ol, blockquote, pre, br, h1, h2, h3, h4, h5, h6';
