import { useState } from 'react';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { backupWords } from '../../words/backups.ts';
import styles from './Backups.module.css';
import { lookAgain, sentencesFor } from './outcome.ts';

/** The folder elsewhere that gets a copy of every backup. */
export function SecondPlace({ folder }: { readonly folder: string | null }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function choose() {
    const chosen = await call('shell.chooseFolder');
    if (!chosen.ok) {
      setSaid(chosen.error.code === 'export.cancelled' ? '' : sentencesFor(chosen.error));
      return;
    }
    await keepIn(chosen.value.folder, backupWords.chosen);
  }

  async function keepIn(next: string | null, done: string) {
    setBusy(true);
    const reply = await call('snapshots.setSecondLocation', { folder: next });
    await lookAgain();
    setBusy(false);
    setSaid(reply.ok ? done : sentencesFor(reply.error));
  }

  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{backupWords.second}</h3>
      <p className={styles['lead']}>{backupWords.secondLead}</p>
      <p className={styles['facts']}>{folder ?? backupWords.secondNone}</p>
      <div className={styles['row']}>
        <Button icon="move" busy={busy} onClick={() => void choose()}>
          {buttonWords(busy, folder)}
        </Button>
        {folder !== null && (
          <Button
            variant="quiet"
            disabled={busy}
            onClick={() => void keepIn(null, backupWords.removed)}
          >
            {backupWords.remove}
          </Button>
        )}
      </div>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </section>
  );
}

function buttonWords(busy: boolean, folder: string | null): string {
  if (busy) return backupWords.choosing;
  return folder === null ? backupWords.choose : backupWords.chooseOther;
}
