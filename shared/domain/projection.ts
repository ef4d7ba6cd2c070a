import { markOf } from './audience.ts';
import { blockText } from './block-text.ts';
import { partNamed, statusOf, type PartName } from './blocks.ts';
import type { Rating } from './check-in.ts';
import type { Commitment } from './commitment.ts';
import { childrenOf, inlineText, isSection, type Document, type DocumentNode } from './document.ts';
import { readFeelings, type Feeling } from './feeling.ts';

/** What the rest of the app reads of a document: all of it derived, none of it stored as truth. */
export interface Projection {
  /** What the writer wrote, one block per line. */
  readonly plainText: string;
  /** What else a search may find: headings, the salutation, what was not ticked, what pictures show. */
  readonly asideText: string;
  /** Words that the writer wrote. */
  readonly wordCount: number;
  /**
   * The first of them, statements and commitments as the sentences that they make. Nothing that is
   * marked as for fewer than everyone: lists and the home screen show it to whoever looks on.
   */
  readonly excerpt: string;
  /** Characters that the writer wrote. */
  readonly textLength: number;
  /**
   * How much would be missed, in characters: what the writer wrote, the items of check lists, which
   * may be theirs too, and for a picture or a choice on a scale what it takes to say it.
   */
  readonly substance: number;
  /** All in the order of the document. */
  readonly commitments: readonly Commitment[];
  readonly ratings: readonly Rating[];
  readonly feelings: readonly Feeling[];
  /** Ids of the pictures that are shown, each once. */
  readonly pictures: readonly string[];
}

export const EXCERPT_LENGTH = 160;

/** A picture is worth a few paragraphs, a choice on a scale a short line: no more than orders of size. */
const PICTURE_SUBSTANCE = 500;
const RATING_SUBSTANCE = 20;

/** Marks around the found words of a snippet. They are taken out of text before it is searched. */
export const HIT_START = '\uE000';
export const HIT_END = '\uE001';

/**
 * Reads a document once. Section headings, the salutation and the unticked items of a check-list
 * section are the app's words more than the writer's: searchable, but not counted and not in the
 * excerpt. Prompts, hints and starters are never text.
 */
export function projectDocument(document: Document): Projection {
  const blocks: Block[] = [];
  collectBlocks(document.root, { appWords: false, inChecklist: false, isMarked: false }, blocks);
  const written = blocks.filter(block => !block.appWords && block.text.trim() !== '');
  const own = written.map(textOfBlock).join('\n');
  const found = collectFound(document.root);
  const items = blocks.filter(block => block.inChecklist && block.appWords);
  return {
    plainText: clean(own),
    asideText: clean(
      blocks
        .filter(block => block.appWords)
        .map(textOfBlock)
        .join('\n'),
    ),
    wordCount: countWords(own),
    excerpt: excerptOf(written.map(({ sentence, open }) => sentence ?? open).join('\n')),
    textLength: own.length,
    substance:
      own.length +
      items.map(textOfBlock).join('').length +
      found.pictures.length * PICTURE_SUBSTANCE +
      found.ratings.length * RATING_SUBSTANCE,
    ...found,
  };
}

const textOfBlock = ({ text }: Block): string => text;

type Found = Pick<Projection, 'commitments' | 'ratings' | 'feelings' | 'pictures'>;

/** What the blocks of a document say beyond their text. */
function collectFound(root: DocumentNode): Found {
  const commitments: Commitment[] = [];
  const ratings: Rating[] = [];
  const feelings: Feeling[] = [];
  const pictures = new Set<string>();
  const visit = (node: DocumentNode, heading: string): void => {
    if (node.type === 'commitment') commitments.push(commitmentOf(node));
    else if (node.type === 'scale') ratings.push(...ratingOf(node, heading));
    else if (node.type === 'feelings') feelings.push(...readFeelings(inlineText(node)));
    else if (node.type === 'statement') feelings.push(...readFeelings(partText(node, 'feel')));
    else if (node.type === 'picture') pictures.add(String(node['picture']));
    const inside = isSection(node) ? headingOf(node) : heading;
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(root, '');
  return { commitments, ratings, feelings, pictures: [...pictures] };
}

/** The heading of a section as one line of text. */
export const headingOf = (section: DocumentNode): string =>
  childrenOf(section)
    .filter(({ type }) => type === 'section-heading')
    .map(inlineText)
    .join(' ')
    .trim();

/** The text of a block's part, or ''. */
export function partText(block: DocumentNode, name: PartName): string {
  const part = partNamed(block, name);
  return part === undefined ? '' : inlineText(part).trim();
}

/** A commitment node as what it says. One that holds no text yet says nothing, and counts all the same. */
export function commitmentOf(node: DocumentNode): Commitment {
  return {
    who: partText(node, 'who'),
    what: partText(node, 'what'),
    by: partText(node, 'by'),
    notice: partText(node, 'notice'),
    status: statusOf(node),
  };
}

function ratingOf(node: DocumentNode, heading: string): Rating[] {
  const { value, min, max, minLabel, maxLabel } = node;
  if (!isWhole(value) || !isWhole(min) || !isWhole(max)) return [];
  return [
    {
      heading,
      value,
      min,
      max,
      minLabel: typeof minLabel === 'string' ? minLabel : '',
      maxLabel: typeof maxLabel === 'string' ? maxLabel : '',
    },
  ];
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

// A word may hold apostrophes, hyphens and decimal signs inside; languages that are written
// without spaces count by character.
const WORD =
  /[\p{L}&&[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]]|(?:[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]]\p{M}*)+(?:(?:['’‐‑\-]|[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gv;

/** The number of words in any script. */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count += 1;
  return count;
}

interface Place {
  readonly appWords: boolean;
  readonly inChecklist: boolean;
  /** Whether the writer marked it, or what it stands in, as for fewer than everyone. */
  readonly isMarked: boolean;
}

interface Block extends Place {
  readonly text: string;
  /** What of the text is for everyone. */
  readonly open: string;
  /** What the block that this one begins says as a whole; '' for the rest of such a block. */
  readonly sentence?: string;
}

function collectBlocks(node: DocumentNode, place: Place, blocks: Block[]): void {
  const here = placeOf(node, place);
  let [line, open] = ['', ''];
  const endLine = () => {
    if (line !== '') blocks.push({ text: line, open, ...here });
    [line, open] = ['', ''];
  };
  const description = node.type === 'picture' ? node['description'] : undefined;
  if (typeof description === 'string') {
    blocks.push({ ...here, text: description, open: '', appWords: true, inChecklist: false });
  }
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      line += inlineText(child);
      if (!here.isMarked) open += openText(child);
      continue;
    }
    endLine();
    if (SENTENCES.has(child.type)) blocks.push(...asSentence(child, here));
    else collectBlocks(child, here, blocks);
  }
  endLine();
}

/** What of a run of text is for everyone. */
function openText(node: DocumentNode): string {
  if (markOf(node) !== null) return '';
  return node.children === undefined ? inlineText(node) : childrenOf(node).map(openText).join('');
}

/** Their parts by themselves would run into one another in one line. */
const SENTENCES = new Set(['statement', 'commitment']);

function asSentence(node: DocumentNode, place: Place): readonly Block[] {
  const parts: Block[] = [];
  collectBlocks(node, place, parts);
  const first = parts.findIndex(({ text }) => text.trim() !== '');
  const isForAll = parts.every(({ open, text }) => open === text);
  return parts.map((part, at) => ({
    ...part,
    sentence: at === first && isForAll ? (blockText(node) ?? '') : '',
  }));
}

function placeOf(node: DocumentNode, around: Place): Place {
  const place = markOf(node) === null ? around : { ...around, isMarked: true };
  if (isSection(node)) return { ...place, inChecklist: node.sectionType === 'checklist' };
  const isAppText = node.type === 'section-heading' || node.type === 'salutation';
  if (isAppText) return { ...place, appWords: true, inChecklist: false };
  const isUnticked = place.inChecklist && node.type === 'listitem' && node['checked'] !== true;
  return isUnticked ? { ...place, appWords: true } : place;
}

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);

const isInline = (node: DocumentNode): boolean =>
  INLINE.has(node.type) || (node.children === undefined && typeof node['text'] === 'string');

const clean = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

function excerptOf(text: string): string {
  // Four times the length is enough to find that many characters between runs of white space.
  const start = text
    .slice(0, EXCERPT_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (start.length <= EXCERPT_LENGTH) return start.toWellFormed();
  const cut = start.slice(0, EXCERPT_LENGTH - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const words = lastSpace > EXCERPT_LENGTH / 2 ? cut.slice(0, lastSpace) : cut;
  return `${words.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
