import type { Block, Item, Letter, List, Part, Run } from './letter.ts';
import { addressBeside, textOf } from './runs.ts';

/** A letter as plain text, in UTF-8, with line feeds, ending in one. */
export function toText(letter: Letter): string {
  const head = [letter.title, letter.date?.text ?? null].filter(line => line !== null);
  return `${[...head, ...letter.parts.flatMap(partText)].join('\n\n')}\n`;
}

function partText(part: Part): readonly string[] {
  if (part.kind === 'salutation') return [lineText(part.runs)];
  const heading = part.kind === 'section' && part.heading !== '' ? [part.heading] : [];
  return [...heading, ...blockTexts(part.blocks)];
}

const blockTexts = (blocks: readonly Block[]): readonly string[] =>
  blocks.filter(({ kind }) => kind !== 'blank').map(blockText);

function blockText(block: Block): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'quote':
      return quoted(blockTexts(block.blocks).join('\n\n'));
    case 'list':
      return listText(block).join('\n');
    case 'picture': {
      const description = block.description.trim();
      const mark = description === '' ? '[Picture]' : `[Picture: ${description}]`;
      const shown = block.picture === null ? [] : [mark];
      return [...shown, ...(block.caption.length === 0 ? [] : [lineText(block.caption)])].join(
        '\n',
      );
    }
    case 'line':
      return block.isHeard ? quoted(lineText(block.runs)) : lineText(block.runs);
    case 'heading':
    case 'paragraph':
      return lineText(block.runs);
    default:
      return block satisfies never;
  }
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

const listText = (list: List): readonly string[] =>
  list.items.flatMap((item, index) => itemText(item, markerOf(list, item, index)));

function itemText(item: Item, marker: string): readonly string[] {
  const indent = ' '.repeat(marker.length);
  const [first = '', ...rest] = lineText(item.runs).split('\n');
  const deeper = [...rest, ...item.lists.flatMap(listText)].map(line => indent + line);
  return [`${marker}${first}`, ...deeper];
}

function markerOf({ style, start }: List, { checked, runs }: Item, index: number): string {
  if (style === 'number') return `${start + index}. `;
  if (checked === null || runs.length === 0) return '- ';
  return checked ? '[x] ' : '[ ] ';
}

/** What stands in a line; where a link leads stands behind it. */
const lineText = (runs: readonly Run[]): string => runs.map(runText).join('');

function runText(run: Run): string {
  const words = textOf([run]);
  const address = run.kind === 'link' ? addressBeside(run) : null;
  return address === null ? words : `${words} (${address})`;
}
