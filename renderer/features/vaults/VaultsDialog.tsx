import { useRef, useState } from 'react';
import type { ListedVault, VaultOverview } from '#shared/domain/listed-vault.ts';
import type { AppError } from '#shared/errors.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import { namesOf, vaultWords } from '../../words/vaults.ts';
import { NewVault } from './NewVault.tsx';
import { VaultRow } from './VaultRow.tsx';
import styles from './Vaults.module.css';

interface VaultsDialogProps {
  readonly overview: VaultOverview;
  /** There is no vault yet where the window is. */
  readonly isEmpty: boolean;
  readonly onChange: (overview: VaultOverview) => void;
  /** A backup was put where the window is: it is unlocked like a vault. */
  readonly onTakenIn: () => void;
  readonly onClose: () => void;
}

/**
 * The other vaults, by the names that their owners gave, and the ways to one that is not listed. The
 * window leaves this page for the vault that is chosen.
 */
export function VaultsDialog(props: VaultsDialogProps) {
  const { overview, isEmpty, onChange, onTakenIn, onClose } = props;
  const { vaults } = overview;
  const [isNew, setIsNew] = useState(false);
  const [forgotten, setForgotten] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const names = namesOf(vaults);

  function answered(reply: Reply<'shell.openVault'>) {
    const { error } = reply.ok ? { error: null } : reply;
    setForgotten(null);
    setRefusal(error?.code === 'export.cancelled' ? null : error);
  }

  async function forget(vault: ListedVault, name: string) {
    const reply = await call('shell.forgetVault', { id: vault.id });
    answered(reply);
    if (!reply.ok) return;
    onChange({ ...overview, vaults: vaults.filter(({ id }) => id !== vault.id) });
    setForgotten(name);
  }

  async function unforget() {
    const reply = await call('shell.unforgetVault');
    answered(reply);
    const listed = await call('shell.vaults');
    if (listed.ok) onChange(listed.value);
    list.current?.focus();
  }

  async function takeIn() {
    const chosen = await call('shell.chooseBackup');
    const reply = chosen.ok ? await call('vault.takeInBackup', chosen.value) : chosen;
    answered(reply);
    if (reply.ok) onTakenIn();
  }

  if (isNew) return <NewVault onBack={() => setIsNew(false)} onClose={onClose} />;
  return (
    <Dialog title={vaultWords.title} onClose={onClose} width="small">
      <p className={styles['lead']}>{vaultWords.lead}</p>
      {overview.listPutAside && <Notice>{vaultWords.putAside}</Notice>}
      {vaults.length > 0 && (
        <ul ref={list} tabIndex={-1} className={styles['list']} aria-label={vaultWords.list}>
          {vaults.map((vault, at) => (
            <VaultRow
              key={vault.id}
              name={names[at] ?? ''}
              isCurrent={vault.isCurrent}
              onOpen={async () =>
                vault.isCurrent
                  ? onClose()
                  : answered(await call('shell.openVault', { id: vault.id }))
              }
              onForget={() => forget(vault, names[at] ?? '')}
            />
          ))}
        </ul>
      )}
      <div className={styles['ways']}>
        <Button icon="move" onClick={() => void call('shell.addVault').then(answered)}>
          {vaultWords.add}
        </Button>
        <Button icon="plus" onClick={() => setIsNew(true)}>
          {vaultWords.create}
        </Button>
        {isEmpty && (
          <Button icon="restore" onClick={() => void takeIn()}>
            {vaultWords.fromBackup}
          </Button>
        )}
      </div>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {sentencesFor(refusal)}
        </p>
      )}
      <div className={styles['forgotten']} role="status">
        {forgotten !== null && (
          <>
            <p>{vaultWords.forgotten(forgotten)}</p>
            <Button size="small" onClick={() => void unforget()}>
              {words.common.undo}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error, 'door');
  return `${title}. ${next}`;
}
