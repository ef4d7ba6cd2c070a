import { useRef, useState, type ReactNode, type RefObject } from 'react';
import type { AppError } from '#shared/errors.ts';
import { describeError } from '../api/describe-error.ts';
import { words } from '../words/en.ts';
import { Button } from './Button.tsx';
import {
  isUsable,
  NewPassphrase,
  noPassphrase,
  type NewPassphraseFields,
} from './NewPassphrase.tsx';
import styles from './NewPassphrase.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { showToast } from './Toast.tsx';

interface PassphraseChangeProps {
  readonly first: RefObject<HTMLInputElement | null>;
  /** What to know before it is done, below the fields. */
  readonly note: ReactNode;
  /** On the button, before and while it is done. */
  readonly label: string;
  readonly busyLabel: string;
  /** Does it with the passphrase of before and the new one. Why it could not be done, or null. */
  readonly change: (current: string, next: string) => Promise<AppError | null>;
  readonly onCancel: () => void;
}

/** What a dialog shows that changes a passphrase. */
interface PassphraseChange {
  readonly fields: ReactNode;
  readonly buttons: ReactNode;
  readonly submit: () => void;
}

/** The passphrase of before, and a new one typed twice; the buttons are for the foot of the dialog. */
export function usePassphraseChange(props: PassphraseChangeProps): PassphraseChange {
  const { first, note, label, busyLabel, change, onCancel } = props;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const newOnes = useRef<NewPassphraseFields>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  async function submit() {
    if (busy) return;
    setTried(true);
    if (!isUsable(next)) {
      newOnes.current?.goToProblem();
      return;
    }
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

  const fields = (
    <div className={styles['fields']}>
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
        ref={newOnes}
        labels={{ first: words.passphrase.next, again: words.passphrase.nextAgain }}
        value={next}
        onChange={setNext}
        tried={tried}
      />
      {note}
    </div>
  );
  const buttons = (
    <>
      {/* Once begun it goes on whether its window is there or not. */}
      {!busy && <Button onClick={onCancel}>{words.common.cancel}</Button>}
      <Button type="submit" variant="primary" busy={busy}>
        {busy ? busyLabel : label}
      </Button>
    </>
  );
  return { fields, buttons, submit: () => void submit() };
}

/** A wrong passphrase needs only its one sentence; anything else also says what was kept. */
function sentencesFor(error: AppError): string {
  const { title, kept, next } = describeError(error);
  return error.code === 'vault.wrongPassphrase' ? title : `${title}. ${kept} ${next}`;
}
