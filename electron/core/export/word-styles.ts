import { AlignmentType, convertMillimetersToTwip, LineRuleType, type IStylesOptions } from 'docx';
import type { PrintOptions } from '#shared/domain/print.ts';

const FONTS = { serif: 'Georgia', sans: 'Calibri' } as const;
/** In 240ths of a line. */
const LINES = { close: 276, normal: 324, wide: 400 } as const;
/** Word counts in half points. */
const halfPoints = (points: number): number => Math.round(points * 2);
/** Word counts space between paragraphs in twentieths of a point. */
const twentieths = (points: number): number => Math.round(points * 20);

/** Real styles, so that the whole letter can be made to look otherwise in one place. */
export function wordStyles(language: string, options: PrintOptions): IStylesOptions {
  const { size } = options;
  const heading = (points: number, more = {}) => ({
    run: { size: halfPoints(points), bold: true, color: '000000', ...more },
    paragraph: { spacing: { before: twentieths(14), after: twentieths(5) }, keepNext: true },
  });
  const basedOn = 'Normal';
  const own = (id: string, name: string) => ({
    id,
    name,
    basedOn,
    next: 'Normal',
    quickFormat: true,
  });
  const indent = convertMillimetersToTwip(8);
  return {
    default: {
      document: {
        run: {
          font: FONTS[options.font],
          size: halfPoints(size),
          language: { value: language },
        },
        paragraph: {
          // Said, not left to be understood: LibreOffice else cuts a picture to the height of a line.
          spacing: {
            line: LINES[options.lineSpacing],
            lineRule: LineRuleType.AUTO,
            after: twentieths(9),
          },
        },
      },
      title: {
        run: { size: halfPoints(size + 6), bold: true },
        paragraph: { spacing: { after: twentieths(18) } },
      },
      heading1: heading(size + 2),
      heading2: heading(size + 2),
      heading3: heading(size + 1),
      heading4: heading(size, { italics: true }),
      listParagraph: { paragraph: { spacing: { after: twentieths(3) } } },
    },
    paragraphStyles: [
      {
        ...own('Date', 'Date'),
        paragraph: { alignment: AlignmentType.END, spacing: { after: twentieths(24) } },
      },
      { ...own('Salutation', 'Salutation'), paragraph: { spacing: { after: twentieths(12) } } },
      {
        ...own('Quote', 'Quote'),
        run: { italics: true },
        paragraph: { indent: { left: indent * 2, right: indent * 2 } },
      },
      { ...own('Picture', 'Picture'), paragraph: { alignment: AlignmentType.CENTER } },
      {
        ...own('Caption', 'caption'),
        run: { italics: true, size: halfPoints(size - 1.5) },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
  };
}
