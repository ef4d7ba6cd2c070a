import { z } from 'zod';
import { PictureId } from './ids.ts';

/** What a scaled picture may weigh: 2,000 pixels a side stay well below it. */
export const PICTURE_MAX_BYTES = 12 * 1024 * 1024;
/** The longest side of a picture in the vault, in pixels. */
export const PICTURE_MAX_SIDE = 2000;

/** What the vault takes; anything else is drawn anew as one of these before it is sent. */
export const PictureType = z.enum(['image/png', 'image/jpeg', 'image/webp']);
export type PictureType = z.infer<typeof PictureType>;

const side = z.int().positive().max(PICTURE_MAX_SIDE);

export const NewPicture = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  mediaType: PictureType,
  width: side,
  height: side,
});
export type NewPicture = z.infer<typeof NewPicture>;

export const Picture = NewPicture.extend({ id: PictureId });
export type Picture = z.infer<typeof Picture>;
