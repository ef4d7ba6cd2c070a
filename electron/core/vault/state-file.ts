import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from '../disk/durable-files.ts';
import { canonicalJson } from './canonical-json.ts';
import { seal, unseal } from './sealed.ts';

const epochMs = z.int().nonnegative();

/** What the app remembers of a vault outside its database, from one time to the next. */
const Remembered = z.strictObject({
  /** The newest keyring and the newest database that were ever seen. Older ones were put back. */
  epoch: z.int().nonnegative(),
  saves: z.int().nonnegative(),
  lastUnlockAt: epochMs.nullable(),
  recovery: z.strictObject({ madeAt: epochMs, confirmedAt: epochMs.nullable() }).nullable(),
  /** The last check of each backup. */
  checks: z.record(z.string(), z.strictObject({ at: epochMs, sound: z.boolean() })),
  /** When a backup was last brought back for trial, and found whole. */
  drilledAt: epochMs.nullable(),
  /** The code of the error for which the last backup could not be made. */
  backupProblem: z.string().nullable(),
  /** When it was noticed that something older was put back, and how many saves that had seen. */
  forks: z.array(z.strictObject({ at: epochMs, saves: z.int().nonnegative() })).default([]),
});
export type Remembered = z.infer<typeof Remembered>;

const StateFile = z.strictObject({ format: z.literal(1), sealed: z.string() });

export const NOTHING_REMEMBERED: Remembered = {
  epoch: 0,
  saves: 0,
  lastUnlockAt: null,
  recovery: null,
  checks: {},
  drilledAt: null,
  backupProblem: null,
  forks: [],
};

export const stateFilePath = (folder: string): string => join(folder, 'state.json');

interface Seal {
  readonly key: Buffer;
  readonly vaultId: string;
}

/**
 * What was remembered, or nothing: someone may delete the file, but not change a word of it. It is
 * sealed and not only signed, because it tells when someone was here.
 */
export function readState(folder: string, { key, vaultId }: Seal): Remembered {
  const file = StateFile.safeParse(parseJson(readIfThere(stateFilePath(folder))));
  if (!file.success) return NOTHING_REMEMBERED;
  const plain = unseal(Buffer.from(file.data.sealed, 'base64'), key, boundTo(vaultId));
  return Remembered.safeParse(parseJson(plain)).data ?? NOTHING_REMEMBERED;
}

export function writeState(folder: string, state: Remembered, { key, vaultId }: Seal): void {
  const sealed = seal(Buffer.from(canonicalJson(state)), key, boundTo(vaultId)).toString('base64');
  replaceFile(stateFilePath(folder), Buffer.from(canonicalJson({ format: 1, sealed })));
}

const boundTo = (vaultId: string): string => `amends1/state|${vaultId}`;

function parseJson(text: Buffer | undefined): unknown {
  try {
    return text && JSON.parse(text.toString('utf8'));
  } catch {
    return undefined; // Not JSON is one of the ways to be damaged, which the schema reports.
  }
}
