import { isPartedType, partNamed, PARTS, statusOf, type PartName } from './blocks.ts';
import { commitmentSentences } from './commitment-text.ts';
import { childrenOf, type DocumentNode } from './document.ts';
import { cutEnd, joined, plain, trimmed, words, type Inline } from './inline-nodes.ts';
import { ended, endsSentence, SOFT_END, withLead } from './sentences.ts';

/** A line of a block as it reads outside the editor. `quote` is what someone else said. */
export interface BlockLine {
  readonly kind: 'line' | 'quote';
  readonly nodes: Inline;
}

/**
 * What a block says, in lines with their formats: the one form that print and every copy are made
 * of. Empty for a block in which nothing was written; undefined for a node that is no such block.
 */
export function blockLines(node: DocumentNode): readonly BlockLine[] | undefined {
  const lines = linesOf(node);
  if (lines === undefined) return undefined;
  return [...lines, ...strayLines(node)].filter(({ nodes }) => plain(nodes).trim() !== '');
}

/** A block as plain text; '' when nothing was written in it, undefined for any other node. */
export const blockText = (node: DocumentNode): string | undefined =>
  blockLines(node)
    ?.map(({ kind, nodes }) => (kind === 'quote' ? quoted(plain(nodes)) : plain(nodes)))
    .join('\n');

const quoted = (text: string): string => text.replace(/^/gm, '> ');

function linesOf(node: DocumentNode): readonly BlockLine[] | undefined {
  switch (node.type) {
    case 'statement':
      return [line(statementSentence(node))];
    case 'commitment':
      return [line(commitmentSentences(name => part(node, name), statusOf(node)))];
    case 'answer':
      return [{ kind: 'quote', nodes: part(node, 'heard') }, line(part(node, 'reply'))];
    case 'ladder':
      return PARTS.ladder.map(name => line(part(node, name)));
    case 'scale':
      return [line(joined([words(scaleReading(node)), ownLine(node)], ' · '))];
    case 'date':
    case 'feelings':
      return [line(ownLine(node))];
    case 'picture':
      return [line(words(pictureMark(node))), line(ownLine(node))];
    default:
      return undefined;
  }
}

const line = (nodes: Inline): BlockLine => ({ kind: 'line', nodes });

const ownLine = (node: DocumentNode): Inline => trimmed(childrenOf(node));

function part(block: DocumentNode, name: PartName): Inline {
  const found = partNamed(block, name);
  return found === undefined ? [] : trimmed(childrenOf(found));
}

/** What a damaged block, or one of a newer version, holds besides its parts: nothing is left out. */
function strayLines(node: DocumentNode): readonly BlockLine[] {
  if (!isPartedType(node.type)) return [];
  const parts = new Set(PARTS[node.type].map(name => partNamed(node, name)));
  const strays = childrenOf(node).filter(child => !parts.has(child));
  return strays.map(stray => line(stray.children === undefined ? [stray] : ownLine(stray)));
}

/** "When you came home late, I feel very hurt, because I need honesty. I would like …." */
function statementSentence(node: DocumentNode): Inline {
  const feel = part(node, 'feel');
  const clauses = [
    withLead('When', part(node, 'when')),
    withLead('I feel', feel),
    withLead(plain(feel) === '' ? 'I need' : 'because I need', part(node, 'need')),
  ].filter(clause => clause.length > 0);
  const sentence = clauses.flatMap((clause, index) => {
    if (index === clauses.length - 1) return clause;
    const cut = cutEnd(clause, SOFT_END);
    return [...cut, ...words(endsSentence(cut) ? ' ' : ', ')];
  });
  const wish = withLead('I would like', part(node, 'like'));
  return joined([ended(sentence), ended(wish)], ' ');
}

/** "6 of 10 (0 Settled – 10 Overwhelmed)"; '' while nothing is chosen. */
function scaleReading({ value, min, max, minLabel, maxLabel }: DocumentNode): string {
  if (typeof value !== 'number' || typeof min !== 'number' || typeof max !== 'number') return '';
  const end = (at: number, label: unknown) =>
    `${at} ${typeof label === 'string' ? label : ''}`.trim();
  return `${value} of ${max} (${end(min, minLabel)} – ${end(max, maxLabel)})`;
}

function pictureMark({ description }: DocumentNode): string {
  const seen = typeof description === 'string' ? description.trim() : '';
  return seen === '' ? '[Picture]' : `[Picture: ${seen}]`;
}
