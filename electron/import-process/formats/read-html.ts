import { Parser } from 'htmlparser2';
import { TEXT_FORMAT, type DocumentNode } from '#shared/domain/document.ts';
import {
  assemble,
  type FlatBlock,
  type ListItem,
  type ListKind,
} from '#shared/reading/flat-block.ts';
import { createLineReader } from '#shared/reading/line-reader.ts';
import { wellFormed, type Losses } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { allowedUrl } from './allowed-url.ts';

/** What an element inherits from those around it. */
interface Surroundings {
  readonly tag: string;
  readonly format: number;
  readonly link: string | null;
  readonly keepsSpaces: boolean;
  readonly kind: Exclude<FlatBlock['kind'], ListItem>;
  readonly item: ListItem | null;
  readonly list: { readonly level: number; readonly type: ListKind; readonly start: number } | null;
  readonly isSkipped: boolean;
}

type Attributes = Readonly<Record<string, string>>;

const MAX_DEPTH = 2000;

const OUTSIDE: Surroundings = {
  tag: '',
  format: 0,
  link: null,
  keepsSpaces: false,
  kind: 'paragraph',
  item: null,
  list: null,
  isSkipped: false,
};

export interface ReadPage {
  readonly blocks: readonly DocumentNode[];
  /** What the page says of itself; '' where it says nothing. */
  readonly title: string;
}

/**
 * Reads HTML as blocks of a letter: every word, no looks, nothing that runs. Elements are met one
 * after the other and only what surrounds the text is remembered.
 * @throws Unreadable if it is nested deeper than any page that people write.
 */
export function readHtml(html: string, losses: Losses): ReadPage {
  const reader = createLineReader();
  const open: Surroundings[] = [];
  let title = '';
  const around = (): Surroundings => open.at(-1) ?? OUTSIDE;

  const text = (words: string): void => {
    const { tag, format, link, keepsSpaces, isSkipped } = around();
    if (BETWEEN_CELLS.has(tag) && words.trim() === '') return;
    if (tag === 'title') title += words;
    else if (!isSkipped) reader.text(wellFormed(words), { format, link }, keepsSpaces);
  };

  const endBlock = ({ item, kind }: Surroundings): void => {
    if (item !== null && !isHeading(kind)) reader.endInItem(item);
    else reader.endBlock(kind);
  };

  const begin = (tag: string, attributes: Attributes): void => {
    if (open.length >= MAX_DEPTH) throw new Unreadable('tooDeep');
    const outer = around();
    if (!outer.isSkipped) single(tag, attributes, outer);
    open.push(surroundingsIn(tag, attributes, outer, losses));
  };

  /** Elements that hold nothing, and what a beginning means for the text before it. */
  function single(tag: string, attributes: Attributes, outer: Surroundings): void {
    if (tag === 'br') reader.lineBreak();
    else if (tag === 'img') {
      losses.add('picture');
      text(attributes['alt'] ?? '');
    } else if (tag === 'input' && attributes['type'] === 'checkbox') check(attributes);
    else if (CELLS.has(tag)) reader.tab();
    else if (BLOCKS.has(tag)) endBlock(outer);
    if (tag === 'table') losses.add('table');
    if (LEFT_OUT.has(tag)) losses.add('attachment');
  }

  /** A box at the start of an item makes it one of a check list; elsewhere it is a sign. */
  function check(attributes: Attributes): void {
    const index = open.findLastIndex(({ tag }) => tag === 'li');
    const { item } = open[index] ?? OUTSIDE;
    const checked = Object.hasOwn(attributes, 'checked');
    if (item === null || item.listType === 'check') return text(checked ? '☑ ' : '☐ ');
    const checkItem = { level: item.level, listType: 'check', start: 1, checked } as const;
    for (let at = index; at < open.length; at += 1) {
      open[at] = { ...(open[at] ?? OUTSIDE), item: checkItem };
    }
  }

  const end = (): void => {
    const inner = open.pop();
    if (inner === undefined || inner.isSkipped) return;
    if (BLOCKS.has(inner.tag)) endBlock(inner);
  };

  /** Those of programs are for other programs. */
  const comment = (words: string): void => {
    if (!/^\s*(?:$|\[(?:if|endif)\b)/i.test(words)) losses.add('comment');
  };

  const parser = new Parser({
    onopentag: begin,
    ontext: text,
    onclosetag: end,
    oncomment: comment,
  });
  parser.end(html);
  endBlock(OUTSIDE);
  return { blocks: assemble(reader.blocks()), title: title.trim() };
}

const { bold, italic, underline, strikethrough } = TEXT_FORMAT;

function surroundingsIn(
  tag: string,
  attributes: Attributes,
  outer: Surroundings,
  losses: Losses,
): Surroundings {
  const link = tag === 'a' ? linkOf(attributes, losses) : outer.link;
  const kind = HEADINGS[tag] ?? (tag === 'blockquote' ? 'quote' : outer.kind);
  let format = outer.format | (FORMATS[tag] ?? 0) | formatOfStyle(attributes['style'] ?? '');
  // A link is underlined by itself, a heading is heavy by itself.
  if (link !== null) format &= ~underline;
  if (isHeading(kind)) format &= ~bold;
  return {
    tag,
    format,
    link,
    keepsSpaces: outer.keepsSpaces || tag === 'pre' || tag === 'textarea',
    kind,
    item: tag === 'li' ? itemOf(outer) : outer.item,
    list: listOf(tag, attributes, outer),
    isSkipped: outer.isSkipped || SKIPPED.has(tag),
  };
}

const isHeading = (kind: Surroundings['kind']): boolean => kind.startsWith('h');

function linkOf({ href }: Attributes, losses: Losses): string | null {
  if (href === undefined || href.startsWith('#')) return null;
  const url = allowedUrl(href);
  if (url === null) losses.add('link');
  return url;
}

function formatOfStyle(style: string): number {
  if (style === '' || style.length > 10_000) return 0;
  let format = 0;
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) format |= bold;
  if (/font-style:\s*italic/i.test(style)) format |= italic;
  if (/text-decoration[^;]{0,20}:[^;]{0,60}underline/i.test(style)) format |= underline;
  if (/text-decoration[^;]{0,20}:[^;]{0,60}line-through/i.test(style)) format |= strikethrough;
  return format;
}

function listOf(tag: string, { start }: Attributes, outer: Surroundings): Surroundings['list'] {
  if (tag !== 'ul' && tag !== 'ol') return outer.list;
  const first = Number(start ?? 1);
  return {
    level: outer.list === null ? 0 : outer.list.level + 1,
    type: tag === 'ol' ? 'number' : 'bullet',
    start: Number.isSafeInteger(first) && first > 0 && first < 1e9 ? first : 1,
  };
}

function itemOf({ list }: Surroundings): ListItem {
  const { level, type, start } = list ?? { level: 0, type: 'bullet', start: 1 };
  return { level, listType: type, start };
}

const HEADINGS: Readonly<Record<string, 'h1' | 'h2' | 'h3'>> = Object.assign(Object.create(null), {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
});

const FORMATS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  b: bold,
  strong: bold,
  th: bold,
  i: italic,
  em: italic,
  cite: italic,
  dfn: italic,
  u: underline,
  ins: underline,
  s: strikethrough,
  strike: strikethrough,
  del: strikethrough,
});

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const SKIPPED = words(
  'script style head title meta link noscript template iframe object embed svg math canvas audio video select noembed noframes',
);
const LEFT_OUT = words('iframe object embed svg canvas audio video');
const BETWEEN_CELLS = words('table thead tbody tfoot tr');
const CELLS = words('td th');
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul',
);
