import type { PrintOptions } from '#shared/domain/print.ts';
import type { Block, Letter, LinkRun, Part } from '#shared/output/letter.ts';
import { addressBeside } from '#shared/output/runs.ts';
import { blockHtml, partHtml, type HtmlMeans } from './html-blocks.ts';
import type { PictureSource } from './html-picture.ts';
import { escapeHtml, type LinkHtml } from './html-text.ts';

/** A letter as the inside of a printed page, in the layout that was chosen. */
export function layOut(letter: Letter, options: PrintOptions, pictures: PictureSource): string {
  const notes: string[] = [];
  const linkHtml = options.links === 'notes' ? numbered(notes) : inBrackets;
  const means = { ...pictures, linkHtml };
  // A card holds its statement and nothing else.
  const dated = options.layout === 'cards' ? null : letter.date;
  const date = dated === null ? '' : `<p class="date">${escapeHtml(dated.text)}</p>`;
  const written = LAYOUTS[options.layout](letter.parts, means);
  return `${date}${written}${notesHtml(notes)}`;
}

type LaidOut = (parts: readonly Part[], means: HtmlMeans) => string;

const LAYOUTS: Readonly<Record<PrintOptions['layout'], LaidOut>> = {
  letter: (parts, means) => parts.map(part => partHtml(part, means)).join(''),
  'read-aloud': (parts, means) =>
    parts.map(part => partHtml(withPauses(part), { ...means, blank: PAUSE })).join(PAUSE),
  cards: (parts, means) => {
    const cards = parts
      .flatMap(statementsOf)
      .map(block => `<div class="card">${blockHtml(block, means)}</div>`);
    return cards.length === 0 ? '' : `<div class="cards">${cards.join('')}</div>`;
  },
};

/** Where the reader takes a breath: between two parts, and between what stands in paragraphs. */
const PAUSE = '<p class="pause">‖</p>';

const withPauses = (part: Part): Part =>
  part.kind === 'salutation' ? part : { ...part, blocks: part.blocks.flatMap(paused) };

/** A heading belongs to what follows, and so does what someone else said. */
const leadsOn = (block: Block): boolean =>
  block.kind === 'heading' || (block.kind === 'line' && block.isHeard);

function paused(block: Block, index: number, blocks: readonly Block[]): readonly Block[] {
  const next = blocks[index + 1];
  if (block.kind === 'blank' || next === undefined || next.kind === 'blank') return [block];
  return leadsOn(block) ? [block] : [block, { kind: 'blank' }];
}

const statementsOf = (part: Part): readonly Block[] =>
  part.kind === 'salutation'
    ? []
    : part.blocks.filter(block => block.kind === 'line' && block.of === 'statement');

/** On paper nobody can follow a link: where it leads stands behind it, unless it is its own text. */
const inBrackets: LinkHtml = (words, link) => {
  const address = addressBeside(link);
  return address === null ? words : `${words} (${escapeHtml(address)})`;
};

/** The same as notes at the end, an address that comes again by the number it has. */
const numbered =
  (notes: string[]): LinkHtml =>
  (words: string, link: LinkRun) => {
    const address = addressBeside(link);
    if (address === null) return words;
    const known = notes.indexOf(address);
    const number = known === -1 ? notes.push(address) : known + 1;
    return `${words}<sup>${number}</sup>`;
  };

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(address => `<li>${escapeHtml(address)}</li>`).join('');
  return `<ol class="notes">${items}</ol>`;
}
