import { z } from 'zod';
import {
  IMPORT_LIMITS,
  ImportAnswer,
  ImportId,
  ImportMessage,
  ImportPlace,
  ImportPreview,
  ImportProblemReason,
  ImportProgress,
  ImportTaken,
} from '../domain/import.ts';
import { nothing, Passphrase, procedure } from './procedure.ts';

/** What comes into the app: asked by pages. */
export const importContract = {
  'imports.progress': procedure(ImportId, ImportProgress),
  /** Opens the sealed file that is waiting, or leaves it out. Only the process that reads it hears it. */
  'imports.openSealed': procedure(
    z.strictObject({ id: ImportId, passphrase: Passphrase.nullable() }),
    nothing,
  ),
  'imports.preview': procedure(ImportId, ImportPreview),
  /** Takes in what was read: all of it or nothing, after a backup. */
  'imports.take': procedure(
    z.strictObject({
      id: ImportId,
      place: ImportPlace,
      /** Leaves out letters that are here already. */
      skipHere: z.boolean(),
    }),
    ImportTaken,
  ),
};

const FileName = z.string().max(300);

/**
 * Asked by the main process only, and `imports.receive` on behalf of the process that reads files:
 * what it says is checked here like everything else from outside.
 */
export const importMainContract = {
  /** What was chosen, by the names that are shown. */
  'imports.begin': procedure(
    z.strictObject({ names: z.array(FileName).max(IMPORT_LIMITS.files) }),
    z.strictObject({ id: ImportId }),
  ),
  'imports.receive': procedure(
    z.strictObject({ id: ImportId, message: ImportMessage }),
    ImportAnswer,
  ),
  /** A file whose reading ended before it was done. */
  'imports.failed': procedure(
    z.strictObject({
      id: ImportId,
      file: z.int().nonnegative(),
      reason: ImportProblemReason,
    }),
    nothing,
  ),
  /** Lets go of an import that was not taken in. */
  'imports.cancel': procedure(ImportId, nothing),
};
