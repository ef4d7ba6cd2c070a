import type { PictureId } from '../domain/ids.ts';
import type { Block, Item, Letter, List, Part } from './letter.ts';
import { markdownHeading, markdownLine } from './markdown-line.ts';

export interface MarkdownMeans {
  /** Where a picture lies, from the Markdown file; null when it does not go along. */
  readonly fileOf: (id: PictureId) => string | null;
}

/** A letter as CommonMark with front matter. */
export function toMarkdown(letter: Letter, means: MarkdownMeans): string {
  const body = letter.parts.flatMap(part => partMarkdown(part, means)).join('\n\n');
  return `${frontMatter(letter)}${body}\n`;
}

function frontMatter({ title, date }: Letter): string {
  const lines = [
    ...(title === null ? [] : [`title: ${yamlText(title)}`]),
    ...(date === null ? [] : [`date: ${date.day}`]),
  ];
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
}

/** A text in YAML as JSON writes it, which YAML reads too, but for a few characters it must escape. */
const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function partMarkdown(part: Part, means: MarkdownMeans): readonly string[] {
  if (part.kind === 'salutation') return [markdownLine(part.runs)];
  const blocks = blocksMarkdown(part.blocks, means);
  if (part.kind === 'loose' || part.heading === '') return blocks;
  const heading = markdownHeading([
    { kind: 'text', text: part.heading, emphasis: [], mark: part.mark },
  ]);
  return [`## ${heading}`, ...blocks];
}

/** Lists in a row get marks of their own, or they would be one. */
function blocksMarkdown(blocks: readonly Block[], means: MarkdownMeans): readonly string[] {
  const written: string[] = [];
  let before: Block | undefined;
  let isOther = false;
  for (const block of blocks.filter(({ kind }) => kind !== 'blank')) {
    isOther = block.kind === 'list' && before?.kind === 'list' && !isOther;
    written.push(blockMarkdown(block, means, isOther));
    before = block;
  }
  return written;
}

function blockMarkdown(block: Block, means: MarkdownMeans, isOther: boolean): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${markdownHeading(block.runs)}`;
    case 'quote':
      return quoted(blocksMarkdown(block.blocks, means).join('\n\n'));
    case 'list':
      return listMarkdown(block, isOther).join('\n');
    case 'picture':
      return pictureMarkdown(block, means);
    case 'line':
      return block.isHeard ? quoted(markdownLine(block.runs)) : markdownLine(block.runs);
    case 'paragraph':
      return markdownLine(block.runs);
    default:
      return block satisfies never;
  }
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

function pictureMarkdown(
  { picture, description, caption }: Extract<Block, { kind: 'picture' }>,
  { fileOf }: MarkdownMeans,
): string {
  const file = picture === null ? null : fileOf(picture);
  const alt = markdownLine([{ kind: 'text', text: description, emphasis: [], mark: null }]);
  const shown = file === null ? [] : [`![${alt.replace(/\\?\n/g, ' ')}](<${file}>)`];
  return [...shown, ...(caption.length === 0 ? [] : [markdownLine(caption)])].join('\n\n');
}

const listMarkdown = (list: List, isOther: boolean): readonly string[] =>
  list.items.map((item, index) => itemMarkdown(item, markerOf(list, item, index, isOther)));

/** The lists of one item are lists in a row, too. Without words before them, they begin in its line. */
function itemMarkdown(item: Item, marker: string): string {
  const lists = item.lists.map((list, index) => {
    const isFirst = item.runs.length === 0 && index === 0;
    const gap = isFirst ? '' : opensByItself(list) ? '\n' : '\n\n';
    return `${gap}${listMarkdown(list, index % 2 === 1).join('\n')}`;
  });
  return indented(`${markdownLine(item.runs)}${lists.join('')}`, marker);
}

/** Right below words, only a list that begins with words and with 1 is taken for one. */
const opensByItself = ({ style, start, items }: List): boolean =>
  (style !== 'number' || start === 1) && items[0]?.runs.length !== 0;

/** Text behind a mark, its further lines below its first word. */
function indented(text: string, marker: string): string {
  // What stands behind the box of a check list begins below the box.
  const indent = ' '.repeat(marker.replace(/\[.\] $/, '').length);
  return `${marker}${text.replace(/\n/g, `\n${indent}`)}`.trimEnd();
}

/** A number has nine digits at most, and no sign. */
const MOST = 999_999_999;

function markerOf(
  { style, start }: List,
  { checked, runs }: Item,
  index: number,
  isOther: boolean,
): string {
  if (style === 'number') {
    const number = Math.min(Math.max(start + index, 0), MOST);
    return `${number}${isOther ? ')' : '.'} `;
  }
  const bullet = isOther ? '* ' : '- ';
  // A box without words is no box in GFM.
  return checked === null || runs.length === 0 ? bullet : `${bullet}${checked ? '[x] ' : '[ ] '}`;
}
