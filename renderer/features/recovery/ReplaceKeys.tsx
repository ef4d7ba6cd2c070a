import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
import { NewKeysForm } from './NewKeysForm.tsx';
import styles from './Recovery.module.css';

const text = recoveryWords.replace;

/** "Someone may know it": says what new keys do and do not undo, then makes them. */
export function ReplaceKeys({ onClose }: { readonly onClose: () => void }) {
  const { movedFrom } = useSuspenseQuery(queries.vaults).data;
  const [understood, setUnderstood] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (understood) first.current?.focus();
  }, [understood]);

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      {...(!understood && {
        footer: (
          <>
            <Button onClick={onClose}>{words.common.cancel}</Button>
            <Button variant="primary" onClick={() => setUnderstood(true)}>
              {text.proceed}
            </Button>
          </>
        ),
      })}
    >
      {understood ? (
        <NewKeysForm first={first} onClose={onClose} />
      ) : (
        <>
          <p className={styles['lead']}>{text.lead}</p>
          <Part title={text.doesTitle} lines={text.does} />
          <Part
            title={text.notTitle}
            lines={[...(movedFrom === null ? [] : [text.movedFrom(movedFrom)]), ...text.not]}
          />
        </>
      )}
    </Dialog>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{title}</h3>
      <ul className={styles['list']}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
