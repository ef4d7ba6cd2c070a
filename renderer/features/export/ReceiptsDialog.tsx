import { useQuery } from '@tanstack/react-query';
import type { Receipt } from '#shared/domain/export.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { dayOfEntry, titleOrUntitled } from '../../words/entry-title.ts';
import { exportWords } from '../../words/export.ts';
import { momentOf } from '../../words/moment.ts';
import styles from './Export.module.css';

/** More names than anyone reads are only counted. */
const NAMED = 20;

interface ReceiptsDialogProps {
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What left the app, the newest first. */
export function ReceiptsDialog({ onBack, onClose }: ReceiptsDialogProps) {
  const { data: receipts, error } = useQuery(queries.receipts);
  return (
    <Dialog
      title={exportWords.receipts.title}
      onClose={onClose}
      footer={<Button onClick={onBack}>{exportWords.receipts.back}</Button>}
    >
      <p className={styles['lead']}>{exportWords.receipts.lead}</p>
      {error !== null && <Failure {...describeThrown(error)} />}
      {receipts?.length === 0 && <p role="status">{exportWords.receipts.none}</p>}
      {receipts !== undefined && receipts.length > 0 && (
        <ul className={styles['receipts']} aria-label={exportWords.receipts.title}>
          {receipts.map(receipt => (
            <ReceiptRow key={receipt.id} receipt={receipt} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function ReceiptRow({ receipt }: { readonly receipt: Receipt }) {
  const { locale } = useShellInfo();
  const { at, audience, format, isSealed, entries, entryCount } = receipt;
  const about = [
    exportWords.receipts.audience[audience],
    exportWords.receipts.format(format, isSealed),
    exportWords.receipts.letters(entryCount),
  ].join(' · ');
  return (
    <li>
      <p className={styles['when']}>{momentOf(at, locale)}</p>
      <p className={styles['quiet']}>{about}</p>
      <ul className={styles['kept']}>
        {entries.slice(0, NAMED).map(entry => (
          <li key={entry.id}>
            <SealMark of={entry} />
            <span dir="auto">{titleOrUntitled(entry)}</span>{' '}
            <span className={styles['day']}>{dayOfEntry(entry, locale)}</span>
          </li>
        ))}
      </ul>
      {entries.length > NAMED && (
        <p className={styles['quiet']}>{exportWords.receipts.andMore(entries.length - NAMED)}</p>
      )}
      {entryCount > entries.length && (
        <p className={styles['quiet']}>
          {exportWords.receipts.erased(entryCount - entries.length)}
        </p>
      )}
    </li>
  );
}
