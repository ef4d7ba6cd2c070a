import { execFileSync, spawnSync } from 'node:child_process';
import {
  EMPHASES,
  type Block,
  type Emphasis,
  type Letter,
  type Run,
} from '#shared/output/letter.ts';

/** A reader of documents that is none of ours. */
export const hasPandoc = spawnSync('pandoc', ['--version']).error === undefined;

/** What is left of a letter when white space does not count: lines, and where each of them stands. */
export interface ReadLine {
  /** Such as "quote" or "bullet bullet". */
  readonly place: string;
  readonly text: string;
  /** One digit for each character of the text: which formats it has. */
  readonly formats: string;
}

interface Piece {
  readonly text: string;
  readonly emphases: ReadonlySet<Emphasis>;
}

const lineOf = (place: string, pieces: readonly Piece[]): readonly ReadLine[] => {
  const characters = pieces.flatMap(({ text, emphases }) =>
    Array.from(text)
      .filter(character => !/\s/u.test(character))
      .map(character => ({ character, format: formatOf(emphases) })),
  );
  if (characters.length === 0) return [];
  return [
    {
      place,
      text: characters.map(({ character }) => character).join(''),
      formats: characters.map(({ format }) => format).join(''),
    },
  ];
};

const formatOf = (emphases: ReadonlySet<Emphasis>): string =>
  EMPHASES.reduce((bits, each, index) => bits + (emphases.has(each) ? 2 ** index : 0), 0).toString(
    16,
  );

/** The lines of a letter, as they should be read. */
export const linesOfLetter = (letter: Letter): readonly ReadLine[] =>
  letter.parts.flatMap(part =>
    part.kind === 'salutation' ? lineOf('', piecesOf(part.runs)) : linesOfBlocks(part.blocks, ''),
  );

function linesOfBlocks(blocks: readonly Block[], place: string): readonly ReadLine[] {
  return blocks.flatMap((block): readonly ReadLine[] => {
    switch (block.kind) {
      case 'paragraph':
        return lineOf(place, piecesOf(block.runs));
      case 'heading':
        return lineOf(`${place}h${block.level}`, piecesOf(block.runs));
      case 'quote':
        return linesOfBlocks(block.blocks, `${place}quote `);
      case 'list':
        return block.items.flatMap(item => {
          const inside = `${place}${block.style === 'number' ? 'number' : 'bullet'} `;
          const box =
            item.checked === null || item.runs.length === 0 ? '' : item.checked ? '☑' : '☐';
          const pieces = [{ text: box, emphases: new Set<Emphasis>() }, ...piecesOf(item.runs)];
          return [...lineOf(inside, pieces), ...linesOfBlocks(item.lists, inside)];
        });
      case 'blank':
      case 'line':
      case 'picture':
        return [];
      default:
        return block satisfies never;
    }
  });
}

const piecesOf = (runs: readonly Run[]): readonly Piece[] =>
  runs.flatMap(run => {
    if (run.kind === 'link') return piecesOf(run.runs);
    return run.kind === 'text' ? [{ text: run.text, emphases: new Set(run.emphasis) }] : [];
  });

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/** The lines that pandoc reads in a file. `format` is one of its input formats. */
export function readWithPandoc(format: string, file: Uint8Array): readonly ReadLine[] {
  const args = ['-f', format, '-t', 'json'];
  const output = execFileSync('pandoc', args, { input: file, maxBuffer: 64 * 1024 * 1024 });
  const { blocks } = JSON.parse(String(output)) as { readonly blocks: readonly Node[] };
  return linesOfNodes(blocks, '');
}

const LISTS: Readonly<Record<string, string>> = { BulletList: 'bullet', OrderedList: 'number' };

function linesOfNodes(nodes: readonly Node[], place: string): readonly ReadLine[] {
  return nodes.flatMap((node): readonly ReadLine[] => {
    const list = LISTS[node.t];
    if (list !== undefined) {
      const items = (node.t === 'BulletList' ? node.c : (node.c as unknown[])[1]) as Node[][];
      return items.flatMap(item => linesOfNodes(item, `${place}${list} `));
    }
    if (node.t === 'BlockQuote') return linesOfNodes(node.c as Node[], `${place}quote `);
    if (node.t === 'Div') return linesOfNodes((node.c as [unknown, Node[]])[1], place);
    if (node.t === 'Header') {
      const [level, , inlines] = node.c as [number, unknown, Node[]];
      return lineOf(`${place}h${level - 1}`, readInlines(inlines));
    }
    return node.t === 'Para' || node.t === 'Plain'
      ? lineOf(place, readInlines(node.c as Node[]))
      : [];
  });
}

const EMPHASIS_NODES: Readonly<Record<string, Emphasis>> = {
  Strong: 'bold',
  Emph: 'italic',
  Underline: 'underline',
  Strikeout: 'strike',
};
const EMPHASIS_TAGS: Readonly<Record<string, Emphasis>> = {
  strong: 'bold',
  em: 'italic',
  u: 'underline',
  s: 'strike',
};

function readInlines(
  nodes: readonly Node[],
  outer: ReadonlySet<Emphasis> = new Set(),
): readonly Piece[] {
  const pieces: Piece[] = [];
  const open = new Set(outer);
  for (const { t, c } of nodes) {
    const emphasis = EMPHASIS_NODES[t];
    if (t === 'Str')
      pieces.push({ text: (c as string).replace('☒', '☑'), emphases: new Set(open) });
    else if (emphasis !== undefined)
      pieces.push(...readInlines(c as Node[], new Set([...open, emphasis])));
    else if (t === 'Link' || t === 'Span')
      pieces.push(...readInlines((c as [unknown, Node[]])[1], open));
    else if (t === 'Quoted') pieces.push(...readInlines((c as [unknown, Node[]])[1], open));
    else if (t === 'RawInline') {
      const [, slash, tag = ''] = /^<(\/?)(\w+)>$/.exec((c as [unknown, string])[1]) ?? [];
      const named = EMPHASIS_TAGS[tag];
      if (named !== undefined && slash === '') open.add(named);
      if (named !== undefined && slash === '/') open.delete(named);
    } else if (!['Space', 'SoftBreak', 'LineBreak'].includes(t)) {
      throw new Error(`pandoc read something that is in no letter: ${t}`);
    }
  }
  return pieces;
}
