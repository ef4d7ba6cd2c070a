import type { ExportWritten } from '#shared/domain/export.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import styles from './Export.module.css';

interface DoneDialogProps {
  readonly written: ExportWritten;
  readonly isSealed: boolean;
  readonly onAnother: () => void;
  readonly onReceipts: () => void;
  readonly onClose: () => void;
}

/** Where it is, how much, and what to think of now. */
export function DoneDialog({ written, isSealed, onAnother, onReceipts, onClose }: DoneDialogProps) {
  const { path, files, entries, hasReceipt } = written;
  return (
    <Dialog
      title={exportWords.done}
      onClose={onClose}
      footer={
        <>
          <span className={styles['aside']}>
            <Button variant="quiet" icon="history" onClick={onReceipts}>
              {exportWords.receipts.title}
            </Button>
          </span>
          <Button onClick={onAnother}>{exportWords.another}</Button>
          <Button variant="primary" onClick={onClose}>
            {words.common.done}
          </Button>
        </>
      }
    >
      <div className={styles['done']}>
        <p role="status">{exportWords.written(entries, files)}</p>
        <p className={styles['path']}>{path}</p>
        <p className={styles['quiet']}>
          {isSealed ? exportWords.sealOpens : exportWords.notLocked}
        </p>
        {!hasReceipt && <Notice>{exportWords.noReceipt}</Notice>}
      </div>
    </Dialog>
  );
}
