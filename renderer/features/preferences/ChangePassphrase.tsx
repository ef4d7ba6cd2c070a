import { useRef } from 'react';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { usePassphraseChange } from '../../ui/use-passphrase-change.tsx';
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

  const { fields, buttons, submit } = usePassphraseChange({
    first,
    note: <Notice>{words.preferences.changeNote}</Notice>,
    label: words.preferences.changeButton,
    busyLabel: words.preferences.changing,
    change,
    onCancel: onClose,
  });

  return (
    <Dialog
      title={words.preferences.changeTitle}
      onClose={onClose}
      initialFocus={first}
      onSubmit={submit}
      footer={buttons}
    >
      {fields}
    </Dialog>
  );
}
