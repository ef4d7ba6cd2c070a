import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Recovery.module.css';

/** A recovery code, large, and the ways to keep it outside of the computer. */
export function CodeSheet({ code }: { readonly code: string }) {
  const [said, setSaid] = useState<string>(recoveryWords.untilLocked);
  const [printing, setPrinting] = useState(false);

  function say<T>(reply: Result<T, AppError>, done: (value: T) => string): void {
    if (reply.ok) setSaid(done(reply.value));
    else if (reply.error.code === 'export.cancelled') setSaid(recoveryWords.untilLocked);
    else setSaid(sentencesFor(reply.error));
  }

  async function print() {
    setPrinting(true);
    const reply = await call('shell.printRecovery');
    setPrinting(false);
    say(reply, () => recoveryWords.printed);
  }

  async function save() {
    say(await call('shell.saveRecovery'), ({ path }) => recoveryWords.savedAs(path));
  }

  async function copy() {
    say(await call('shell.copyRecovery'), () => recoveryWords.copied);
  }

  return (
    <>
      <p className={styles['code']} role="group" aria-label={recoveryWords.code}>
        {code.split('-').map((group, index) => (
          // By its place: two groups may be the same.
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className={styles['ways']}>
        <Button icon="print" busy={printing} onClick={() => void print()}>
          {printing ? recoveryWords.printing : recoveryWords.print}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {recoveryWords.save}
        </Button>
        <Button icon="copy" onClick={() => void copy()}>
          {recoveryWords.copy}
        </Button>
      </div>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </>
  );
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error);
  return `${title}. ${next}`;
}
