import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type INumberingOptions,
} from 'docx';
import type { PrintOptions } from '#shared/domain/print.ts';
import type { Letter } from '#shared/output/letter.ts';
import type { PictureSource } from './html-picture.ts';
import { BULLETS, CHECKS, wordParagraphs } from './word-blocks.ts';
import { wordStyles } from './word-styles.ts';

/** Width and height in millimetres. */
const PAPERS = { a4: [210, 297], letter: [215.9, 279.4], a5: [148, 210] } as const;
const MARGINS = { narrow: 18, normal: 25, wide: 34 } as const;
const PIXELS_PER_MM = 96 / 25.4;

/** A letter as a Word document. Its properties name nobody, and say nothing of what is in it. */
export async function toWord(
  letter: Letter,
  options: PrintOptions,
  pictures: PictureSource,
): Promise<Uint8Array> {
  const [width, height] = PAPERS[options.paper];
  const margin = MARGINS[options.margins];
  const lists = numberings();
  const children = wordParagraphs(letter, {
    ...pictures,
    ...lists,
    textWidth: (width - 2 * margin) * PIXELS_PER_MM,
  });
  const twips = convertMillimetersToTwip;
  const edge = twips(margin);
  const document = new Document({
    title: 'Letter',
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: wordStyles(letter.language, options),
    numbering: lists.options(),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: { top: edge, bottom: edge, left: edge, right: edge },
          },
        },
        ...(options.pageNumbers ? { footers: { default: pageNumber() } } : {}),
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** Every numbered list counts by itself: each has a numbering of its own. */
function numberings() {
  const starts: number[] = [];
  const nameOf = (index: number): string => `numbers-${index}`;
  return {
    numbered: (start: number): string => nameOf(starts.push(start) - 1),
    options: (): INumberingOptions => ({
      config: [
        { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
        { reference: CHECKS, levels: levels(() => ({ format: LevelFormat.NONE, text: '' })) },
        ...starts.map((start, index) => ({
          reference: nameOf(index),
          levels: levels(level => ({
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            start: Math.max(start, 0),
          })),
        })),
      ],
    }),
  };
}

const LEVELS = 9;
const INDENT = convertMillimetersToTwip(8);

const levels = (of: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>) =>
  Array.from({ length: LEVELS }, (_, level) => ({
    ...of(level),
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
