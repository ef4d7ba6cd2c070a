import { createState } from 'lexical';
import {
  COMMITMENT_STATUSES,
  PARTS,
  type CommitmentStatus,
  type PartName,
} from '#shared/domain/blocks.ts';

const PART_NAMES: readonly PartName[] = Object.values(PARTS).flat();

/** Which part of its block a part is. A part always has a name, so it is always written down. */
export const partState = createState('part', {
  parse: (json): PartName | '' => PART_NAMES.find(name => name === json) ?? '',
});

/** How a commitment stands. */
export const statusState = createState('status', {
  parse: (json): CommitmentStatus => COMMITMENT_STATUSES.find(status => status === json) ?? 'open',
});
