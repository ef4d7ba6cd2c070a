import { existsSync, readFileSync, renameSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { VaultId, VaultName } from '#shared/domain/listed-vault.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { saveFile } from './save-file.ts';

const Folder = z.string().max(4096).refine(isAbsolute);

const VaultPlace = z.strictObject({
  id: VaultId,
  name: VaultName,
  folder: Folder,
  /** Where it was before, and where its old copy may still be. */
  movedFrom: Folder.nullable(),
});
export type VaultPlace = z.infer<typeof VaultPlace>;

/** Every vault that was ever made or opened here, and the one that was open last. */
const VaultList = z
  .strictObject({ format: z.literal(1), current: VaultId, vaults: z.array(VaultPlace).max(500) })
  .refine(({ current, vaults }) => vaults.some(({ id }) => id === current))
  .refine(({ vaults }) => new Set(vaults.map(({ id }) => id)).size === vaults.length);
export type VaultList = z.infer<typeof VaultList>;

interface ReadList {
  /** Null when there is none: then there is the one vault in its usual place. */
  readonly list: VaultList | null;
  readonly isPutAside: boolean;
}

/** Reads the list. One that can not be read is put aside, with its date, and never overwritten. */
export function readVaultList(file: string): ReadList {
  if (!existsSync(file)) return { list: null, isPutAside: false };
  try {
    return { list: VaultList.parse(JSON.parse(readFileSync(file, 'utf8'))), isPutAside: false };
  } catch {
    putAside(file);
    return { list: null, isPutAside: true };
  }
}

function putAside(file: string): void {
  const now = new Date().toISOString().replaceAll(/[:.]/g, '-');
  try {
    renameSync(file, file.replace(/\.json$/, `.damaged-${now}.json`));
  } catch (error) {
    // A folder in which nothing can be renamed takes no new list either.
    console.error('list of vaults not put aside:', (error as NodeJS.ErrnoException).code);
  }
}

/** Writes the list, whole or not at all. */
export const writeVaultList = (file: string, list: VaultList): Promise<Result<void, AppError>> =>
  saveFile(file, Buffer.from(`${JSON.stringify(list, null, 2)}\n`));
