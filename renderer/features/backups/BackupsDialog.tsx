import { useQuery } from '@tanstack/react-query';
import type { SnapshotOverview } from '#shared/domain/snapshot.ts';
import { describeError, describeThrown } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { backupWords } from '../../words/backups.ts';
import { momentOf } from '../../words/moment.ts';
import { BackupRow } from './BackupRow.tsx';
import styles from './Backups.module.css';
import { MakeBackup } from './MakeBackup.tsx';
import { SecondPlace } from './SecondPlace.tsx';

/** All backups: when, where, how many, whether they are whole, and what can be done with them. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery(queries.backups);
  return (
    <Dialog title={backupWords.title} onClose={onClose} width="wide">
      <p className={styles['lead']}>{backupWords.lead}</p>
      {error !== null && <Failure {...describeThrown(error)} />}
      {data !== undefined && (
        <>
          <Facts overview={data} />
          <MakeBackup canTry={data.snapshots.length > 0} />
          <SecondPlace folder={data.secondLocation} />
          {data.snapshots.length > 0 && (
            <section className={styles['part']}>
              <h3 className={styles['partTitle']}>{backupWords.list}</h3>
              <ul className={styles['list']}>
                {data.snapshots.map(snapshot => (
                  <BackupRow key={snapshot.id} snapshot={snapshot} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Dialog>
  );
}

function Facts({ overview }: { readonly overview: SnapshotOverview }) {
  const { locale, vaultFolder } = useShellInfo();
  const { snapshots, shortOfRoom, drilledAt, problem } = overview;
  const [newest] = snapshots;
  return (
    <>
      <div className={styles['facts']}>
        <p>
          {newest === undefined
            ? backupWords.none
            : backupWords.last(momentOf(newest.madeAt, locale), snapshots.length)}
        </p>
        <p>{backupWords.where(vaultFolder)}</p>
        <p>
          {drilledAt === null
            ? backupWords.neverDrilled
            : backupWords.drilled(momentOf(drilledAt, locale))}
        </p>
      </div>
      <div className={styles['notices']}>
        {shortOfRoom && <Notice>{backupWords.shortOfRoom}</Notice>}
        {problem !== null && <Problem code={problem} folder={vaultFolder} />}
      </div>
    </>
  );
}

/** Why the last backup could not be made, as far as its code tells. */
function Problem({ code, folder }: { readonly code: string; readonly folder: string }) {
  const known = code === 'disk.full' || code === 'disk.readOnly';
  return (
    <Notice>
      <p>
        <b>{backupWords.problem}.</b> {known && describeError({ code, path: folder }).next}
      </p>
    </Notice>
  );
}
