import { z } from 'zod';
import { Copy } from '../domain/audience.ts';
import {
  ExportId,
  ExportPreview,
  ExportProgress,
  ExportRequest,
  ExportTarget,
  ExportTurn,
  Receipt,
  Removal,
} from '../domain/export.ts';
import { EntryId } from '../domain/ids.ts';
import { Letter } from '../output/letter.ts';
import { nothing, Passphrase, path, procedure } from './procedure.ts';

/** What leaves the app: asked by pages and by the main process. */
export const exportContract = {
  /** What an export would write, what stays out of it, and which questions come before it. */
  'exports.preview': procedure(ExportRequest, ExportPreview),
  /** A letter whole, each passage with its mark, and what of it stays out of a copy. */
  'exports.previewLetter': procedure(
    z.strictObject({ id: EntryId, copy: Copy }),
    z.strictObject({ letter: Letter, removals: z.array(Removal) }),
  ),
  /**
   * The person decided: what `shell.runExport` will write. With a passphrase, it becomes one file
   * that only opens with it; the passphrase goes straight to the vault, and is kept in no file.
   */
  'exports.prepare': procedure(
    z.strictObject({ request: ExportRequest, passphrase: Passphrase.nullable() }),
    z.strictObject({ id: ExportId }),
  ),
  'exports.progress': procedure(ExportId, ExportProgress),
  /** Ends an export; nothing that it wrote is left. */
  'exports.cancel': procedure(ExportId, nothing),
  /** What left the app, the newest first. */
  'exports.receipts': procedure(nothing, z.array(Receipt)),
};

/**
 * Asked by the main process only: a page can not name a place on the disk that the person did not
 * choose in a dialog.
 */
export const mainOnlyContract = {
  'exports.target': procedure(ExportId, ExportTarget),
  /** The chosen file, or the folder in which a new one is made. */
  'exports.begin': procedure(z.strictObject({ id: ExportId, path }), nothing),
  /** Does a little of it, so that saves go on meanwhile. After an error nothing of it is left. */
  'exports.next': procedure(ExportId, ExportTurn),
  'exports.rendered': procedure(
    z.strictObject({ id: ExportId, pdf: z.instanceof(Uint8Array) }),
    nothing,
  ),
  /** A letter went to the printer or into a PDF by itself: a receipt of it is kept. */
  'exports.keepReceipt': procedure(
    z.strictObject({
      id: EntryId,
      audience: Copy.shape.audience,
      format: z.enum(['paper', 'pdf']),
    }),
    nothing,
  ),
};
