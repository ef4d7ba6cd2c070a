import { TEXT_FORMAT, type Document, type DocumentNode } from '../domain/document.ts';
import type { Block, Emphasis, Item, Letter, List, Part, Run } from './letter.ts';

/**
 * A document of what a letter says and of nothing else, for a copy that others may open: sections
 * become headings, and every block plain text. Pictures keep the ids of their bytes.
 */
export const documentOf = (letter: Letter): Document => ({
  version: 1,
  root: node('root', [...letter.parts.flatMap(partNodes), node('paragraph', [])]),
});

function partNodes(part: Part): readonly DocumentNode[] {
  if (part.kind === 'salutation') return [node('salutation', runNodes(part.runs))];
  if (part.kind === 'loose') return part.blocks.flatMap(blockNodes);
  const heading =
    part.heading === '' ? [] : [node('heading', [textNode(part.heading, [])], { tag: 'h2' })];
  return [...heading, ...part.blocks.flatMap(blockNodes)];
}

function blockNodes(block: Block): readonly DocumentNode[] {
  switch (block.kind) {
    case 'blank':
      return [node('paragraph', [])];
    case 'heading':
      return [node('heading', runNodes(block.runs), { tag: `h${block.level}` })];
    case 'quote':
      return block.blocks.flatMap(inner =>
        inner.kind === 'paragraph' ? [node('quote', runNodes(inner.runs))] : blockNodes(inner),
      );
    case 'list':
      return [listNode(block)];
    case 'picture':
      return [pictureNode(block)];
    case 'line':
      return [node(block.isHeard ? 'quote' : 'paragraph', runNodes(block.runs))];
    case 'paragraph':
      return [node('paragraph', runNodes(block.runs))];
    default:
      return block satisfies never;
  }
}

const pictureNode = (block: Extract<Block, { kind: 'picture' }>): DocumentNode =>
  block.picture === null
    ? node('paragraph', runNodes(block.caption))
    : node('picture', runNodes(block.caption), {
        picture: block.picture,
        description: block.description,
        width: block.width,
        naturalWidth: 0,
        naturalHeight: 0,
      });

function listNode({ style, start, items }: List): DocumentNode {
  const children = items.flatMap(item => itemNodes(item, style));
  const numbered = children.map((child, index) => ({ ...child, value: start + index }));
  const fields = { listType: style, start, tag: style === 'number' ? 'ol' : 'ul' };
  return node('list', numbered, fields);
}

/** A deeper level stands in an item of its own, as Lexical writes it. */
function itemNodes({ runs, checked, lists }: Item, style: List['style']): readonly DocumentNode[] {
  const fields = style === 'check' ? { checked: checked === true } : {};
  return [
    node('listitem', runNodes(runs), fields),
    ...lists.map(list => node('listitem', [listNode(list)], fields)),
  ];
}

const runNodes = (runs: readonly Run[]): readonly DocumentNode[] => runs.map(runNode);

function runNode(run: Run): DocumentNode {
  switch (run.kind) {
    case 'text':
      return textNode(run.text, run.emphasis);
    case 'break':
      return { type: 'linebreak', version: 1 };
    case 'tab':
      return { ...textNode('\t', []), type: 'tab', detail: 2 };
    case 'link':
      return node('link', runNodes(run.runs), { url: run.url });
    default:
      return run satisfies never;
  }
}

const BITS: Readonly<Record<Emphasis, number>> = {
  bold: TEXT_FORMAT.bold,
  italic: TEXT_FORMAT.italic,
  underline: TEXT_FORMAT.underline,
  strike: TEXT_FORMAT.strikethrough,
};

const textNode = (text: string, emphasis: readonly Emphasis[]): DocumentNode => ({
  type: 'text',
  version: 1,
  text,
  format: emphasis.reduce((bits, each) => bits | BITS[each], 0),
  style: '',
  mode: 'normal',
  detail: 0,
});

const node = (
  type: string,
  children: readonly DocumentNode[],
  fields: Readonly<Record<string, unknown>> = {},
): DocumentNode => ({ ...fields, type, version: 1, children });
