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

/** A deleted entry, while it can still be brought back. */
export const TrashedEntry = EntrySummary.extend({
  /** Epoch milliseconds. */
  deletedAt: z.int().nonnegative(),
  /** The local day from which on it is due: the third day after that on which the vault is opened erases it. */
  goesOn: Day,
});
export type TrashedEntry = z.infer<typeof TrashedEntry>;

/** A file in the folder of the vault that was made while an entry was there. */
export const HoldingCopy = z.strictObject({
  path: z.string(),
  kind: z.enum(['migration', 'snapshot', 'recovered']),
  /** Epoch milliseconds. */
  madeAt: z.int().nonnegative(),
});
export type HoldingCopy = z.infer<typeof HoldingCopy>;
