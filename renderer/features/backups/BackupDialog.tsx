import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DifferingText, SnapshotId } from '#shared/domain/snapshot.ts';
import { call } from '../../api/client.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { words } from '../../words/en.ts';
import { backupWords } from '../../words/backups.ts';
import { momentOf } from '../../words/moment.ts';
import styles from './Backups.module.css';
import { BringBack } from './BringBack.tsx';
import { Contents } from './Contents.tsx';
import { lookAgain, sentencesFor } from './outcome.ts';

interface BackupDialogProps {
  readonly id: SnapshotId;
  readonly madeAt: number;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'look' }
  | { readonly name: 'choose' }
  | { readonly name: 'busy' }
  | { readonly name: 'done'; readonly said: string };

/** What is in one backup, beside what the vault holds now; and from there, bringing it back. */
export function BackupDialog({ id, madeAt, onClose }: BackupDialogProps) {
  const { locale } = useShellInfo();
  const { data: preview, error } = useQuery({ ...queries.backupContents(id), staleTime: 0 });
  const [stage, setStage] = useState<Stage>({ name: 'look' });
  const [differing, setDiffering] = useState<DifferingText>('version');
  const back = () => ui.followDialog({ name: 'backups' }, 'backup');

  async function bring() {
    setStage({ name: 'busy' });
    const reply = await call('snapshots.restore', { id, differing });
    await lookAgain();
    const said = reply.ok ? backupWords.restored(reply.value) : sentencesFor(reply.error);
    setStage({ name: 'done', said });
  }

  const comesBack = (preview?.missing.length ?? 0) + (preview?.changed.length ?? 0) > 0;
  return (
    <Dialog
      title={backupWords.inside(momentOf(madeAt, locale))}
      onClose={onClose}
      footer={
        <>
          {stage.name === 'done' ? (
            <Button variant="primary" onClick={back}>
              {words.common.done}
            </Button>
          ) : (
            <Button
              disabled={stage.name === 'busy'}
              onClick={stage.name === 'choose' ? () => setStage({ name: 'look' }) : back}
            >
              {backupWords.back}
            </Button>
          )}
          {stage.name === 'look' && comesBack && (
            <Button variant="primary" icon="restore" onClick={() => setStage({ name: 'choose' })}>
              {backupWords.bring}
            </Button>
          )}
          {(stage.name === 'choose' || stage.name === 'busy') && (
            <Button
              variant="primary"
              icon="restore"
              busy={stage.name === 'busy'}
              onClick={() => void bring()}
            >
              {stage.name === 'busy' ? backupWords.bringing : backupWords.bringNow}
            </Button>
          )}
        </>
      }
    >
      {error !== null && <Failure {...describeThrown(error)} />}
      {error === null && preview === undefined && <p role="status">{backupWords.looking}</p>}
      {preview !== undefined && stage.name === 'look' && <Contents preview={preview} />}
      {preview !== undefined && (stage.name === 'choose' || stage.name === 'busy') && (
        <BringBack preview={preview} differing={differing} onChange={setDiffering} />
      )}
      {stage.name === 'done' && (
        <p role="status" className={styles['facts']}>
          {stage.said}
        </p>
      )}
    </Dialog>
  );
}
