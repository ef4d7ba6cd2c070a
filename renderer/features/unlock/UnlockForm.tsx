import { useRef, useState, type FormEvent } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
import { vaultWords } from '../../words/vaults.ts';
import { Stage } from './Stage.tsx';
import styles from './UnlockForm.module.css';
import { useCountdown } from './use-countdown.ts';

interface UnlockFormProps {
  /** It was moved to another folder just now. */
  readonly hasMoved: boolean;
  readonly onUnlocked: () => void;
  /** A failure that no other passphrase can mend. */
  readonly onFailure: (error: AppError) => void;
  readonly onRecovery: () => void;
  readonly onOther: () => void;
  readonly onHelp: () => void;
}

/** From so many wrong passphrases in a row on, another reason is worth a word. */
const DOUBT_AFTER = 3;

/** The lock screen. It tells nothing about what is inside. */
export function UnlockForm(props: UnlockFormProps) {
  const { hasMoved, onUnlocked, onFailure, onRecovery, onOther, onHelp } = props;
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [wrong, setWrong] = useState(0);
  const [busy, setBusy] = useState(false);
  const [secondsLeft, waitFor] = useCountdown();
  const field = useRef<HTMLInputElement>(null);

  async function unlock(event: FormEvent) {
    event.preventDefault();
    if (busy || secondsLeft > 0 || passphrase === '') return;
    setBusy(true);
    const reply = await call('vault.unlock', { passphrase });
    if (reply.ok) {
      setPassphrase('');
      onUnlocked();
      return;
    }
    setBusy(false);
    const { error } = reply;
    if (error.code !== 'vault.wrongPassphrase' && error.code !== 'vault.tooSoon') {
      onFailure(error);
      return;
    }
    setRefusal(error);
    if (error.code === 'vault.wrongPassphrase') setWrong(wrong + 1);
    waitFor(error.waitMs);
    field.current?.select();
  }

  return (
    <Stage lead={hasMoved ? vaultWords.moved : words.unlock.locked}>
      <form className={styles['form']} onSubmit={event => void unlock(event)}>
        <PassphraseField
          ref={field}
          label={words.passphrase.label}
          value={passphrase}
          autoFocus
          readOnly={busy}
          error={refusal && describeError(refusal).title}
          onValueChange={value => {
            setPassphrase(value);
            if (secondsLeft === 0) setRefusal(null);
          }}
        />
        <Button
          type="submit"
          variant="primary"
          size="wide"
          busy={busy}
          disabled={secondsLeft > 0}
          aria-describedby="wait"
        >
          {busy ? words.unlock.unlocking : words.unlock.unlock}
        </Button>
        <p id="wait" className={styles['wait']} aria-live="polite">
          {secondsLeft > 0 && words.unlock.wait(secondsLeft)}
        </p>
        <p className={styles['doubt']} role="status">
          {wrong >= DOUBT_AFTER && words.unlock.doubt}
        </p>
      </form>
      <div className={styles['under']}>
        <button type="button" className={styles['link']} onClick={onRecovery}>
          {recoveryWords.unlock.use}
        </button>
        <button type="button" className={styles['link']} onClick={onOther}>
          {vaultWords.other}
        </button>
        <button type="button" className={styles['link']} onClick={onHelp}>
          {words.unlock.help}
        </button>
      </div>
    </Stage>
  );
}
