import { z } from 'zod';

export const Paper = z.enum(['a4', 'letter', 'a5']);
export type Paper = z.infer<typeof Paper>;

/** What becomes of the writing on paper. */
export const Layout = z.enum([
  'letter',
  /** Large type, a mark where to pause, and "2 of 3" on every page: to be read aloud in a room. */
  'read-aloud',
  /** Each "I feel" statement on a card of its own, and nothing else. */
  'cards',
]);
export type Layout = z.infer<typeof Layout>;

/** Points. The first is the size of every letter before there was a choice. */
export const FONT_SIZES = [11.5, 10, 12, 13, 14, 16, 18] as const;

/** What is not named is as it always was; `PrintOptions.parse({ paper, headings, pageNumbers })`. */
export const PrintOptions = z.strictObject({
  paper: Paper,
  /** Section headings are the app's words more than the writer's, so they are off unless asked for. */
  headings: z.boolean(),
  /** Page numbers stand on every page but the first; on a read-aloud sheet on all of them. */
  pageNumbers: z.boolean(),
  layout: Layout.default('letter'),
  margins: z.enum(['narrow', 'normal', 'wide']).default('normal'),
  font: z.enum(['serif', 'sans']).default('serif'),
  size: z.literal(FONT_SIZES).default(11.5),
  lineSpacing: z.enum(['close', 'normal', 'wide']).default('normal'),
  date: z.boolean().default(true),
  salutation: z.boolean().default(true),
  /** Where a link leads: behind its words, or as a numbered note at the end. */
  links: z.enum(['inline', 'notes']).default('inline'),
});
export type PrintOptions = z.infer<typeof PrintOptions>;

/** Width and height of a sheet in points, 1/72 inch: ISO 216, and ANSI A for US Letter. */
export const PAPER_POINTS: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: 595, height: 842 },
  letter: { width: 612, height: 792 },
  a5: { width: 420, height: 595 },
};

/** How much larger the type of a layout is than the chosen size; print.css has the same numbers. */
const ENLARGED: Readonly<Record<Layout, number>> = { letter: 1, 'read-aloud': 1.6, cards: 1.3 };

/** The size of the type on paper, in points, rounded to a half as sizes are spoken of. */
export const pointsOf = (layout: Layout, size: PrintOptions['size']): number =>
  Math.round(size * ENLARGED[layout] * 2) / 2;

/** A letter as it is printed unless something else is asked for. */
export const plainPaper = (paper: Paper): PrintOptions =>
  PrintOptions.parse({ paper, headings: false, pageNumbers: true });

/** The letter as HTML, made from the document with every text node escaped. */
export const PrintDocument = z.strictObject({
  html: z.string(),
  /** BCP 47, for hyphenation and for screen readers of the PDF. */
  language: z.string(),
  /** Headings of the sections that stay out of the copy. */
  leftOut: z.array(z.string()),
});
export type PrintDocument = z.infer<typeof PrintDocument>;

/**
 * Countries and regions that print on US Letter; all others use A4.
 * Source: Unicode CLDR, supplementalData/measurementData/paperSize type="US-Letter".
 */
const US_LETTER_REGIONS = new Set('US CA MX PH CL CO CR GT NI PA PR SV VE BZ'.split(' '));

/** The paper of a locale such as `en-US`; a locale without a region is completed first. */
export function paperFor(locale: string): Paper {
  const region = new Intl.Locale(locale).maximize().region ?? '';
  return US_LETTER_REGIONS.has(region) ? 'letter' : 'a4';
}
