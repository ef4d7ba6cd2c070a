import { useRef } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseChange } from '../../ui/PassphraseChange.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { words } from '../../words/en.ts';

/** A new passphrase for the same vault. */
export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const first = useRef<HTMLInputElement>(null);

  async function change(current: string, next: string): Promise<AppError | null> {
    const reply = await call('vault.changePassphrase', { current, next });
    if (!reply.ok) return reply.error;
    showToast({ title: words.toast.passphraseChanged });
    onClose();
    return null;
  }

  return (
    <Dialog
      title={words.preferences.changeTitle}
      onClose={onClose}
      width="small"
      initialFocus={first}
    >
      <PassphraseChange
        first={first}
        note={<Notice>{words.preferences.changeNote}</Notice>}
        label={words.preferences.changeButton}
        busyLabel={words.preferences.changing}
        change={change}
        onCancel={onClose}
      />
    </Dialog>
  );
}
