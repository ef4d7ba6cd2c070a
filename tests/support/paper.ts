import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Copy } from '#shared/domain/audience.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { PrintOptions } from '#shared/domain/print.ts';

export interface Printed {
  readonly id: EntryId;
  readonly options: PrintOptions;
  readonly copy: Copy;
}

/** Writes the PDF of a letter, the very one that its preview shows, to a file. */
export async function writePdf(page: Page, printed: Printed, file: string): Promise<void> {
  const base64 = await page.evaluate(async asked => {
    const { bridge } = window as unknown as {
      bridge: { invoke: (name: string, input: unknown) => Promise<{ value: { pdf: Uint8Array } }> };
    };
    const { pdf } = (await bridge.invoke('shell.printPreview', asked)).value;
    let binary = '';
    for (const byte of pdf) binary += String.fromCharCode(byte);
    return btoa(binary);
  }, printed);
  writeFileSync(file, Buffer.from(base64, 'base64'));
}

/** Signs of direction, joiners and the choice of a coloured glyph: none of them is ink. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;

/** What can be read in a PDF, in its order, without the signs that only say which way to read. */
export const wordsOf = (file: string): string =>
  execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    .normalize('NFKC')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** The same without spaces: where a line breaks says nothing of what was written. */
export const lettersOf = (text: string): string =>
  text.normalize('NFKC').replaceAll(UNSEEN, '').replaceAll(/\s/gu, '');

export const pagesOf = (file: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** A page as a picture: one byte a dot, 0 for ink and 255 for paper. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export const DOTS_PER_INCH = 36;

/** The pages of a PDF as pictures, as another program draws them. */
export function picturesOf(file: string): Picture[] {
  const root = `${file}-page`;
  execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-gray', file, root]);
  const count = pagesOf(file);
  return Array.from({ length: count }, (_, index) => {
    const path = `${root}-${String(index + 1).padStart(String(count).length, '0')}.pgm`;
    const picture = parsePgm(readFileSync(path));
    rmSync(path);
    return picture;
  });
}

function parsePgm(bytes: Buffer): Picture {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  const [all = '', width = '', height = ''] = head ?? [];
  return {
    width: Number(width),
    height: Number(height),
    dots: new Uint8Array(bytes.subarray(all.length)),
  };
}

/** The smallest distance of any ink from an edge of the page, in millimetres. */
export function marginOf({ width, height, dots }: Picture): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((dots[y * width + x] ?? 255) > 240) continue;
      nearest = Math.min(nearest, x, y, width - 1 - x, height - 1 - y);
    }
  }
  return (nearest / DOTS_PER_INCH) * 25.4;
}
