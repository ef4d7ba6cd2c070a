import type { RefObject } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { PassphraseChange } from '../../ui/PassphraseChange.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Recovery.module.css';

const text = recoveryWords.replace;

interface NewKeysFormProps {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

/** The passphrase of before and the one to come; then the vault locks everything anew. */
export function NewKeysForm({ first, onClose }: NewKeysFormProps) {
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

  const note = (
    <p className={styles['note']} role="status">
      {text.workingNote}
    </p>
  );
  return (
    <PassphraseChange
      first={first}
      note={note}
      label={text.start}
      busyLabel={text.working}
      change={replace}
      onCancel={onClose}
    />
  );
}
