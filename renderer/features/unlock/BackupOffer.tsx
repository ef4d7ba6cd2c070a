import { useEffect, useState } from 'react';
import type { Snapshot, SnapshotId } from '#shared/domain/snapshot.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { backupWords } from '../../words/backups.ts';
import { momentOf } from '../../words/moment.ts';
import styles from './FailurePanel.module.css';

const text = backupWords.offer;

interface BackupOfferProps {
  /** The database is there and can not be read; else it is gone. */
  readonly isDamaged: boolean;
  readonly onOpened: () => void;
}

/** The backups that are whole, the newest first, for the place of a database that does not open. */
export function BackupOffer({ isDamaged, onOpened }: BackupOfferProps) {
  const found = useBackups();
  const [chosen, setChosen] = useState<SnapshotId>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  if (found === undefined) return null;
  const { backups, locale } = found;
  const backup = backups.find(({ id }) => id === chosen) ?? backups[0];
  if (backup === undefined) return <p className={styles['next']}>{text.none}</p>;

  async function openWith(id: SnapshotId) {
    setBusy(true);
    const reply = await call('snapshots.replaceDatabase', id);
    setBusy(false);
    if (reply.ok) onOpened();
    else setRefusal(reply.error);
  }

  return (
    <section className={styles['offer']} aria-label={text.title}>
      <Select
        label={text.label}
        value={backup.id}
        options={backups.map(({ id, madeAt, counts }) => ({
          value: id,
          label: momentOf(madeAt, locale),
          ...(counts !== null && { note: backupWords.holds(counts.entries) }),
        }))}
        hint={`${text.holds(backup.counts?.entries ?? 0)} ${isDamaged ? text.aside : text.copied}`}
        onChange={setChosen}
      />
      <Button icon="restore" busy={busy} onClick={() => void openWith(backup.id)}>
        {busy ? text.using : text.use}
      </Button>
      {refusal !== null && <p role="alert">{sentencesFor(refusal)}</p>}
    </section>
  );
}

interface Found {
  readonly backups: readonly Snapshot[];
  readonly locale: string;
}

/** What the vault process can still list: its keys are in hand, though its database is not open. */
function useBackups(): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    void Promise.all([call('shell.info'), call('snapshots.list')]).then(([info, list]) => {
      setFound({
        locale: info.ok ? info.value.locale : 'en',
        backups: list.ok ? list.value.snapshots.filter(({ sound }) => sound) : [],
      });
    });
  }, []);
  return found;
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error, 'door');
  return `${title}. ${next}`;
}
