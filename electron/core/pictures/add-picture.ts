import { createHash } from 'node:crypto';
import { PictureId } from '#shared/domain/ids.ts';
import { PICTURE_MAX_BYTES, type NewPicture, type PictureType } from '#shared/domain/picture.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Session } from '../session.ts';
import { insertPicture } from './repository.ts';

/** Takes a picture into the vault. Its id is made of its bytes, so the same one is kept once. */
export function addPicture({ write }: Session, picture: NewPicture): Result<PictureId, AppError> {
  const { bytes } = picture;
  const problem = pictureProblem(picture);
  if (problem !== null) return err(problem);
  const id = PictureId.parse(createHash('sha256').update(bytes).digest('hex'));
  // Nothing that a page shows changes before a letter shows it.
  return write([], db => {
    insertPicture(db, { ...picture, id });
    return ok(id);
  });
}

/** Why a picture can not be kept; null if it can. */
export function pictureProblem({ bytes, mediaType }: NewPicture): AppError | null {
  if (bytes.length > PICTURE_MAX_BYTES) {
    return { code: 'picture.tooLarge', limit: PICTURE_MAX_BYTES };
  }
  return SIGNATURES[mediaType](bytes) ? null : { code: 'picture.unreadable' };
}

const holds = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** How a file of each type begins. */
const SIGNATURES: Readonly<Record<PictureType, (bytes: Uint8Array) => boolean>> = {
  'image/png': bytes => holds(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/jpeg': bytes => holds(bytes, 0, [0xff, 0xd8, 0xff]),
  // "RIFF", four bytes of length, "WEBP"
  'image/webp': bytes =>
    holds(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && holds(bytes, 8, [0x57, 0x45, 0x42, 0x50]),
};
