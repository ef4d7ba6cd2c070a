import { useState, type ReactNode, type Ref } from 'react';
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

/** What a dialog shows that asks for the code. */
interface TypeBack {
  readonly fields: ReactNode;
  readonly buttons: ReactNode;
  readonly submit: () => void;
}

/** The code, typed in once: whoever can do that can read what was kept of it. */
export function useTypeBack({ lead, field, otherwise, onRight }: TypeBackProps): TypeBack {
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function check() {
    if (busy || code.trim() === '') return;
    setBusy(true);
    const reply = await call('vault.checkRecovery', { code });
    setBusy(false);
    if (reply.ok && reply.value) onRight();
    else setRefusal(reply.ok ? recoveryWords.wrong : wordsFor(reply.error));
  }

  const fields = (
    <>
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
    </>
  );
  const buttons = (
    <>
      <div className={styles['apart']}>{otherwise}</div>
      <Button type="submit" variant="primary" busy={busy}>
        {busy ? recoveryWords.checking : recoveryWords.check}
      </Button>
    </>
  );
  return { fields, buttons, submit: () => void check() };
}

function wordsFor(error: Parameters<typeof describeError>[0]): string {
  const { title, next } = describeError(error);
  return `${title}. ${next}`;
}
