import { isPartedType, partNamed, PARTS, statusOf, type PartName } from './blocks.ts';
import { childrenOf, type DocumentNode } from './document.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { cutEnd, joined, plain, trimmed, words, type Inline } from './inline-nodes.ts';

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

/** A block as Markdown; '' when nothing was written in it, undefined for any other node. */
export function blockMarkdown(node: DocumentNode): string | undefined {
  const lines = blockLines(node)?.map(({ kind, nodes }) =>
    kind === 'quote' ? quoted(inlineMarkdown(nodes)) : inlineMarkdown(nodes),
  );
  if (node.type === 'commitment') return lines?.map(line => `- ${line}`).join('\n');
  if (node.type === 'ladder') return lines?.map((line, at) => `${at + 1}. ${line}`).join('\n');
  return lines?.join('\n\n');
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

function linesOf(node: DocumentNode): readonly BlockLine[] | undefined {
  switch (node.type) {
    case 'statement':
      return [line(statementSentence(node))];
    case 'commitment':
      return [line(commitmentLine(node))];
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

const SOFT_END = /[\s.,;:،؛。，、；：]+$/u;
const HARD_END = /[.!?…。！？؟][\s"'”’»)]*$/u;

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
    return [...cut, ...words(HARD_END.test(plain(cut)) ? ' ' : ', ')];
  });
  const wish = withLead('I would like', part(node, 'like'));
  return joined([ended(sentence), ended(wish)], ' ');
}

/** The words that lead into a part, less those that the writer began it with. */
function withLead(lead: string, nodes: Inline): Inline {
  const text = plain(nodes).toLowerCase();
  if (text === '') return [];
  const leading = lead.split(' ');
  const from = leading.findIndex((_, at) =>
    new RegExp(`^${leading.slice(at).join('\\s+')}\\s`, 'i').test(text),
  );
  const needed = from === -1 ? leading : leading.slice(0, from);
  return [...words(needed.map(word => `${word} `).join('')), ...nodes];
}

function ended(sentence: Inline): Inline {
  if (sentence.length === 0 || HARD_END.test(plain(sentence))) return sentence;
  return [...cutEnd(sentence, SOFT_END), ...words('.')];
}

/** The writer's own "by", "from", "every": no other word is set before them. */
const HAS_PREPOSITION =
  /^(?:by|from|until|till|before|after|at|on|in|each|every|within|starting)\b/i;

/** "Me: call every evening · by 17 May · how you would notice: you hear from me · kept" */
function commitmentLine(node: DocumentNode): Inline {
  const by = part(node, 'by');
  const notice = part(node, 'notice');
  const status = statusOf(node);
  const said = [
    joined([part(node, 'who'), part(node, 'what')], ': '),
    plain(by) === '' || HAS_PREPOSITION.test(plain(by)) ? by : [...words('by '), ...by],
    plain(notice) === '' ? [] : [...words('how you would notice: '), ...notice],
  ].filter(piece => piece.length > 0);
  if (said.length === 0) return [];
  const pieces = status === 'open' ? said : [...said, words(status)];
  const cut = pieces.map((piece, at) =>
    at === pieces.length - 1 ? piece : cutEnd(piece, /[\s,;]+$/u),
  );
  return joined(cut, ' · ');
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
