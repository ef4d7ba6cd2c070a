import { z } from 'zod';

export const Paper = z.enum(['a4', 'letter']);
export type Paper = z.infer<typeof Paper>;

export const PrintOptions = z.strictObject({
  paper: Paper,
  /** Section headings are the app's words more than the writer's, so they are off unless asked for. */
  headings: z.boolean(),
  /** Page numbers stand on every page but the first. */
  pageNumbers: z.boolean(),
});
export type PrintOptions = z.infer<typeof PrintOptions>;

/** The letter as HTML, made from the document with every text node escaped. */
export const PrintDocument = z.strictObject({
  html: z.string(),
  /** BCP 47, for hyphenation and for screen readers of the PDF. */
  language: z.string(),
  /** Headings of the private sections that stay out of the copy. */
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
