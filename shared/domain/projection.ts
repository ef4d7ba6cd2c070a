import { childrenOf, isSection, type Document, type DocumentNode } from './document.ts';

/** What the rest of the app reads of a document: all of it derived, none of it stored as truth. */
export interface Projection {
  /** Everything a search may find, one block per line. */
  readonly plainText: string;
  /** Words that the writer wrote. */
  readonly wordCount: number;
  /** The first of them. */
  readonly excerpt: string;
  /** Characters that the writer wrote; a save that halves it keeps the earlier text. */
  readonly textLength: number;
}

export const EXCERPT_LENGTH = 160;

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
  collectBlocks(document.root, { appWords: false, inChecklist: false }, blocks);
  const written = blocks.filter(block => !block.appWords && block.text.trim() !== '');
  const own = written.map(block => block.text).join('\n');
  return {
    plainText: clean(blocks.map(block => block.text).join('\n')),
    wordCount: countWords(own),
    excerpt: excerptOf(own),
    textLength: own.length,
  };
}

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

interface Block {
  readonly text: string;
  readonly appWords: boolean;
}

interface Place {
  readonly appWords: boolean;
  readonly inChecklist: boolean;
}

function collectBlocks(node: DocumentNode, place: Place, blocks: Block[]): void {
  const here = placeOf(node, place);
  let line = '';
  const endLine = () => {
    if (line !== '') blocks.push({ text: line, appWords: here.appWords });
    line = '';
  };
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      line += inlineText(child);
      continue;
    }
    endLine();
    collectBlocks(child, here, blocks);
  }
  endLine();
}

function placeOf(node: DocumentNode, place: Place): Place {
  if (isSection(node)) return { ...place, inChecklist: node.sectionType === 'checklist' };
  const isAppText = node.type === 'section-heading' || node.type === 'salutation';
  const isUnticked = place.inChecklist && node.type === 'listitem' && node['checked'] !== true;
  return isAppText || isUnticked ? { ...place, appWords: true } : place;
}

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);

const isInline = (node: DocumentNode): boolean =>
  INLINE.has(node.type) || (node.children === undefined && typeof node['text'] === 'string');

/** The text inside a block, line breaks and tabs included; an unknown node gives its text. */
export function inlineText(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return '\t';
  if (typeof node['text'] === 'string') return node['text'];
  return childrenOf(node).map(inlineText).join('');
}

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
