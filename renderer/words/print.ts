import type { Audience } from '#shared/domain/audience.ts';
import type { Removal } from '#shared/domain/export.ts';
import type { Layout, Paper, PrintOptions } from '#shared/domain/print.ts';

/** The words of the print preview. */
export const printWords = {
  title: 'Print preview',
  pages: 'Pages',
  making: 'Setting the pages…',
  pageOf: (page: number, of: number) => `Page ${page} of ${of}`,
  pageCount: (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`),
  noCards: 'There is no “I feel” statement in this letter. Choose another layout to print it.',

  zoom: 'Zoom',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fitWidth: 'Fit width',
  fitPage: 'Fit page',
  percent: (percent: number) => `${percent} %`,

  layout: 'Layout',
  layouts: {
    letter: { label: 'Letter', note: 'As it was written' },
    'read-aloud': { label: 'Read-aloud sheet', note: 'Large type, with marks where to pause' },
    cards: { label: '“I feel” cards', note: 'Each statement on a card to cut out' },
  } as const satisfies Record<Layout, { label: string; note: string }>,

  forWhom: 'For',
  audiences: {
    'for-me': 'Me',
    'for-counsellor': 'My counsellor',
    'for-partner': 'The other person',
  } as const satisfies Record<Audience, string>,
  withPrivate: 'Add what is only for me',
  holdsPrivate: (parts: number) =>
    parts === 1
      ? 'This copy also holds one part that is marked as not for everyone.'
      : `This copy also holds ${parts} parts that are marked as not for everyone.`,

  staysOut: (parts: number) => (parts === 1 ? 'One part stays out' : `${parts} parts stay out`),
  why: {
    counsellor: 'Counsellor only',
    private: 'Only for you',
    'not-needed': 'Details not needed',
    help: 'Help for writing',
  } as const satisfies Record<Removal['why'], string>,
  wholeSection: (heading: string) => (heading === '' ? 'A section' : `“${heading}”`),
  showInLetter: 'Show in the letter',
  showPages: 'Back to the pages',
  markedLetter: 'The letter, with what stays out',
  staysOutHere: 'Stays out',
  picture: (description: string) => (description === '' ? 'Picture' : `Picture: ${description}`),

  paper: 'Paper',
  papers: { a4: 'A4', letter: 'US Letter', a5: 'A5' } as const satisfies Record<Paper, string>,
  headings: 'Section headings',
  date: 'Date',
  salutation: 'Salutation',
  pageNumbers: 'Page numbers',
  more: 'More choices',
  margins: 'Margins',
  marginWidths: {
    narrow: 'Narrow',
    normal: 'Normal',
    wide: 'Wide',
  } as const satisfies Record<PrintOptions['margins'], string>,
  font: 'Type',
  fonts: {
    serif: 'With serifs',
    sans: 'Without serifs',
  } as const satisfies Record<PrintOptions['font'], string>,
  size: 'Size',
  points: (points: number) => `${points} pt`,
  lineSpacing: 'Line spacing',
  lineSpacings: {
    close: 'Close',
    normal: 'Normal',
    wide: 'Wide',
  } as const satisfies Record<PrintOptions['lineSpacing'], string>,
  links: 'Web addresses as notes at the end',

  titleStays: 'The title stays in the app. It is not printed.',
  print: 'Print',
  savePdf: 'Save as PDF',
  savedAs: (path: string) => `Saved as ${path}. This copy is not locked.`,
} as const;
