import { z } from 'zod';
import { COMMITMENT_STATUSES } from './blocks.ts';
import { Day } from './day.ts';
import { EntryId, JourneyId } from './ids.ts';

export const CommitmentStatus = z.enum(COMMITMENT_STATUSES);

const text = z.string();

/** A commitment as it stands in a document, in plain text. */
export const Commitment = z.strictObject({
  who: text,
  what: text,
  /** As it was written, such as "every Sunday" or "17 May". */
  by: text,
  notice: text,
  status: CommitmentStatus,
});
export type Commitment = z.infer<typeof Commitment>;

/** A line of the ledger: a commitment, and where it stands. The document is the only truth of it. */
export const LedgerLine = Commitment.extend({
  entryId: EntryId,
  entryTitle: z.string(),
  journeyId: JourneyId.nullable(),
  writtenOn: Day,
  /** The day that `by` names, seen from the day of the letter; null for none. */
  due: Day.nullable(),
  /** Which of the document's commitments it is, counted from 0, in this version of it. */
  index: z.int().nonnegative(),
  version: z.int().positive(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

const edited = z.string().max(4000).optional();

/** A change made in the ledger; what is left out stays as it is. */
export const CommitmentEdit = z.strictObject({
  entryId: EntryId,
  version: z.int().positive(),
  index: z.int().nonnegative(),
  change: z.strictObject({
    status: CommitmentStatus.optional(),
    who: edited,
    what: edited,
    by: edited,
    notice: edited,
  }),
});
export type CommitmentEdit = z.infer<typeof CommitmentEdit>;
