import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { usePassphraseChange } from '../../ui/use-passphrase-change.tsx';
import { words } from '../../words/en.ts';
import { recoveryWords } from '../../words/recovery.ts';
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

  const form = usePassphraseChange({
    first,
    note: (
      <p className={styles['note']} role="status">
        {text.workingNote}
      </p>
    ),
    label: text.start,
    busyLabel: text.working,
    change: replace,
    onCancel: onClose,
  });

  if (understood) {
    return (
      <Dialog title={text.title} onClose={onClose} onSubmit={form.submit} footer={form.buttons}>
        {form.fields}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button variant="primary" onClick={() => setUnderstood(true)}>
            {text.proceed}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{text.lead}</p>
      <Part title={text.doesTitle} lines={text.does} />
      <Part
        title={text.notTitle}
        lines={[...(movedFrom === null ? [] : [text.movedFrom(movedFrom)]), ...text.not]}
      />
    </Dialog>
  );
}

/** Locks everything anew. Why that could not be done, or null. */
async function replace(passphrase: string, next: string): Promise<AppError | null> {
  const reply = await call('vault.replaceKeys', { passphrase, next });
  await Promise.all(
    [['recovery'], ['vault'], ['snapshots']].map(queryKey =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
  if (!reply.ok) return reply.error;
  showToast({ title: text.done });
  ui.followDialog({ name: 'recovery' }, 'replaceKeys');
  return null;
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
