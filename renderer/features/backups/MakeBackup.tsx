import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { backupWords } from '../../words/backups.ts';
import styles from './Backups.module.css';
import { lookAgain, sentencesFor } from './outcome.ts';

/** Makes a backup now, or proves that the newest one can be brought back. */
export function MakeBackup({ canTry }: { readonly canTry: boolean }) {
  const [busy, setBusy] = useState<'make' | 'drill' | null>(null);
  const [said, setSaid] = useState('');

  async function run<T>(
    what: 'make' | 'drill',
    work: () => Promise<Result<T, AppError>>,
    done: (value: T) => string,
  ) {
    setBusy(what);
    setSaid('');
    const reply = await work();
    await lookAgain();
    setBusy(null);
    setSaid(reply.ok ? done(reply.value) : sentencesFor(reply.error));
  }

  const make = () =>
    run(
      'make',
      () => call('snapshots.make'),
      ({ secondCopy }) => backupWords.made[secondCopy],
    );
  const drill = () =>
    run(
      'drill',
      () => call('snapshots.drill'),
      () => backupWords.drillDone,
    );

  return (
    <>
      <div className={styles['row']}>
        <Button
          variant="primary"
          icon="archive"
          busy={busy === 'make'}
          disabled={busy === 'drill'}
          onClick={() => void make()}
        >
          {busy === 'make' ? backupWords.making : backupWords.make}
        </Button>
        {canTry && (
          <Button busy={busy === 'drill'} disabled={busy === 'make'} onClick={() => void drill()}>
            {busy === 'drill' ? backupWords.drilling : backupWords.drill}
          </Button>
        )}
      </div>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </>
  );
}
