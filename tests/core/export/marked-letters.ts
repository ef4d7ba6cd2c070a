import * as fc from 'fast-check';
import { withMark, type Copy, type PassageMark } from '#shared/domain/audience.ts';
import { blockOfParts, lineOf, PARTS, scaleOf, type PartedType } from '#shared/domain/blocks.ts';
import { textOf, type DocumentNode } from '#shared/domain/document.ts';
import { aNode } from '../../support/builders.ts';

/** Why a word may stay out of a copy. */
type Reason = PassageMark | 'help' | 'prompt' | 'app';

/** A word that stands nowhere else, with everything that is said of where it stands. */
export interface Word {
  readonly word: string;
  readonly reasons: readonly Reason[];
}

export interface Marked {
  readonly nodes: readonly DocumentNode[];
  readonly words: readonly Word[];
  /** Words of headings, each with what must be left for it to be there. */
  readonly headings: readonly { readonly heading: Word; readonly below: readonly Word[] }[];
}

/** Which words a copy may have: written once more, by hand, from what the marks mean. */
export function mayHave({ reasons }: Word, { audience, withPrivate }: Copy): boolean {
  if (reasons.includes('help') || reasons.includes('prompt')) return false;
  if (audience === 'for-me') return true;
  if (audience === 'for-partner') return reasons.length === 0;
  const own: Reason[] = withPrivate ? ['counsellor', 'private'] : ['counsellor'];
  return reasons.every(reason => own.includes(reason));
}

export const TOKEN = /zqword[0-9a-z]{5}/g;

let next = 36 ** 4;
const freshWord = (): string => `zqword${(next += 1).toString(36).padStart(5, '0')}`;

const mark = fc.option(fc.constantFrom('private', 'counsellor', 'not-needed'), { freq: 3 });
type MaybeMark = PassageMark | null;

interface Piece {
  readonly node: DocumentNode;
  readonly words: readonly Word[];
}

const within = (words: readonly Word[], reason: Reason | null): readonly Word[] =>
  reason === null
    ? words
    : words.map(({ word, reasons }) => ({ word, reasons: [...reasons, reason] }));

/** A piece under a mark of its own. */
const marked = (piece: Piece, said: MaybeMark): Piece => ({
  node: said === null ? piece.node : withMark(piece.node, said),
  words: within(piece.words, said),
});

const text: fc.Arbitrary<Piece> = fc
  .record({ format: fc.integer({ min: 0, max: 15 }), mark, space: fc.constantFrom('', ' ', ' . ') })
  .map(({ format, mark: said, space }) => {
    const word = freshWord();
    const node = { ...textOf(`${space}${word}${space}`), format };
    return marked({ node, words: [{ word, reasons: [] }] }, said);
  });

const link: fc.Arbitrary<Piece> = fc.record({ text, mark }).map(({ text: inner, mark: said }) => {
  const word = freshWord();
  const node = aNode('link', [inner.node], { url: `https://a.example/${word}` });
  // Of a link without words nothing is left, not even where it led.
  const [own] = inner.words;
  const url = { word, reasons: own?.reasons ?? [] };
  return marked({ node, words: [...inner.words, url] }, said);
});

const line: fc.Arbitrary<readonly Piece[]> = fc.array(fc.oneof(text, text, link), {
  minLength: 1,
  maxLength: 3,
});

const wordsOf = (pieces: readonly Piece[]): readonly Word[] => pieces.flatMap(({ words }) => words);
const nodesOf = (pieces: readonly Piece[]): readonly DocumentNode[] =>
  pieces.map(({ node }) => node);

const textBlock: fc.Arbitrary<Piece> = fc
  .record({ type: fc.constantFrom('paragraph', 'heading', 'quote'), line })
  .map(({ type, line: pieces }) => ({
    node: aNode(type, nodesOf(pieces), type === 'heading' ? { tag: 'h2' } : {}),
    words: wordsOf(pieces),
  }));

const item: fc.Arbitrary<Piece> = fc
  .record({ line, mark })
  .map(({ line: pieces, mark: said }) =>
    marked(
      { node: aNode('listitem', nodesOf(pieces), { checked: true }), words: wordsOf(pieces) },
      said,
    ),
  );

const list: fc.Arbitrary<Piece> = fc
  .record({
    listType: fc.constantFrom('bullet', 'number', 'check'),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    deeper: fc.option(fc.array(item, { minLength: 1, maxLength: 2 })),
  })
  .map(({ listType, items, deeper }) => {
    const fields = { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' };
    const nested =
      deeper === null ? [] : [aNode('listitem', [aNode('list', nodesOf(deeper), fields)])];
    return {
      node: aNode('list', [...nodesOf(items), ...nested], fields),
      words: wordsOf([...items, ...(deeper ?? [])]),
    };
  });

const parted: fc.Arbitrary<Piece> = fc
  .record({
    type: fc.constantFrom(...(Object.keys(PARTS) as PartedType[])),
    parts: fc.array(fc.record({ text, mark }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ type, parts }) => {
    const names: readonly string[] = PARTS[type];
    const pieces = names.map((name, index): Piece => {
      const part = parts[index];
      if (part === undefined) throw new Error('there are four of them');
      const node = aNode('part', [part.text.node], { part: name });
      return marked({ node, words: part.text.words }, part.mark);
    });
    const node = { ...blockOfParts(type), children: nodesOf(pieces) };
    return { node, words: within(wordsOf(pieces), type === 'ladder' ? 'help' : null) };
  });

const lineBlock: fc.Arbitrary<Piece> = fc
  .record({ type: fc.constantFrom('scale', 'date', 'feelings'), text })
  .map(({ type, text: own }) => {
    const node = type === 'scale' ? { ...scaleOf({}), value: 3 } : lineOf(type, '');
    return { node: { ...node, children: [own.node] }, words: own.words };
  });

const block: fc.Arbitrary<Piece> = fc
  .record({ piece: fc.oneof(textBlock, textBlock, list, parted, lineBlock), mark })
  .map(({ piece, mark: said }) => marked(piece, said));

const blocks = fc.array(block, { minLength: 1, maxLength: 4 });

const section: fc.Arbitrary<{ piece: Piece; heading: Word; below: readonly Word[] }> = fc
  .record({ blocks, mark, isPrivate: fc.boolean() })
  .map(({ blocks: pieces, mark: said, isPrivate }) => {
    const [heading, prompt, hint, starter] = [freshWord(), freshWord(), freshWord(), freshWord()];
    const node = aNode(
      'section',
      [aNode('section-heading', [heading]), aNode('section-body', nodesOf(pieces))],
      {
        sectionId: 'account',
        sectionType: 'text',
        prompt,
        hint,
        starter,
        private: isPrivate,
        promptHidden: false,
      },
    );
    const prompts = [prompt, hint, starter].map((word): Word => ({ word, reasons: ['prompt'] }));
    const piece = marked({ node, words: [...wordsOf(pieces), ...prompts] }, said);
    const words = within(piece.words, isPrivate ? 'private' : null);
    const below = words.filter(({ reasons }) => !reasons.includes('prompt'));
    return { piece: { node: piece.node, words }, heading: { word: heading, reasons: [] }, below };
  });

/** A letter in which anything may be marked in any way. */
export const markedLetter: fc.Arbitrary<Marked> = fc
  .record({ greeting: text, blocks, sections: fc.array(section, { maxLength: 2 }) })
  .map(({ greeting, blocks: loose, sections }) => {
    const salutation: Piece = { node: aNode('salutation', [greeting.node]), words: greeting.words };
    const pieces = [salutation, ...sections.map(({ piece }) => piece), ...loose];
    return {
      nodes: nodesOf(pieces),
      words: wordsOf(pieces),
      headings: sections.map(({ heading, below }) => ({ heading, below })),
    };
  });
