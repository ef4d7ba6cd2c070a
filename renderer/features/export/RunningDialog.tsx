import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ExportId } from '#shared/domain/export.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { exportWords } from '../../words/export.ts';
import styles from './Export.module.css';

/** Says how far an export is; it can be stopped at any time. `null` while it is being prepared. */
export function RunningDialog({ id }: { readonly id: ExportId | null }) {
  const [isStopping, setStopping] = useState(false);

  // Nothing goes on leaving the app behind another dialog. What has ended is not touched by this.
  useEffect(
    () => () => {
      if (id !== null) void call('exports.cancel', id);
    },
    [id],
  );

  const stop = () => {
    if (id === null || isStopping) return;
    setStopping(true);
    // What came of it is the answer of the export itself.
    void call('exports.cancel', id);
  };

  return (
    <Dialog
      title={exportWords.running}
      width="small"
      onClose={stop}
      footer={
        <Button busy={isStopping} disabled={id === null} onClick={stop}>
          {isStopping ? exportWords.stopping : exportWords.stop}
        </Button>
      }
    >
      {id === null ? <p role="status">{exportWords.looking}</p> : <Progress id={id} />}
    </Dialog>
  );
}

function Progress({ id }: { readonly id: ExportId }) {
  const { data } = useQuery(queries.exportProgress(id));
  if (data?.state !== 'running') return <p role="status">{exportWords.place}</p>;
  const said = exportWords.progress(data.done, data.total);
  return (
    <>
      <p className={styles['progressText']}>{said}</p>
      <ProgressBar label={said} done={data.done} total={data.total} />
    </>
  );
}
