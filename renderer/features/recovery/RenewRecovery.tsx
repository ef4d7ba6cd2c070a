import { useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Recovery.module.css';

/** A new recovery code in the place of the old one. */
export function RenewRecovery({ onClose }: { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function renew() {
    if (busy || passphrase === '') return;
    setBusy(true);
    const reply = await call('vault.renewRecovery', { passphrase });
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: ['recovery'] });
    if (reply.ok) ui.followDialog({ name: 'recovery' }, 'renewRecovery');
    else setRefusal(reply.error);
  }

  return (
    <Dialog
      title={recoveryWords.renewTitle}
      onClose={onClose}
      width="small"
      initialFocus={field}
      onSubmit={() => void renew()}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? recoveryWords.renewing : recoveryWords.renew}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{recoveryWords.renewLead}</p>
      <PassphraseField
        ref={field}
        label={words.passphrase.label}
        value={passphrase}
        readOnly={busy}
        error={refusal && sentencesFor(refusal)}
        onValueChange={value => {
          setPassphrase(value);
          setRefusal(null);
        }}
      />
    </Dialog>
  );
}

function sentencesFor(error: AppError): string {
  const { title, kept, next } = describeError(error);
  return error.code === 'vault.wrongPassphrase' ? title : `${title}. ${kept} ${next}`;
}
