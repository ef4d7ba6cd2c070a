import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ImportId, ImportProgress } from '#shared/domain/import.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';

interface OpenSealedProps {
  readonly id: ImportId;
  readonly sealed: NonNullable<ImportProgress['sealed']>;
}

/** Asks for what opens a sealed file. It goes to the vault process, and from there to the reader only. */
export function OpenSealed({ id, sealed }: OpenSealedProps) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function answer(typed: string | null) {
    setBusy(true);
    setPassphrase('');
    await call('imports.openSealed', { id, passphrase: typed });
    setBusy(false);
  }

  function open(event: FormEvent) {
    event.preventDefault();
    if (!busy && passphrase !== '') void answer(passphrase);
  }

  return (
    <form className={styles['sealed']} onSubmit={open}>
      <div>
        <h3 className={styles['partTitle']}>{importWords.sealedTitle(sealed.name)}</h3>
        <p className={styles['lead']}>{importWords.sealedNote}</p>
      </div>
      <PassphraseField
        ref={field}
        label={importWords.sealedLabel}
        value={passphrase}
        error={sealed.wrong && passphrase === '' ? importWords.sealedWrong : null}
        onValueChange={setPassphrase}
      />
      <div className={styles['row']}>
        <Button type="submit" busy={busy}>
          {importWords.sealedOpen}
        </Button>
        <Button variant="quiet" disabled={busy} onClick={() => void answer(null)}>
          {importWords.sealedSkip}
        </Button>
      </div>
    </form>
  );
}
