import { useState, type FormEvent, type Ref } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { NewPassphrase, noPassphrase, problemsOf } from '../../ui/NewPassphrase.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Recovery.module.css';

const text = recoveryWords.replace;

interface NewKeysFormProps {
  readonly first: Ref<HTMLInputElement>;
  readonly onClose: () => void;
}

/** The passphrase of before and the one to come; then the vault locks everything anew. */
export function NewKeysForm({ first, onClose }: NewKeysFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  async function replace(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const problems = problemsOf(next);
    if (problems.first !== null || problems.again !== null) return;
    setBusy(true);
    const reply = await call('vault.replaceKeys', { passphrase, next: next.first });
    setBusy(false);
    await Promise.all(
      [['recovery'], ['vault'], ['snapshots']].map(queryKey =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
    if (!reply.ok) {
      setRefusal(reply.error);
      return;
    }
    showToast({ title: text.done });
    ui.followDialog({ name: 'recovery' }, 'replaceKeys');
  }

  return (
    <form className={styles['form']} onSubmit={event => void replace(event)}>
      <PassphraseField
        ref={first}
        label={words.passphrase.current}
        value={passphrase}
        readOnly={busy}
        error={refusal && sentencesFor(refusal)}
        onValueChange={value => {
          setPassphrase(value);
          setRefusal(null);
        }}
      />
      <NewPassphrase
        labels={{ first: words.passphrase.next, again: words.passphrase.nextAgain }}
        value={next}
        onChange={setNext}
        tried={tried}
      />
      <p className={styles['lead']} role="status">
        {text.workingNote}
      </p>
      <div className={styles['buttons']}>
        {!busy && <Button onClick={onClose}>{words.common.cancel}</Button>}
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? text.working : text.start}
        </Button>
      </div>
    </form>
  );
}

function sentencesFor(error: AppError): string {
  const { title, kept, next } = describeError(error);
  return error.code === 'vault.wrongPassphrase' ? title : `${title}. ${kept} ${next}`;
}
