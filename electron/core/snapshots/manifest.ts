import { z } from 'zod';
import { Day } from '#shared/domain/day.ts';
import { SnapshotId, SnapshotReason, WritingCounts } from '#shared/domain/snapshot.ts';
import { readIfThere } from '../disk/durable-files.ts';
import { seal, unseal } from '../vault/sealed.ts';
import type { SnapshotPlace } from './places.ts';

/** What a backup should hold: it is compared with this whenever it is checked. */
const Manifest = z.strictObject({
  format: z.literal(1),
  id: SnapshotId,
  madeAt: z.int().nonnegative(),
  /** The local day on which it was made. */
  day: Day,
  reason: SnapshotReason,
  /** The schema version of its database, and how many transactions that had seen. */
  schema: z.int().positive(),
  saves: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  counts: WritingCounts,
  /** The mark of each entry's text. */
  marks: z.record(z.string(), z.string()),
  /** One mark of everything in the database. */
  contents: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

interface Seal {
  readonly key: Buffer;
  readonly vaultId: string;
}

/** The bytes of a manifest: sealed, because even how much was written, and when, is private. */
export const manifestBytes = (manifest: Manifest, { key, vaultId }: Seal): Buffer =>
  seal(Buffer.from(JSON.stringify(manifest)), key, `amends1/manifest|${vaultId}`);

/** What a manifest says, or undefined if anything about it is not as it was written. */
export function readManifest(bytes: Buffer, { key, vaultId }: Seal): Manifest | undefined {
  const plain = unseal(bytes, key, `amends1/manifest|${vaultId}`);
  return plain && Manifest.parse(JSON.parse(plain.toString('utf8')));
}

export function manifestOf(place: SnapshotPlace, sealed: Seal): Manifest | undefined {
  const bytes = readIfThere(place.manifest);
  return bytes && readManifest(bytes, sealed);
}
