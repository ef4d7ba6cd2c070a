import { useState, type FormEvent, type ReactNode, type Ref } from 'react';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Recovery.module.css';

interface TypeBackProps {
  readonly lead: string;
  readonly field: Ref<HTMLInputElement>;
  /** What else can be done than to type it. */
  readonly otherwise: ReactNode;
  readonly onRight: () => void;
}

/** The code, typed in once: whoever can do that can read what was kept of it. */
export function TypeBack({ lead, field, otherwise, onRight }: TypeBackProps) {
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function check(event: FormEvent) {
    event.preventDefault();
    if (busy || code.trim() === '') return;
    setBusy(true);
    const reply = await call('vault.checkRecovery', { code });
    setBusy(false);
    if (reply.ok && reply.value) onRight();
    else setRefusal(reply.ok ? recoveryWords.wrong : wordsFor(reply.error));
  }

  return (
    <form className={styles['form']} onSubmit={event => void check(event)}>
      <p className={styles['lead']}>{lead}</p>
      <TextField
        ref={field}
        label={recoveryWords.code}
        value={code}
        readOnly={busy}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        error={refusal}
        onValueChange={value => {
          setCode(value);
          setRefusal(null);
        }}
      />
      <div className={styles['buttons']}>
        <div className={styles['apart']}>{otherwise}</div>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? recoveryWords.checking : recoveryWords.check}
        </Button>
      </div>
    </form>
  );
}

function wordsFor(error: Parameters<typeof describeError>[0]): string {
  const { title, next } = describeError(error);
  return `${title}. ${next}`;
}
