import type { CopiesThatHold } from '#shared/domain/trash.ts';
import type { AppError } from '#shared/errors.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { trashWords } from '../../words/trash.ts';
import { CopiesList } from './CopiesList.tsx';
import styles from './LetGoDialog.module.css';

interface StillHeldProps {
  readonly by: CopiesThatHold | null;
  readonly failure: AppError | null;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

const text = trashWords.after;

/** What was erased is gone from the vault, and not from every copy: which, and what can be done. */
export function StillHeld({ by, failure, onAgain, onClose }: StillHeldProps) {
  return (
    <Dialog
      title={text.title}
      width="small"
      onClose={onClose}
      footer={
        <>
          {failure !== null && <Button onClick={onAgain}>{text.again}</Button>}
          <Button variant="primary" onClick={onClose}>
            {text.done}
          </Button>
        </>
      }
    >
      <div className={styles['text']}>
        {failure !== null && (
          <>
            <p>{text.failed}</p>
            <Failure {...describeError(failure)} />
          </>
        )}
        {by !== null && <CopiesList lead={text.copies} held={by} />}
      </div>
    </Dialog>
  );
}
