import { useRef, useState, type FormEvent } from 'react';
import { looksSynced } from '#shared/domain/synced-folder.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Leaf } from '../../ui/Leaf.tsx';
import {
  isUsable,
  NewPassphrase,
  noPassphrase,
  type NewPassphraseFields,
} from '../../ui/NewPassphrase.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import { vaultWords } from '../../words/vaults.ts';
import styles from './CreateVault.module.css';

interface CreateVaultProps {
  readonly folder: string;
  /** Others are listed already. */
  readonly hasOthers: boolean;
  readonly onCreated: () => void;
  readonly onFailure: (error: AppError) => void;
  readonly onOther: () => void;
  readonly onHelp: () => void;
}

/** First run: what this is, where the text will live, and the passphrase that locks it. */
export function CreateVault(props: CreateVaultProps) {
  const { folder, hasOthers, onCreated, onFailure, onOther, onHelp } = props;
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const fields = useRef<NewPassphraseFields>(null);

  async function create(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (!isUsable(passphrase)) {
      fields.current?.goToProblem();
      return;
    }
    setBusy(true);
    const reply = await call('vault.create', { passphrase: passphrase.first });
    if (reply.ok) {
      setTried(false);
      setPassphrase(noPassphrase);
      onCreated();
      return;
    }
    setBusy(false);
    onFailure(reply.error);
  }

  return (
    <main className={styles['stage']}>
      <div className={styles['sheet']}>
        <section className={styles['welcome']} aria-labelledby="welcome">
          <Leaf />
          <h1 id="welcome" className={styles['title']}>
            {words.welcome.title}
          </h1>
          {words.welcome.lines.map(line => (
            <p key={line} className={styles['line']}>
              {line}
            </p>
          ))}
          <div className={styles['folder']}>
            <p>{words.welcome.folder}</p>
            <p className={styles['path']}>{folder}</p>
            {looksSynced(folder) && <p className={styles['synced']}>{vaultWords.synced}</p>}
          </div>
        </section>
        <form
          className={styles['form']}
          aria-label={words.welcome.formTitle}
          onSubmit={event => void create(event)}
        >
          <h2 className={styles['formTitle']}>{words.welcome.formTitle}</h2>
          <NewPassphrase
            ref={fields}
            labels={{ first: words.passphrase.label, again: words.passphrase.again }}
            value={passphrase}
            onChange={setPassphrase}
            tried={tried}
            autoFocus
          />
          <Notice>{words.welcome.warning}</Notice>
          <Button type="submit" variant="primary" size="wide" busy={busy}>
            {busy ? words.welcome.creating : words.welcome.create}
          </Button>
          <div className={styles['under']}>
            <button type="button" className={styles['link']} onClick={onOther}>
              {hasOthers ? vaultWords.other : vaultWords.have}
            </button>
            <button type="button" className={styles['link']} onClick={onHelp}>
              {words.unlock.help}
            </button>
          </div>
        </form>
      </div>
    </main>
  );
}
