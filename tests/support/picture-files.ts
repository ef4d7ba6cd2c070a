import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** A picture file as a program or a camera would hand it over. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PNG of one colour with a band of another, see-through if asked for. */
export function aPng(name: string, width: number, height: number, alpha = 255): PictureFile {
  const row = (y: number) => {
    const [r, g, b] = y % 40 < 20 ? [36, 86, 78] : [243, 238, 229];
    return Buffer.concat([
      Buffer.from([0]),
      Buffer.alloc(width * 4, Buffer.from([r, g, b, alpha])),
    ]);
  };
  const pixels = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** A photograph that the page's own browser makes, with a note such as cameras write beside the pixels. */
export async function aPhotograph(
  page: Page,
  size: { readonly width: number; readonly height: number },
  note: string,
): Promise<PictureFile> {
  const base64 = await page.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d');
    if (drawing === null) throw new Error('nothing to draw on');
    const sky = drawing.createLinearGradient(0, 0, width, height);
    sky.addColorStop(0, '#8fb7c9');
    sky.addColorStop(1, '#d9a066');
    drawing.fillStyle = sky;
    drawing.fillRect(0, 0, width, height);
    drawing.fillStyle = '#24564e';
    drawing.fillRect(0, height * 0.7, width, height * 0.3);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCodePoint(byte);
    return btoa(text);
  }, size);
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: withExif(base64, note) };
}

/** The place a photograph was taken travels in a segment before the pixels. */
function withExif(base64: string, note: string): Buffer {
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(note, 'latin1')]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    length,
    exif,
    jpeg.subarray(2),
  ]);
}

/** Pastes files where the caret is, as a browser or a file manager puts them on the clipboard. */
export async function pasteFiles(page: Page, files: readonly PictureFile[]): Promise<void> {
  await page.evaluate(given => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), sign => sign.codePointAt(0) ?? 0);
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    const event = { clipboardData: transfer, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event));
  }, files.map(sent));
}

/** Drags files over a place of the window and lets them go there; says whether the page took them. */
export async function dropFiles(
  page: Page,
  files: readonly PictureFile[],
  at: { readonly x: number; readonly y: number },
): Promise<boolean> {
  return page.evaluate(
    ({ given, x, y }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), sign => sign.codePointAt(0) ?? 0);
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      const over = document.elementFromPoint(x, y);
      const fire = (type: string) =>
        over?.dispatchEvent(
          new DragEvent(type, {
            dataTransfer: transfer,
            clientX: x,
            clientY: y,
            bubbles: true,
            cancelable: true,
          }),
        );
      const isTaken = fire('dragover') === false;
      fire('drop');
      return isTaken;
    },
    { given: files.map(sent), ...at },
  );
}

const sent = ({ name, mimeType, buffer }: PictureFile) => ({
  name,
  mimeType,
  base64: buffer.toString('base64'),
});
