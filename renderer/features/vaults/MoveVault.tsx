import { useEffect, useRef, useState } from 'react';
import { looksSynced } from '#shared/domain/synced-folder.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { useShellInfo } from '../../api/queries.ts';
import { keepAll } from '../../state/keep-on-leaving.ts';
import { openEntry } from '../../state/open-entry.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { words } from '../../words/en.ts';
import { vaultWords } from '../../words/vaults.ts';
import styles from './Vaults.module.css';

/** Another folder for the open vault: copied, compared, and only then used. */
export function MoveVault({ onClose }: { readonly onClose: () => void }) {
  const { vaultFolder } = useShellInfo();
  const [to, setTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const percent = useProgress();
  const first = useRef<HTMLButtonElement>(null);

  async function choose() {
    const reply = await call('shell.chooseFolder');
    if (reply.ok) setTo(reply.value.folder);
    setRefusal('');
  }

  async function move(folder: string) {
    setRefusal('');
    setBusy(true);
    // What is typed and not saved is in neither folder.
    const kept = await keepAll();
    if (!kept || (await openEntry()?.flush()) === false) setRefusal(vaultWords.notSaved);
    else {
      const reply = await call('shell.moveVault', { folder });
      // The window leaves this page for the lock screen of the new place.
      if (reply.ok) return;
      const { title, next } = describeError(reply.error);
      setRefusal(`${title}. ${next}`);
    }
    setBusy(false);
  }

  return (
    <Dialog
      title={vaultWords.moveTitle}
      onClose={() => {
        if (!busy) onClose();
      }}
      initialFocus={first}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={to === null}
            onClick={() => to !== null && void move(to)}
          >
            {busy ? vaultWords.moving : vaultWords.move}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{vaultWords.moveLead}</p>
      <dl className={styles['places']}>
        <dt>{vaultWords.from}</dt>
        <dd>{vaultFolder}</dd>
        <dt>{vaultWords.to}</dt>
        <dd>
          <p>{to ?? vaultWords.noneChosen}</p>
          <Button ref={first} icon="move" disabled={busy} onClick={() => void choose()}>
            {to === null ? vaultWords.choose : vaultWords.chooseOther}
          </Button>
        </dd>
      </dl>
      {to !== null && looksSynced(to) && <Notice>{vaultWords.synced}</Notice>}
      <h3 className={styles['staysTitle']}>{vaultWords.staysTitle}</h3>
      <ul className={styles['stays']}>
        {vaultWords.stays.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {busy && (
        <div className={styles['progress']}>
          <ProgressBar label={vaultWords.moving} done={percent} total={100} />
        </div>
      )}
      {refusal !== '' && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}

/** How much of the vault is copied. */
function useProgress(): number {
  const [percent, setPercent] = useState(0);
  useEffect(
    () =>
      window.bridge.subscribe(event => {
        if (event.type === 'progress') setPercent(Math.floor((100 * event.done) / event.total));
      }),
    [],
  );
  return percent;
}
