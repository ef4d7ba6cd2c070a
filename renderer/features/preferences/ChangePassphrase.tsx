import { useRef, useState, type FormEvent } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NewPassphrase, noPassphrase, problemsOf } from '../../ui/NewPassphrase.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { words } from '../../words/en.ts';
import styles from './Preferences.module.css';

/** A new passphrase for the same vault. */
export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  const first = useRef<HTMLInputElement>(null);

  async function change(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const problems = problemsOf(next);
    if (problems.first !== null || problems.again !== null) return;
    setBusy(true);
    const reply = await call('vault.changePassphrase', { current, next: next.first });
    setBusy(false);
    if (!reply.ok) {
      setRefusal(reply.error);
      return;
    }
    showToast({ title: words.toast.passphraseChanged });
    onClose();
  }

  return (
    <Dialog
      title={words.preferences.changeTitle}
      onClose={onClose}
      width="small"
      initialFocus={first}
    >
      <form className={styles['form']} onSubmit={event => void change(event)}>
        <PassphraseField
          ref={first}
          label={words.passphrase.current}
          value={current}
          readOnly={busy}
          error={refusal && sentenceFor(refusal)}
          onValueChange={value => {
            setCurrent(value);
            setRefusal(null);
          }}
        />
        <NewPassphrase
          labels={{ first: words.passphrase.next, again: words.passphrase.nextAgain }}
          value={next}
          onChange={setNext}
          tried={tried}
        />
        <Notice>{words.preferences.changeNote}</Notice>
        <div className={styles['buttons']}>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.preferences.changing : words.preferences.changeButton}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A wrong passphrase needs only its one sentence; anything else also says what was kept. */
function sentenceFor(error: AppError): string {
  const { title, kept } = describeError(error);
  return error.code === 'vault.wrongPassphrase' ? title : `${title}. ${kept}`;
}
