import {
  PICTURE_MAX_BYTES,
  PICTURE_MAX_SIDE,
  type NewPicture,
  type PictureType,
} from '#shared/domain/picture.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

const JPEG_QUALITY = 0.85;
/** A drawing or a screenshot is sharper as PNG; a photograph of that form would be many times larger. */
const SMALL_PNG_BYTES = 500 * 1024;
/** A file larger than this is hardly a picture, and could take the window's memory. */
const FILE_MAX_BYTES = 100 * 1024 * 1024;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture anew at the size a letter needs. Only the pixels are kept: what a camera wrote
 * beside them, such as the place, is gone, and of moving pictures the first moment is left.
 */
export async function scalePicture(file: Blob): Promise<Result<NewPicture, AppError>> {
  if (file.size > FILE_MAX_BYTES) {
    return err({ code: 'picture.tooLarge', limit: FILE_MAX_BYTES });
  }
  const source = await decode(file);
  if (source === null) return err({ code: 'picture.unreadable' });
  const size = fitted(source);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (drawing === null) return err({ code: 'picture.unreadable' });
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(source.image, 0, 0, size.width, size.height);
  source.close();
  const blob = await encode(canvas, drawing, file.type);
  if (blob.size > PICTURE_MAX_BYTES) {
    return err({ code: 'picture.tooLarge', limit: PICTURE_MAX_BYTES });
  }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return ok({ bytes, mediaType: typeOf(blob), ...size });
}

/** The size at which the longer side is no longer than a letter needs. */
export function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, PICTURE_MAX_SIDE / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

interface Decoded extends Size {
  readonly image: CanvasImageSource;
  readonly close: () => void;
}

async function decode(file: Blob): Promise<Decoded | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap !== null) {
    const { width, height } = bitmap;
    return { image: bitmap, width, height, close: () => bitmap.close() };
  }
  return file.type === 'image/svg+xml' ? decodeDrawing(file) : null;
}

/** A drawing made of lines has to be drawn as a page would; it runs no script and fetches nothing there. */
async function decodeDrawing(file: Blob): Promise<Decoded | null> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  const isDecoded = await image.decode().then(
    () => true,
    () => false,
  );
  const { naturalWidth: width, naturalHeight: height } = image;
  const close = () => URL.revokeObjectURL(url);
  if (isDecoded && width > 0 && height > 0) return { image, width, height, close };
  close();
  return null;
}

async function encode(
  canvas: OffscreenCanvas,
  drawing: OffscreenCanvasRenderingContext2D,
  sourceType: string,
): Promise<Blob> {
  const isPhotograph = sourceType === 'image/jpeg';
  if (!isPhotograph) {
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= SMALL_PNG_BYTES || hasTransparency(drawing, canvas)) return png;
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

function hasTransparency(drawing: OffscreenCanvasRenderingContext2D, size: Size): boolean {
  const { data } = drawing.getImageData(0, 0, size.width, size.height);
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  return false;
}

const typeOf = ({ type }: Blob): PictureType => (type === 'image/png' ? 'image/png' : 'image/jpeg');
