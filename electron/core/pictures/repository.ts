import type { PictureId } from '#shared/domain/ids.ts';
import type { Picture, PictureType } from '#shared/domain/picture.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import type { Write } from '../session.ts';

interface PictureRow {
  readonly id: PictureId;
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/** A picture with its bytes. */
export function findPicture(db: ReadDb, id: PictureId): Picture | undefined {
  const row = prepare<PictureRow>(
    db,
    'SELECT id, media_type AS mediaType, width, height, bytes FROM picture WHERE id = @id',
  ).get({ id });
  // A copy of its own: what is sent to a page takes all the memory below it along.
  return row && { ...row, bytes: new Uint8Array(row.bytes) };
}

/** Whether the vault has the bytes of a picture. */
export const hasPicture = (db: ReadDb, id: PictureId): boolean =>
  prepare(db, 'SELECT 1 FROM picture WHERE id = @id').get({ id }) !== undefined;

/** Keeps a picture; one that is there already is there once. */
export function insertPicture(db: WriteDb, picture: Picture): void {
  prepare(
    db,
    `INSERT INTO picture (id, media_type, width, height, bytes)
     VALUES (@id, @mediaType, @width, @height, @bytes)
     ON CONFLICT (id) DO NOTHING`,
  ).run({ ...picture });
}

/** Whether no text shows it: no entry, in the trash or not, and no earlier text of one. */
const UNUSED = `NOT EXISTS (SELECT 1 FROM picture_use WHERE picture_id = picture.id)
  AND NOT EXISTS (SELECT 1 FROM revision WHERE instr(document, picture.id) > 0)`;

/** The pictures that no text shows. Within a session they are kept, for the editor's undo. */
export const unusedPictures = (db: ReadDb): PictureId[] =>
  prepare<{ id: PictureId }>(db, `SELECT id FROM picture WHERE ${UNUSED}`)
    .all()
    .map(({ id }) => id);

/** Removes the pictures that nothing shows any more, but for some. */
export function removeUnused(db: WriteDb, but: readonly PictureId[]): void {
  prepare(
    db,
    `DELETE FROM picture WHERE ${UNUSED} AND id NOT IN (SELECT value FROM json_each(@but))`,
  ).run({ but: JSON.stringify(but) });
}

/**
 * Removes the pictures that nothing uses any more. Only where no session is: while one lasts, the
 * editor's undo may bring a picture back.
 */
export function sweepPictures(db: ReadDb, write: Write): Result<void, AppError> {
  const unused = prepare(db, `SELECT 1 FROM picture WHERE ${UNUSED} LIMIT 1`).get();
  if (unused === undefined) return ok(undefined);
  return write([], writable => {
    prepare(writable, `DELETE FROM picture WHERE ${UNUSED}`).run();
    return ok(undefined);
  });
}
