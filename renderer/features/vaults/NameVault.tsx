import { useRef, useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { words } from '../../words/en.ts';
import { vaultWords } from '../../words/vaults.ts';

/** What the open vault is called where one of several is chosen. */
export function NameVault({ onClose }: { readonly onClose: () => void }) {
  const { vaults } = useSuspenseQuery(queries.vaults).data;
  const [name, setName] = useState(vaults.find(({ isCurrent }) => isCurrent)?.name ?? '');
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function keep() {
    const reply = await call('shell.nameVault', { name });
    await queryClient.invalidateQueries({ queryKey: queries.vaults.queryKey });
    if (!reply.ok) {
      setRefusal(reply.error);
      return;
    }
    showToast({ title: vaultWords.named });
    onClose();
  }

  return (
    <Dialog
      title={vaultWords.nameTitle}
      onClose={onClose}
      width="small"
      initialFocus={field}
      onSubmit={() => void keep()}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary">
            {vaultWords.nameSave}
          </Button>
        </>
      }
    >
      <TextField
        ref={field}
        label={vaultWords.nameLabel}
        hint={vaultWords.nameHint}
        error={refusal && sentencesFor(refusal)}
        value={name}
        maxLength={60}
        spellCheck={false}
        onValueChange={setName}
      />
    </Dialog>
  );
}

function sentencesFor(error: AppError): string {
  const { title, next } = describeError(error);
  return `${title}. ${next}`;
}
