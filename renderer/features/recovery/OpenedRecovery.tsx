import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { useTypeBack } from './use-type-back.tsx';

interface Closing {
  readonly onClose: () => void;
}

/** The newest code of the open vault. Once it can not be shown any more, it can still be typed in. */
export function OpenedRecovery({ onClose }: Closing) {
  const { recoveryCode } = useSuspenseQuery(queries.newRecoveryCode).data;
  if (recoveryCode === null) return <FindRecovery onClose={onClose} />;
  return (
    <RecoveryDialog
      code={recoveryCode}
      onLater={onClose}
      onConfirmed={() => {
        confirmed();
        onClose();
      }}
    />
  );
}

/** Asks for the code that was made some time ago. */
export function FindRecovery({ onClose }: Closing) {
  const field = useRef<HTMLInputElement>(null);
  const { fields, buttons, submit } = useTypeBack({
    lead: recoveryWords.findLead,
    field,
    otherwise: (
      <Button
        variant="quiet"
        onClick={() => ui.followDialog({ name: 'renewRecovery' }, 'recovery', 'findRecovery')}
      >
        {recoveryWords.notFound}
      </Button>
    ),
    onRight: () => {
      confirmed();
      onClose();
    },
  });
  return (
    <Dialog
      title={recoveryWords.findTitle}
      onClose={onClose}
      initialFocus={field}
      onSubmit={submit}
      footer={buttons}
    >
      {fields}
    </Dialog>
  );
}

function confirmed(): void {
  showToast({ title: recoveryWords.confirmed });
  void queryClient.invalidateQueries({ queryKey: ['recovery'] });
}
