import { useState } from 'react';
import type { Snapshot } from '#shared/domain/snapshot.ts';
import { call } from '../../api/client.ts';
import { useShellInfo } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { backupWords } from '../../words/backups.ts';
import { momentOf } from '../../words/moment.ts';
import styles from './Backups.module.css';
import { lookAgain, sentencesFor } from './outcome.ts';

/** One backup: what it is, whether it is whole, and what can be done with it. */
export function BackupRow({ snapshot }: { readonly snapshot: Snapshot }) {
  const { id, madeAt, sound } = snapshot;
  const { locale } = useShellInfo();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const when = momentOf(madeAt, locale);

  async function check() {
    setBusy(true);
    const reply = await call('snapshots.verify', id);
    await lookAgain();
    setBusy(false);
    if (!reply.ok) setSaid(sentencesFor(reply.error));
    else setSaid(reply.value.sound ? backupWords.sound : '');
  }

  return (
    <li>
      <div className={styles['about']}>
        <p className={styles['when']}>{when}</p>
        <p className={styles['detail']}>{detailOf(snapshot, locale)}</p>
        <p className={styles['detail']} role="status">
          {said}
        </p>
      </div>
      <div className={styles['row']} role="group" aria-label={backupWords.actions(when)}>
        <Button size="small" busy={busy} onClick={() => void check()}>
          {busy ? backupWords.checking : backupWords.check}
        </Button>
        {sound && (
          <Button size="small" onClick={() => ui.openDialog({ name: 'backup', id, madeAt })}>
            {backupWords.look}
          </Button>
        )}
      </div>
    </li>
  );
}

function detailOf(snapshot: Snapshot, locale: string): string {
  const { sound, counts, reason, bytes, checkedAt } = snapshot;
  const about = [
    reason && backupWords.reasons[reason],
    counts && backupWords.holds(counts.entries),
    backupWords.size(bytes),
    sound && backupWords.checked(momentOf(checkedAt, locale)),
  ].filter(part => part !== null && part !== false);
  const line = about.join(' · ');
  return sound ? line : `${line} · ${backupWords.damaged}`;
}
