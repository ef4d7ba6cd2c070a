import type { Copy } from '#shared/domain/audience.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { PrintDocument, PrintOptions } from '#shared/domain/print.ts';
import { letterOf, type LetterSetting } from '#shared/output/letter-of.ts';
import { withhold } from '#shared/output/withhold.ts';
import { layOut } from './html-layouts.ts';
import type { PictureSource } from './html-picture.ts';

type Printed = Pick<Entry, 'document' | 'writtenOn'>;

/** What a letter needs to be printed besides itself. */
export type PrintSetting = Omit<LetterSetting, 'hasPicture'> & PictureSource;

/** Where nobody says who it is for, nothing is on paper that not everyone may read. */
const FOR_ANYONE: Copy = { audience: 'for-partner', withPrivate: false };

/**
 * An entry as a letter on paper: the inside of the page's `<main>`. Built from the document by an
 * allow-list of node types with every text escaped, so that nothing written can become markup. The
 * title stays in the app.
 */
export function renderPrintHtml(
  entry: Printed,
  options: PrintOptions,
  setting: PrintSetting,
  copy: Copy = FOR_ANYONE,
): PrintDocument {
  const { document, removals } = withhold(entry.document, copy);
  const letter = letterOf(
    { ...entry, title: '', document },
    { ...options, title: false },
    {
      ...setting,
      hasPicture: id => setting.pictureOf(id) !== undefined,
    },
  );
  return {
    html: layOut(letter, options, setting),
    language: letter.language,
    leftOut: removals.filter(({ what }) => what === 'section').map(({ section }) => section),
  };
}
