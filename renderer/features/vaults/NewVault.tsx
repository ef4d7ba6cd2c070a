import { useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { vaultWords } from '../../words/vaults.ts';
import styles from './Vaults.module.css';

interface NewVaultProps {
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** A vault in a folder of its own: its name, if it shall have one, and its place. */
export function NewVault({ onBack, onClose }: NewVaultProps) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function choose() {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const reply = await call('shell.newVault', { name });
    // The window leaves this page for the new place.
    if (reply.ok) return;
    setBusy(false);
    if (reply.error.code !== 'export.cancelled') setRefusal(reply.error);
  }

  return (
    <Dialog
      title={vaultWords.newTitle}
      onClose={onClose}
      width="small"
      initialFocus={field}
      onSubmit={() => void choose()}
      footer={
        <>
          <Button onClick={onBack}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? vaultWords.choosing : vaultWords.chooseFolder}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['lead']}>{vaultWords.newLead}</p>
        <TextField
          ref={field}
          label={vaultWords.name}
          hint={vaultWords.nameHint}
          value={name}
          maxLength={60}
          spellCheck={false}
          onValueChange={setName}
        />
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {sentencesFor(refusal)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error, 'door');
  return `${title}. ${next}`;
}
