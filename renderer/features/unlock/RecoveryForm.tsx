import { useRef, useState, type FormEvent } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import {
  isUsable,
  NewPassphrase,
  noPassphrase,
  type NewPassphraseFields,
} from '../../ui/NewPassphrase.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
import { Stage } from './Stage.tsx';
import styles from './UnlockForm.module.css';
import { useCountdown } from './use-countdown.ts';

const text = recoveryWords.unlock;

/** Failures that another try at the same code can mend. */
const REFUSALS: ReadonlySet<string> = new Set([
  'vault.recoveryMistyped',
  'vault.wrongRecoveryCode',
  'vault.tooSoon',
]);

interface RecoveryFormProps {
  /** The vault is open; with a new passphrase comes a new code. */
  readonly onUnlocked: (newCode: string | null) => void;
  readonly onFailure: (error: AppError) => void;
  readonly onBack: () => void;
}

/** The other way in: the recovery code, and if the passphrase is forgotten, a new one with it. */
export function RecoveryForm({ onUnlocked, onFailure, onBack }: RecoveryFormProps) {
  const [code, setCode] = useState('');
  const [then, setThen] = useState<'open' | 'reset'>('open');
  const [next, setNext] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const [secondsLeft, waitFor] = useCountdown();
  const field = useRef<HTMLInputElement>(null);
  const newOnes = useRef<NewPassphraseFields>(null);

  async function open(event: FormEvent) {
    event.preventDefault();
    if (busy || secondsLeft > 0 || code.trim() === '') return;
    setTried(true);
    if (then === 'reset' && !isUsable(next)) {
      newOnes.current?.goToProblem();
      return;
    }
    setBusy(true);
    const reply =
      then === 'reset'
        ? await call('vault.resetPassphrase', { code, next: next.first })
        : await call('vault.unlockWithRecovery', { code });
    if (reply.ok) {
      setCode('');
      setNext(noPassphrase);
      onUnlocked('recoveryCode' in reply.value ? reply.value.recoveryCode : null);
      return;
    }
    setBusy(false);
    refuse(reply.error);
  }

  function refuse(error: AppError) {
    if (!REFUSALS.has(error.code)) {
      onFailure(error);
      return;
    }
    setRefusal(error);
    if ('waitMs' in error) waitFor(error.waitMs);
    field.current?.focus();
  }

  return (
    <Stage lead={text.lead} tall>
      <form className={styles['form']} onSubmit={event => void open(event)}>
        <TextField
          ref={field}
          label={recoveryWords.code}
          hint={text.hint}
          value={code}
          autoFocus
          readOnly={busy}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          error={refusal && sentencesFor(refusal)}
          onValueChange={value => {
            setCode(value);
            if (secondsLeft === 0) setRefusal(null);
          }}
        />
        <RadioCards
          label={text.purpose}
          columns={1}
          value={then}
          options={[
            { value: 'open', label: text.open, note: text.openNote },
            { value: 'reset', label: text.reset, note: text.resetNote },
          ]}
          onChange={setThen}
        />
        {then === 'reset' && (
          <NewPassphrase
            ref={newOnes}
            labels={{ first: words.passphrase.next, again: words.passphrase.nextAgain }}
            value={next}
            onChange={setNext}
            tried={tried}
          />
        )}
        <Button
          type="submit"
          variant="primary"
          size="wide"
          busy={busy}
          disabled={secondsLeft > 0}
          aria-describedby="wait"
        >
          {buttonWords(busy, then)}
        </Button>
        <p id="wait" className={styles['wait']} aria-live="polite">
          {secondsLeft > 0 && words.unlock.wait(secondsLeft)}
        </p>
      </form>
      <div className={styles['under']}>
        <button type="button" className={styles['link']} onClick={onBack}>
          {text.back}
        </button>
      </div>
    </Stage>
  );
}

function buttonWords(busy: boolean, then: 'open' | 'reset'): string {
  if (busy) return text.opening;
  return then === 'reset' ? text.resetButton : text.button;
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error, 'door');
  return `${title}. ${next}`;
}
