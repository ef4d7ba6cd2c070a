import { z } from 'zod';
import { Day } from './day.ts';
import { EntryId } from './ids.ts';

const epochMs = z.int().nonnegative();

/** A backup: when it was made, in UTC, and four digits that tell two of one second apart. */
export const SnapshotId = z
  .string()
  .regex(/^\d{8}-\d{6}-[0-9a-f]{4}$/)
  .brand<'SnapshotId'>();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** Why a backup was made. */
export const SnapshotReason = z.enum([
  'daily',
  'session',
  'asked',
  'before-migration',
  'before-passphrase',
  'before-restore',
  'before-import',
  'after-erasing',
  'new-keys',
]);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

/** How much writing there is, in the vault or in a backup. */
export const WritingCounts = z.strictObject({
  entries: z.int().nonnegative(),
  revisions: z.int().nonnegative(),
  /** Different days that the writing is dated. */
  days: z.int().nonnegative(),
});
export type WritingCounts = z.infer<typeof WritingCounts>;

export const Snapshot = z.strictObject({
  id: SnapshotId,
  madeAt: epochMs,
  bytes: z.int().nonnegative(),
  /** When it was last opened and compared with what it should hold, and whether that was all there. */
  checkedAt: epochMs,
  sound: z.boolean(),
  /** Null when what describes the backup can not be read: then it is not sound either. */
  reason: SnapshotReason.nullable(),
  counts: WritingCounts.nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Whether a new backup also reached the second place. */
export const SecondCopy = z.enum(['none', 'made', 'unreachable']);
export type SecondCopy = z.infer<typeof SecondCopy>;

export const SnapshotMade = z.strictObject({ snapshot: Snapshot, secondCopy: SecondCopy });
export type SnapshotMade = z.infer<typeof SnapshotMade>;

export const SnapshotOverview = z.strictObject({
  /** The newest first. */
  snapshots: z.array(Snapshot),
  /** They may take up a fifth of what is free beside them, and there is little: the oldest go sooner. */
  shortOfRoom: z.boolean(),
  secondLocation: z.string().nullable(),
  /** When a backup was last brought back for trial, and found whole. */
  drilledAt: epochMs.nullable(),
  /** The code of the error for which the last backup could not be made; null if it was made. */
  problem: z.string().nullable(),
});
export type SnapshotOverview = z.infer<typeof SnapshotOverview>;

export const PreviewedEntry = z.strictObject({
  id: EntryId,
  /** '' while it is sealed. */
  title: z.string(),
  writtenOn: Day,
  sealedUntil: Day.nullable(),
});
export type PreviewedEntry = z.infer<typeof PreviewedEntry>;

/** What a backup holds, beside what the vault holds now. */
export const SnapshotPreview = z.strictObject({
  past: WritingCounts,
  now: WritingCounts,
  /** In the backup, and no longer here or in the trash: these would come back. */
  missing: z.array(PreviewedEntry),
  /** In both, with another text. Named as they are now. */
  changed: z.array(PreviewedEntry),
  /** Here, and not yet in the backup. */
  newer: z.array(PreviewedEntry),
});
export type SnapshotPreview = z.infer<typeof SnapshotPreview>;

/**
 * Where the text of a backup goes when the vault holds another one for the same entry: among the
 * kept versions of that entry, or into an entry of its own. What is there now always stays.
 */
export const DifferingText = z.enum(['version', 'entry']);
export type DifferingText = z.infer<typeof DifferingText>;

export const SnapshotRestored = z.strictObject({
  broughtBack: z.int().nonnegative(),
  keptBeside: z.int().nonnegative(),
  /** The backup of what was there before. */
  safety: SnapshotId,
});
export type SnapshotRestored = z.infer<typeof SnapshotRestored>;
