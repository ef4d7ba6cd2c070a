import { z } from 'zod';
import { Day } from './day.ts';
import { EntrySummary } from './entry.ts';

/** How long what was deleted is kept. */
export const DAYS_IN_TRASH = 30;

/**
 * On how many different days the vault must have been opened after that before it is erased: a
 * clock that is wrong once must not empty the trash.
 */
export const DAYS_THAT_ERASE = 3;

/** How many can be deleted, brought back or let go of at once: a vault that was written in for years. */
export const AT_ONCE_MAX = 10_000;

/** A deleted entry, while it can still be brought back. */
export const TrashedEntry = EntrySummary.extend({
  /** Epoch milliseconds. */
  deletedAt: z.int().nonnegative(),
  /** The local day from which on it is due: the third day after that on which the vault is opened erases it. */
  goesOn: Day,
});
export type TrashedEntry = z.infer<typeof TrashedEntry>;

/** A backup, or a database that was put aside, and whether an entry is in it. */
export const HoldingCopy = z.strictObject({
  path: z.string(),
  kind: z.enum(['backup', 'second-place', 'migration', 'recovered', 'damaged']),
  /** Epoch milliseconds. */
  madeAt: z.int().nonnegative(),
  /**
   * `surely`: it is in it, beside nothing that is not here. `more`: there may also be writing in it
   * that is nowhere else. `perhaps`: it can not be read.
   */
  holds: z.enum(['surely', 'more', 'perhaps']),
});
export type HoldingCopy = z.infer<typeof HoldingCopy>;

/** Where an entry is besides the vault itself. */
export const CopiesThatHold = z.strictObject({
  /** The newest first. */
  copies: z.array(HoldingCopy),
  /** The second place for backups, when it can not be reached now: what is in it is not known. */
  unreachable: z.string().nullable(),
});
export type CopiesThatHold = z.infer<typeof CopiesThatHold>;
