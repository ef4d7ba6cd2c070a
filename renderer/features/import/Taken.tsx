import type { ImportTaken } from '#shared/domain/import.ts';
import { goTo, undoInVault } from '../../actions/navigate.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';

interface TakenProps {
  readonly taken: ImportTaken;
  readonly onClose: () => void;
}

/** What came in, and the one press that takes it out again. */
export function Taken({ taken, onClose }: TakenProps) {
  const { entries, pictures, skipped } = taken;

  function undo() {
    onClose();
    void undoInVault('history.undo');
  }

  function show() {
    onClose();
    void goTo({ name: 'writing' });
  }

  return (
    <Dialog
      title={importWords.doneTitle}
      onClose={onClose}
      width="small"
      footer={
        <>
          <Button onClick={undo}>{importWords.undo}</Button>
          <Button variant="primary" onClick={show}>
            {importWords.show}
          </Button>
        </>
      }
    >
      <div className={styles['done']} role="status">
        <p>{importWords.done(entries, pictures)}</p>
        {skipped > 0 && <p>{importWords.skipped(skipped)}</p>}
        <p>{importWords.filesStay}</p>
        <p className={styles['note']}>{importWords.undoNote}</p>
      </div>
    </Dialog>
  );
}
