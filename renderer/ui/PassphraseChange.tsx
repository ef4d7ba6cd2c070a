import { useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import type { AppError } from '#shared/errors.ts';
import { describeError } from '../api/describe-error.ts';
import { words } from '../words/en.ts';
import { Button } from './Button.tsx';
import { NewPassphrase, noPassphrase, problemsOf } from './NewPassphrase.tsx';
import styles from './PassphraseChange.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { showToast } from './Toast.tsx';

interface PassphraseChangeProps {
  readonly first: RefObject<HTMLInputElement | null>;
  /** What to know before it is done, above the buttons. */
  readonly note: ReactNode;
  /** On the button, before and while it is done. */
  readonly label: string;
  readonly busyLabel: string;
  /** Does it with the passphrase of before and the new one. Why it could not be done, or null. */
  readonly change: (current: string, next: string) => Promise<AppError | null>;
  readonly onCancel: () => void;
}

/** The passphrase of before, and a new one typed twice. */
export function PassphraseChange(props: PassphraseChangeProps) {
  const { first, note, label, busyLabel, change, onCancel } = props;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const problems = problemsOf(next);
    if (problems.first !== null || problems.again !== null) return;
    setBusy(true);
    const failure = await change(current, next.first);
    setBusy(false);
    if (failure === null) return;
    if (first.current === null) {
      // Its window was closed meanwhile.
      showToast({ title: sentencesFor(failure) });
      return;
    }
    setRefusal(failure);
    // In a low window the field, and what is said below it, are out of sight.
    first.current?.focus();
    first.current?.select();
  }

  return (
    <form className={styles['form']} onSubmit={event => void submit(event)}>
      <PassphraseField
        ref={first}
        label={words.passphrase.current}
        value={current}
        readOnly={busy}
        error={refusal && sentencesFor(refusal)}
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
      {note}
      <div className={styles['buttons']}>
        {/* Once begun it goes on whether its window is there or not. */}
        {!busy && <Button onClick={onCancel}>{words.common.cancel}</Button>}
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? busyLabel : label}
        </Button>
      </div>
    </form>
  );
}

/** A wrong passphrase needs only its one sentence; anything else also says what was kept. */
function sentencesFor(error: AppError): string {
  const { title, kept, next } = describeError(error);
  return error.code === 'vault.wrongPassphrase' ? title : `${title}. ${kept} ${next}`;
}
