import { COMMITMENT_STATUSES, type CommitmentStatus } from '#shared/domain/blocks.ts';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import { commitmentWords } from '../../words/commitments.ts';
import { editCommitment, sayConflict } from './edit-commitment.ts';
import styles from './StatusButtons.module.css';

interface StatusButtonsProps {
  readonly line: LedgerLine;
  readonly tabIndex: number;
}

/** What became of a commitment, as four words of which one is true. */
export function StatusButtons({ line, tabIndex }: StatusButtonsProps) {
  async function choose(status: CommitmentStatus) {
    if (status === line.status) return;
    if ((await editCommitment(line, { status })) === 'conflict') sayConflict();
  }
  return (
    <div role="group" aria-label={commitmentWords.status} className={styles['statuses']}>
      {COMMITMENT_STATUSES.map(status => (
        <button
          key={status}
          type="button"
          className={styles['status']}
          data-status={status}
          tabIndex={tabIndex}
          aria-pressed={status === line.status}
          onClick={() => void choose(status)}
        >
          {commitmentWords.statuses[status]}
        </button>
      ))}
    </div>
  );
}
