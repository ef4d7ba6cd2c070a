import {
  HeadingLevel,
  ImageRun,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Item, Letter, List, Part, PictureBlock, Run } from '#shared/output/letter.ts';
import type { PictureSource } from './html-picture.ts';
import { isFromRight, wordCheckBox, wordRuns } from './word-runs.ts';

/** Names of numberings, with the number that each begins with. */
export interface WordLists {
  /** A numbered list that counts by itself, from this number on. */
  readonly numbered: (start: number) => string;
}

export interface WordMeans extends PictureSource, WordLists {
  /** How wide a picture may be, in pixels at 96 to the inch. */
  readonly textWidth: number;
}

export const BULLETS = 'bullets';
export const CHECKS = 'checks';

/** Levels that Word knows; deeper ones stand at the last of them. */
const DEEPEST = 8;

const HEADINGS = {
  1: HeadingLevel.HEADING_2,
  2: HeadingLevel.HEADING_3,
  3: HeadingLevel.HEADING_4,
} as const;

/** A letter as paragraphs of Word, each in a style of its kind. */
export function wordParagraphs(letter: Letter, means: WordMeans): Paragraph[] {
  const title = letter.title === null ? [] : [styled('Title', plainRun(letter.title))];
  const date = letter.date === null ? [] : [styled('Date', plainRun(letter.date.text))];
  return [...title, ...date, ...letter.parts.flatMap(part => partParagraphs(part, means))];
}

const plainRun = (text: string): readonly Run[] => [
  { kind: 'text', text, emphasis: [], mark: null },
];

function partParagraphs(part: Part, means: WordMeans): Paragraph[] {
  if (part.kind === 'salutation') return [styled('Salutation', part.runs)];
  const blocks = part.blocks.flatMap(block => blockParagraphs(block, means));
  if (part.kind === 'loose' || part.heading === '') return blocks;
  return [line(plainRun(part.heading), { heading: HeadingLevel.HEADING_1 }), ...blocks];
}

/** A style that Word knows by this id, or one of ours in `to-word.ts`. */
const styled = (style: string, runs: readonly Run[]): Paragraph => line(runs, { style });

const line = (
  runs: readonly Run[],
  options: IParagraphOptions = {},
  before: readonly ParagraphChild[] = [],
): Paragraph =>
  new Paragraph({
    ...options,
    ...(isFromRight(runs) ? { bidirectional: true } : {}),
    children: [...before, ...wordRuns(runs)],
  });

function blockParagraphs(block: Block, means: WordMeans): Paragraph[] {
  switch (block.kind) {
    case 'blank':
      return [new Paragraph({})];
    case 'paragraph':
      return [line(block.runs)];
    case 'heading':
      return [line(block.runs, { heading: HEADINGS[block.level] })];
    case 'line':
      return [line(block.runs, block.isHeard ? { style: 'Quote', keepNext: true } : {})];
    case 'quote':
      return block.blocks.flatMap(inner =>
        inner.kind === 'paragraph' ? [styled('Quote', inner.runs)] : blockParagraphs(inner, means),
      );
    case 'list':
      return listParagraphs(block, 0, means);
    case 'picture':
      return pictureParagraphs(block, means);
    default:
      return block satisfies never;
  }
}

function listParagraphs(list: List, depth: number, means: WordMeans): Paragraph[] {
  const reference =
    list.style === 'number'
      ? means.numbered(list.start)
      : { check: CHECKS, bullet: BULLETS }[list.style];
  const numbering = { reference, level: Math.min(depth, DEEPEST) };
  return list.items.flatMap(item => [
    itemParagraph(item, numbering),
    ...item.lists.flatMap(each => listParagraphs(each, depth + 1, means)),
  ]);
}

/** An item without words of its own holds the place of the deeper ones below it. */
function itemParagraph(
  { runs, checked }: Item,
  numbering: { readonly reference: string; readonly level: number },
): Paragraph {
  const hasBox = checked !== null && runs.length > 0;
  const box = hasBox ? [wordCheckBox(checked), new TextRun(' ')] : [];
  return line(runs, { style: 'ListParagraph', numbering }, box);
}

const WORD_TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** A picture that Word can not show, such as WebP, is there by what is to be seen on it. */
function pictureParagraphs(block: PictureBlock, { pictureOf, textWidth }: WordMeans): Paragraph[] {
  const picture = block.picture === null ? undefined : pictureOf(block.picture);
  const caption = block.caption.length === 0 ? [] : [styled('Caption', block.caption)];
  if (picture === undefined) return caption;
  if (picture.mediaType === 'image/webp') {
    const description = block.description.trim();
    const mark = description === '' ? '[Picture]' : `[Picture: ${description}]`;
    return [line(plainRun(mark)), ...caption];
  }
  const width = Math.round((textWidth * block.width) / 100);
  const height = Math.round((width * picture.height) / picture.width);
  const { description } = block;
  const image = new ImageRun({
    type: WORD_TYPES[picture.mediaType],
    data: picture.bytes,
    transformation: { width, height },
    altText: { name: 'Picture', title: '', description },
  });
  const options = { style: 'Picture', keepNext: caption.length > 0 };
  return [new Paragraph({ ...options, children: [image] }), ...caption];
}
